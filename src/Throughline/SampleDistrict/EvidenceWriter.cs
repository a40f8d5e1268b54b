using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Attendance;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Evidence.Files;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>Writes what stands behind the plans: each day came in the night after it, rolls in August, records on the days of the story.</summary>
/// <param name="session">Where to; its transaction is the caller's.</param>
/// <param name="clock">For the instants of the story.</param>
internal sealed class EvidenceWriter(Session session, SampleClock clock)
{
    private static readonly TimeOnly Night = new(5, 10);

    private readonly Dictionary<Pupil, int> students = [];
    private readonly Dictionary<(string School, string Room), int> rooms = [];

    public async Task WriteAsync(SchoolEvidence evidence, CancellationToken cancel)
    {
        var schools = (await session.RowsAsync("SELECT code, id FROM organizations", r => (r.GetString(0), r.GetInt32(1)), cancel)).ToDictionary();
        await WritePupilsAsync(evidence.Pupils, schools, cancel);
        foreach (var year in evidence.Years)
        {
            await WriteAsync(year, schools[year.Days.School], cancel);
        }

        await WriteAsync(evidence.Records, schools, cancel);
    }

    private async Task WritePupilsAsync(IReadOnlyList<Pupil> pupils, Dictionary<string, int> schools, CancellationToken cancel)
    {
        var known = clock.At(pupils.Min(p => p.Stays[0].First).AddDays(-8));
        await using (var rows = BulkRows.Into(session.Connection, session.Transaction, "students", "code", "recorded_at"))
        {
            foreach (var pupil in pupils)
            {
                rows.Write(pupil.Code, known.ToUnixTimeMilliseconds());
            }

            await rows.CompleteAsync(cancel);
        }

        var ids = (await session.RowsAsync("SELECT code, id FROM students", r => (r.GetString(0), r.GetInt32(1)), cancel)).ToDictionary();
        foreach (var pupil in pupils)
        {
            students.Add(pupil, ids[pupil.Code]);
        }

        var rolls = new RollRows(session);
        await rolls.WriteAsync(pupils.SelectMany(p => p.Stays.Select(s => Enrolled(p, s, schools[s.School]))), cancel);
        await rolls.WriteAsync(pupils.SelectMany(Memberships), cancel);
    }

    /// <summary>As known from a week before.</summary>
    private Enrolment Enrolled(Pupil pupil, Stay stay, int school) => new()
    {
        StudentId = students[pupil],
        OrganizationId = school,
        FirstDay = stay.First,
        LastDay = stay.Last < SampleClock.Today ? stay.Last : null,
        Grade = stay.Grade,
        RecordedAt = clock.At(stay.First.AddDays(-7)),
    };

    private IEnumerable<Membership> Memberships(Pupil pupil)
    {
        foreach (var stays in pupil.Stays.GroupBy(s => s.Year))
        {
            foreach (var group in pupil.GroupsIn(stays.Key).Order(StringComparer.Ordinal))
            {
                var first = stays.Min(s => s.First);
                yield return new Membership
                {
                    StudentId = students[pupil],
                    Group = group,
                    FirstDay = first,
                    LastDay = stays.Key.End < SampleClock.Today ? stays.Key.End : null,
                    RecordedAt = clock.At(first.AddDays(-7)),
                };
            }
        }
    }

    private async Task WriteAsync(SampleYear made, int school, CancellationToken cancel)
    {
        var year = made.Days.Year;
        var days = new SchoolYearDays(made.Days.Days.Select(d => new SchoolDay(d, d <= made.Days.Last ? clock.At(d.AddDays(1), Night) : null, Full: false, null)));
        var places = made.Days.Days.Select((d, place) => (d, place)).ToDictionary();
        var rolled = made.Roll.ToDictionary(p => students[p], p => RollRows.Enrolled(
            Marked(made.Marks[p], places), school, days.Days, p.Stays.Where(s => s.Year == year).Select(s => Enrolled(p, s, s.School == made.Days.School ? school : 0)), Memberships(p)));
        var last = clock.At(made.Days.Last.AddDays(1), Night);
        await new AttendanceUpdate(session, year, last).StoreAsync(
            new SchoolAttendance(school, year, SchoolYearDays.None, new Dictionary<int, StudentYear>()), new SchoolAttendance(school, year, days, rolled), addUp: true, cancel);
    }

    private static StudentYear Marked(IReadOnlyDictionary<DateOnly, DayMark> marks, Dictionary<DateOnly, int> places)
    {
        var days = default(StudentDays);
        foreach (var (day, mark) in marks)
        {
            // A student's marks are those of both years.
            if (places.TryGetValue(day, out var place))
            {
                days = days.With(place, mark);
            }
        }

        return new StudentYear(days, 0, [], false);
    }

    private async Task WriteAsync(IReadOnlyList<SampleRecord> records, Dictionary<string, int> schools, CancellationToken cancel)
    {
        foreach (var (school, room, on) in records.Where(r => r.Room is not null).Select(r => (r.School, Room: r.Room!, r.On)).DistinctBy(r => (r.School, r.Room)))
        {
            await session.RunAsync(
                "INSERT INTO rooms (organization_id, code, recorded_at) VALUES (@school, @code, @at)",
                cancel,
                ("school", schools[school]),
                ("code", room),
                ("at", clock.At(on).ToUnixTimeMilliseconds()));
        }

        foreach (var (school, code, id) in await session.RowsAsync("SELECT organization_id, code, id FROM rooms", r => (r.GetInt32(0), r.GetString(1), r.GetInt32(2)), cancel))
        {
            rooms.Add((schools.First(s => s.Value == school).Key, code), id);
        }

        await using var rows = BulkRows.Into(
            session.Connection, session.Transaction, "records", "kind", "organization_id", "key", "day", "about", "fields", "withdrawn", "recorded_at");
        foreach (var r in records)
        {
            rows.Write(
                r.Kind, schools[r.School], KeyOf(r), r.Day, r.Student is { } student ? students[student] : r.Room is { } room ? rooms[(r.School, room)] : null,
                JsonSerializer.Serialize(r.Fields), false, clock.At(r.On, r.At).ToUnixTimeMilliseconds());
        }

        await rows.CompleteAsync(cancel);
    }

    /// <summary>The key that the record would have, had it come in by a file that numbers its rows.</summary>
    private string KeyOf(SampleRecord record) => RecordFiles.Default.Kinds.FirstOrDefault(k => k.Kind == record.Kind) is not { Number.Count: > 0 } table ? record.Key
        : RecordKey.Of(table.Key.Where(k => !k.EndsWith('?')).Select(k => k switch
        {
            "number" => "#" + record.Key,
            "about" => record.Student is { } student ? students[student].ToString(CultureInfo.InvariantCulture) : record.Room ?? "",
            _ => table.Record.Field(k) is { } field ? record.Fields[field.Place] : "",
        }));
}
