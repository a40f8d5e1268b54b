using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Imports;

/// <summary>
/// Published yearly figures in long form: one row an organization, school year and measure (and student group, where
/// the file has that column). An empty value is kept as "not published". Rows stream: a file of any size is read in
/// the memory of its organizations.
/// </summary>
public static class SeriesImport
{
    private const int ProgressRows = 20_000;

    public static async Task<ImportResult> RunAsync(Database database, string path, ImportOptions options, CancellationToken cancel)
    {
        await using var db = database.Context();
        var organizations = await db.Organizations.AsNoTracking().ToDictionaryAsync(o => o.Code, o => o.Id, StringComparer.Ordinal, cancel);
        if (organizations.Count == 0)
        {
            throw new Problem(ImportTexts.NoOrganizations);
        }

        var measures = new KnownMeasures(await db.MeasureVersions.AsNoTracking().ToListAsync(cancel));
        using var file = CsvFile.Open(path);
        using var refusals = new Refusals(RefusedPath(database, path, options));
        var reader = new SeriesRows(file, organizations, measures, refusals);
        await using var staging = await SeriesStaging.BeginAsync(database, cancel);
        long read = 0;
        await using (var rows = staging.Rows())
        {
            while (file.Read())
            {
                if (++read % ProgressRows == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    options.Progress(read);
                }

                if (reader.TryRead(out var row))
                {
                    rows.Write(file.Line, reader.ValueColumn, row.Organization, row.Measure, row.Group, row.Period.Start, row.Period.End, row.Value);
                }
            }

            await rows.CompleteAsync(cancel);
        }

        if (read == 0)
        {
            throw new Problem(ImportTexts.FileNoRows.With(Path.GetFileName(path)));
        }

        return await staging.StoreAsync(path, read, file.Header, refusals, options, cancel);
    }

    /// <summary>A file of its own for the refused rows of each file, numbered where the name is taken.</summary>
    internal static string RefusedPath(Database database, string path, ImportOptions options, string folder = "refused")
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var stem = Path.Combine(database.Folder, folder, string.Create(
            CultureInfo.InvariantCulture, $"{options.RecordedAt:yyyyMMdd-HHmmss}-{(name.Length > 100 ? name[..100] : name)}"));
        var free = stem + ".csv";
        for (var number = 2; File.Exists(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}.csv");
        }

        return free;
    }

    internal readonly record struct Row(int Organization, int Measure, string Group, Period Period, decimal? Value);

    /// <summary>Turns the cells of a row into a row that can be stored, or refuses it with the first cell at fault.</summary>
    private sealed class SeriesRows
    {
        private readonly CsvFile file;
        private readonly Dictionary<string, int> organizations;
        private readonly KnownMeasures measures;
        private readonly Refusals refusals;
        private readonly int code;
        private readonly int year;
        private readonly int measure;
        private readonly int value;
        private readonly int group;

        public SeriesRows(CsvFile file, Dictionary<string, int> organizations, KnownMeasures measures, Refusals refusals)
        {
            this.file = file;
            this.organizations = organizations;
            this.measures = measures;
            this.refusals = refusals;
            code = file.Column("school_code", "organization_code", "district_code");
            year = file.Column("school_year");
            measure = file.Column("measure");
            value = file.Column("value");
            group = file.Has("group") ? file.Column("group") : -1;
        }

        /// <summary>Where the figures stand.</summary>
        public int ValueColumn => value;

        public bool TryRead(out Row row)
        {
            row = default;
            if (file.Fault is { } broken)
            {
                return Refuse(-1, broken, file.Raw);
            }

            if (!organizations.TryGetValue(file[code].Trim(), out var organization))
            {
                return Refuse(code, ImportTexts.OrganizationUnknown);
            }

            if (!SchoolYear.TryParse(file[year], out var schoolYear))
            {
                return Refuse(year, ImportTexts.SchoolYearUnreadable);
            }

            if (!measures.TryFind(file[measure].Trim(), out var known))
            {
                return Refuse(measure, ImportTexts.MeasureUnknown);
            }

            var name = group < 0 || file[group].Length == 0 ? StudentGroup.All : file[group];
            if (!StudentGroup.IsKnown(name))
            {
                return Refuse(group, ImportTexts.GroupUnknown);
            }

            decimal? number = null;
            if (file[value].Trim() is { Length: > 0 } text)
            {
                if (!decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var parsed))
                {
                    return Refuse(value, ImportTexts.ValueNotANumber);
                }

                if (KnownMeasures.Fault(known.Measure, parsed) is { } fault)
                {
                    return Refuse(value, fault);
                }

                number = parsed;
            }

            row = new Row(organization, known.Id, name, schoolYear.Period, number);
            return true;
        }

        private bool Refuse(int column, string reason, string? found = null)
        {
            refusals.Add(new Refusal(file.Line, column < 0 ? "" : file.Header[column], found ?? file[column], reason));
            return false;
        }
    }
}
