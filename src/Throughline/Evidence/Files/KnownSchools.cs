using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence.Files;

/// <summary>A school with its days of all years, and what a file says of them.</summary>
internal sealed class KnownSchool
{
    private readonly Dictionary<int, SchoolYearMarks> marks = [];
    private readonly short[] places;
    private readonly int first;
    private SchoolYearMarks? lastMarks;
    private int lastYear;

    /// <param name="id">The school's.</param>
    /// <param name="district">Its district's code.</param>
    /// <param name="days">The days of each of its years.</param>
    public KnownSchool(int id, string district, IReadOnlyCollection<SchoolYearDays> days)
    {
        (Id, LocalStart) = (id, System.Text.Encoding.UTF8.GetBytes(district + "/"));
        var all = days.SelectMany(d => d.All.Select((day, place) => (day.Day, Place: place))).ToList();
        first = all.Count == 0 ? 0 : all.Min(d => d.Day.DayNumber);
        places = new short[all.Count == 0 ? 0 : all.Max(d => d.Day.DayNumber) - first + 1];
        foreach (var (day, place) in all)
        {
            places[day.DayNumber - first] = (short)(place + 1);
        }
    }

    public int Id { get; }

    /// <summary>What stands before a number that the district gave a student itself.</summary>
    public byte[] LocalStart { get; }

    /// <summary>What the file says, by the year in which the school year ends.</summary>
    public IReadOnlyDictionary<int, SchoolYearMarks> Marks => marks;

    /// <summary>Where a day stands among those of its school year; -1 where no school is kept.</summary>
    public int PlaceOf(DateOnly day)
    {
        var at = day.DayNumber - first;
        return at >= 0 && at < places.Length ? places[at] - 1 : -1;
    }

    public SchoolYearMarks MarksOf(SchoolYear year)
    {
        if (year.EndYear != lastYear || lastMarks is null)
        {
            lastYear = year.EndYear;
            if (!marks.TryGetValue(lastYear, out lastMarks))
            {
                marks[lastYear] = lastMarks = new SchoolYearMarks();
            }
        }

        return lastMarks;
    }

    /// <summary>The file is about a day, whether it names anybody on it or not; nothing where no school is kept.</summary>
    public void Name(DateOnly day)
    {
        if (PlaceOf(day) is >= 0 and var place)
        {
            var its = MarksOf(SchoolYear.Of(day));
            its.Named = its.Named.With(place, true);
        }
    }
}

/// <summary>Schools and students by their codes, as they are known before a file is read.</summary>
internal static class Known
{
    public static async Task<Dictionary<string, KnownSchool>> SchoolsAsync(Session session, CancellationToken cancel)
    {
        var days = (await session.RowsAsync(
            "SELECT organization_id, days FROM school_years",
            r => (School: r.GetInt32(0), Days: SchoolYearDays.Read(r.GetFieldValue<byte[]>(1))),
            cancel)).ToLookup(r => r.School, r => r.Days);
        var schools = await session.RowsAsync(
            "SELECT s.id, s.code, COALESCE(d.code, '') FROM organizations s LEFT JOIN organizations d ON d.id = s.parent_id WHERE s.kind = 'School'",
            r => (Id: r.GetInt32(0), Code: r.GetString(1), District: r.GetString(2)),
            cancel);
        return schools.Count == 0 ? throw new Problem(Imports.ImportTexts.NoOrganizations)
            : schools.ToDictionary(s => s.Code, s => new KnownSchool(s.Id, s.District, [.. days[s.Id]]), StringComparer.Ordinal);
    }

    public static async Task<Dictionary<string, int>> StudentsAsync(Session session, CancellationToken cancel)
    {
        var known = new Dictionary<string, int>((int)await session.NumberAsync("SELECT COUNT(*) FROM students", cancel), StringComparer.Ordinal);
        await using var command = session.Command("SELECT id, code FROM students");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            known.Add(rows.GetString(1), rows.GetInt32(0));
        }

        return known.Count == 0 ? throw new Problem(Imports.ImportTexts.NoStudents) : known;
    }
}
