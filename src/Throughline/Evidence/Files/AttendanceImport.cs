using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// Attendance: a row for each student and day, or a row for each student with a column a day; with a mark for each student or
/// of exceptions alone. Rows are folded into sets of days as they are read, outside of the transaction; then each school's
/// year is compared and written, all of them or none.
/// </summary>
public static class AttendanceImport
{
    private const int ProgressRows = 100_000;

    /// <summary>From so many school years on, all totals are made once at the end instead of school by school.</summary>
    private const int ManySchools = 20;

    public static async Task<ImportResult> RunAsync(Database database, string path, AttendanceWay way, ImportOptions options, CancellationToken cancel)
    {
        if ((way.FirstDay ?? way.LastDay) is not null && !way.Exceptions)
        {
            throw new Problem(ImportTexts.RangeNeedsExceptions);
        }

        if (way.LastDay < way.FirstDay)
        {
            throw new Problem(ImportTexts.RangeTurned);
        }

        var form = TextForm.Of(path);
        var (schools, students) = await KnownAsync(database, cancel);
        using var refusals = new Refusals(SeriesImport.RefusedPath(database, path, options)) { HidesValues = true };
        var (file, read) = Fold(form, refusals, schools, students, way, options, cancel);
        NameRange(file.Schools, way);
        await using var session = await Session.BeginAsync(database, cancel);
        var (added, changed) = await StoreAsync(session, file, way, options, read, cancel);
        var result = new ImportResult(Path.GetFileName(path), read, added, changed, read - added - changed - refusals.Rows, refusals.Rows)
        {
            Notes = [form.Words, .. file.Notes],
            FirstRefusals = refusals.First,
            RefusedFile = refusals.File,
        };
        return await ImportLog.EndAsync(session, "attendance", result, options, cancel);
    }

    private static async Task<(Dictionary<string, KnownSchool> Schools, Dictionary<string, int> Students)> KnownAsync(Database database, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        return (await Known.SchoolsAsync(session, cancel), await Known.StudentsAsync(session, cancel));
    }

    /// <summary>Reads the file, and once more where it contradicts itself.</summary>
    private static (MarkRows File, long Read) Fold(
        TextForm form, Refusals refusals, Dictionary<string, KnownSchool> schools, Dictionary<string, int> students, AttendanceWay way, ImportOptions options, CancellationToken cancel)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            using var rows = CsvRows.Open(form);
            var file = MarkRows.Of(rows, refusals, new CodeBook<KnownSchool>(schools), new CodeBook<int>(students), way, isSecond);
            long read = 0;
            while (rows.Read())
            {
                if (++read % ProgressRows == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    options.Progress(read);
                }

                file.Take();
            }

            if (read == 0)
            {
                throw new Problem(ImportTexts.FileNoRows.With(rows.Name));
            }

            if (file.AnyMark && !file.AnyPresent && !way.Exceptions && !isSecond)
            {
                throw new Problem(ImportTexts.OnlyExceptions.With(rows.Name));
            }

            if (isSecond || !file.IsTwofold)
            {
                return (file, read);
            }

            refusals.Clear();
            foreach (var marks in file.Schools.SelectMany(s => s.Marks.Values))
            {
                marks.Clear();
            }
        }
    }

    private static void NameRange(HashSet<KnownSchool> schools, AttendanceWay way)
    {
        if ((way.FirstDay ?? way.LastDay) is not { } one)
        {
            return;
        }

        for (var day = way.FirstDay ?? one; day <= (way.LastDay ?? one); day = day.AddDays(1))
        {
            foreach (var school in schools)
            {
                school.Name(day);
            }
        }
    }

    /// <summary>How many rows brought something new, and how many something else than was known.</summary>
    private static async Task<(long Added, long Changed)> StoreAsync(
        Session session, MarkRows file, AttendanceWay way, ImportOptions options, long read, CancellationToken cancel)
    {
        var recorder = new AttendanceRecorder(session, options.RecordedAt);
        var students = new Dictionary<(int School, int Student), bool>();
        long added = 0, changed = 0;
        var schools = file.Schools.SelectMany(s => s.Marks.Select(m => (School: s.Id, Year: m.Key, Marks: m.Value))).OrderBy(m => m.Year).ThenBy(m => m.School).ToList();
        foreach (var (school, year, marks) in schools)
        {
            var said = marks.Students.Select(s => (s.Key, Value: s.Value.ToDays())).Where(s => !s.Value.Listed.IsEmpty).ToDictionary(s => s.Key, s => s.Value);
            var days = said.Values.Aggregate(marks.Named, (all, one) => all | one.Listed);
            foreach (var (student, itsAdded, itsChanged) in await recorder.FoldAsync(school, new SchoolYear(year), new SchoolMarks(days, !way.Exceptions, said), schools.Count < ManySchools, cancel))
            {
                if (file.IsWide)
                {
                    // A row is added where any of its marks is.
                    students[(school, student)] = itsAdded > 0 || students.GetValueOrDefault((school, student));
                }

                (added, changed) = (added + itsAdded, changed + itsChanged);
            }

            options.Progress(read);
        }

        await recorder.AddUpAsync(cancel);
        return file.IsWide ? (students.Values.LongCount(isAdded => isAdded), students.Values.LongCount(isAdded => !isAdded)) : (added, changed);
    }
}
