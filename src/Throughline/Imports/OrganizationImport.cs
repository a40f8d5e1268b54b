using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Imports;

/// <summary>
/// Directories of districts and of schools, in any order of files. A district that only a school's row names is made
/// from it; the state is made on first use. What a file does not say is left as it is; what people entered (type,
/// predecessor, successor) is never touched.
/// </summary>
public static class OrganizationImport
{
    public static async Task<IReadOnlyList<ImportResult>> RunAsync(
        Database database, IReadOnlyList<string> paths, string? stateName, ImportOptions options, CancellationToken cancel)
    {
        await using var db = database.Context();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var directory = await OrganizationDirectory.LoadAsync(db, stateName, options, cancel);
        var tallies = new List<Tally>();
        var files = paths.Select(path => (path, isSchools: IsSchools(path))).OrderBy(f => f.isSchools).ToList();
        foreach (var (path, isSchools) in files)
        {
            using var file = CsvFile.Open(path);
            using var refusals = new Refusals(SeriesImport.RefusedPath(database, path, options));
            var tally = new Tally(Path.GetFileName(path));
            Read(file, isSchools, directory, refusals, tally);
            tallies.Add(tally with
            {
                Refused = refusals.Rows,
                First = refusals.First,
                RefusedFile = refusals.File,
            });
            cancel.ThrowIfCancellationRequested();
        }

        var stored = !options.DryRun && (options.AcceptGoodRows || tallies.TrueForAll(t => t.Refused == 0));
        if (stored)
        {
            db.Imports.AddRange(tallies.Select(t => t.Row(options.RecordedAt)));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return [.. tallies.Select(t => t.Result(stored))];
    }

    private static bool IsSchools(string path)
    {
        using var file = CsvFile.Open(path);
        return file.Has("school_code");
    }

    private static void Read(CsvFile file, bool isSchools, OrganizationDirectory directory, Refusals refusals, Tally tally)
    {
        var code = file.Column(isSchools ? "school_code" : "district_code");
        var name = isSchools ? file.Column("school", "school_name", "name") : file.Column("district", "district_name", "name");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (file.Read())
        {
            tally.Read++;
            if (Check(file, code, name, seen) is { } refusal)
            {
                refusals.Add(refusal);
                continue;
            }

            var facts = new OrganizationFacts(file[code].Trim(), file[name].Trim())
            {
                ParentCode = isSchools ? Cell(file, "district_code") : null,
                ParentName = isSchools ? Cell(file, "district") : null,
                GradeLow = Cell(file, "grade_low"),
                GradeHigh = Cell(file, "grade_high"),
                Grades = Cell(file, "grades"),
                FirstYear = Year(file, "first_year"),
                LatestYear = Year(file, "latest_year"),
                YearsSeen = Whole(file, "n_years"),
                Enrolment = Whole(file, "total_enrolment") ?? Whole(file, "enrolment"),
            };
            switch (directory.Put(isSchools ? OrganizationKind.School : OrganizationKind.District, facts))
            {
                case Outcome.Added:
                    tally.Added++;
                    break;
                case Outcome.Changed:
                    tally.Changed++;
                    break;
                case Outcome.OtherKind:
                    refusals.Add(new Refusal(file.Line, file.Header[code], facts.Code, ImportTexts.CodeOfAnotherKind));
                    break;
                case Outcome.ParentOfAnotherKind:
                    refusals.Add(new Refusal(file.Line, "district_code", facts.ParentCode!, ImportTexts.ParentOfAnotherKind));
                    break;
            }
        }

        if (tally.Read == 0)
        {
            throw new Problem(ImportTexts.FileNoRows.With(tally.File));
        }
    }

    private static Refusal? Check(CsvFile file, int code, int name, HashSet<string> seen)
    {
        if (file.Fault is { } fault)
        {
            return new Refusal(file.Line, "", file.Raw, fault);
        }

        if (file[code].Trim().Length == 0)
        {
            return new Refusal(file.Line, file.Header[code], "", ImportTexts.CodeMissing);
        }

        if (file[name].Trim().Length == 0)
        {
            return new Refusal(file.Line, file.Header[name], "", ImportTexts.NameMissing);
        }

        if (!IsPlain(file[code].Trim()))
        {
            return new Refusal(file.Line, file.Header[code], file[code], ImportTexts.CodeNotPlain);
        }

        if (!seen.Add(file[code].Trim()))
        {
            return new Refusal(file.Line, file.Header[code], file[code], ImportTexts.CodeTwice);
        }

        foreach (var column in (ReadOnlySpan<string>)["first_year", "latest_year"])
        {
            if (Cell(file, column) is { } text && !SchoolYear.TryParse(text, out _))
            {
                return new Refusal(file.Line, column, text, ImportTexts.SchoolYearUnreadable);
            }
        }

        foreach (var column in (ReadOnlySpan<string>)["n_years", "total_enrolment", "enrolment"])
        {
            if (Cell(file, column) is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return new Refusal(file.Line, column, text, ImportTexts.NotAWholeNumber);
            }
        }

        return null;
    }

    /// <summary>A code stands in addresses and file names, so it holds nothing that means something there.</summary>
    private static bool IsPlain(string code) => code is not ("." or "..") && !code.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && !code.Any(c => char.IsControl(c) || c is '/' or '\\' or '?' or '#');

    private static string? Cell(CsvFile file, string column) =>
        file.Has(column) && file[file.Column(column)].Trim() is { Length: > 0 } text ? text : null;

    private static int? Year(CsvFile file, string column) =>
        SchoolYear.TryParse(Cell(file, column), out var year) ? year.EndYear : null;

    private static int? Whole(CsvFile file, string column) =>
        int.TryParse(Cell(file, column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Tally(string File)
    {
        public long Read { get; set; }

        public long Added { get; set; }

        public long Changed { get; set; }

        public long Refused { get; init; }

        public IReadOnlyList<Refusal> First { get; init; } = [];

        public string? RefusedFile { get; init; }

        private long Unchanged => Read - Added - Changed - Refused;

        public ImportResult Result(bool stored) => new(File, Read, Added, Changed, Unchanged, Refused)
        {
            FirstRefusals = First,
            RefusedFile = RefusedFile,
            Stored = stored,
        };

        public Import Row(DateTimeOffset at) => new()
        {
            Kind = "organizations",
            FileName = File,
            RecordedAt = at,
            RowsRead = Read,
            Added = Added,
            Changed = Changed,
            Unchanged = Unchanged,
            Refused = Refused,
        };
    }
}
