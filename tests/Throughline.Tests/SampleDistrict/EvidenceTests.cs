using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

/// <summary>What stands behind the figures of three schools: students, days and records that come to them.</summary>
public sealed class EvidenceTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly string[] Schools = ["tannery-hill", "millrace", "ferry-lane"];

    [Theory, Sqlite, Postgres]
    public async Task Every_figure_of_a_measure_that_is_counted_comes_out_of_the_rows(string provider)
    {
        var database = sample.DatabaseOn(provider);
        var places = await Places.LoadAsync(database, default);
        var catalog = await OwnMeasures.CatalogAsync(database, default);
        var (compared, wrong) = (0, new List<string>());
        foreach (var known in (await sample.AllAsync(provider)).Where(k => Schools.Contains(k.School)))
        {
            var id = known.Benchmark.Publications.Select(p => p.Spec().Measure.Id).FirstOrDefault();
            if (id is null || catalog.Find(id) is not { Formula: not null } measure)
            {
                continue;
            }

            foreach (var figures in known.Tallies.GroupBy(t => Throughline.Benchmarks.Calendar.SchoolYear.Of(t.PeriodEnd)))
            {
                var question = new CellQuestion(
                    measure, figures.Key, [.. figures.Select(f => f.Period).Distinct().OrderBy(p => p.Start)], measure.Readings[0], [places.WithCode(known.School)!.Value],
                    [.. figures.Select(f => StudentGroup.NumberOf(f.Group)!.Value).Distinct()], null);
                var first = figures.Min(f => f.RecordedAt);
                foreach (var (at, those) in (((DateTimeOffset? At, IEnumerable<Tally> Figures)[])[(null, figures), (first, figures.Where(f => f.RecordedAt == first))]))
                {
                    var cells = (await Cells.OfAsync(database, places, question with { KnownAt = at }, default)).ToDictionary(c => (c.Group, c.Period));
                    foreach (var tally in those)
                    {
                        compared++;
                        var says = cells.GetValueOrDefault((tally.Group, tally.Period)) is not { } cell ? "nothing"
                            : tally.Value is null ? $"{cell.Counts.Numerator.Round(3):0.###} of {cell.Counts.Denominator?.Round(3):0.###}" : $"{cell.Value!.Value.Round(6):0.######} on {cell.Counts.N}";
                        var ours = tally.Value is null ? $"{tally.Numerator} of {tally.Denominator}" : $"{tally.Value:0.######} on {tally.Count}";
                        if (says != ours)
                        {
                            wrong.Add($"{known.School} {known.Benchmark.Code} {measure.Id} {tally.Period} {tally.Group}: the page {ours}, the rows {says}{(at is null ? "" : ", as known then")}");
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.InRange(compared, 500, 5_000);
    }

    [Theory, Sqlite, Postgres]
    public async Task Figures_follow_the_rows_and_only_those_that_come_out_otherwise(string provider)
    {
        await using var test = await LoadedSample.LoadAsync(provider);
        var feed = new FiguresFromEvidence(test.Database);
        var at = new DateTimeOffset(2026, 2, 11, 6, 0, 0, TimeSpan.Zero);
        await feed.UpdateAsync(LoadedSample.Today, at, default);
        await using (var first = test.Database.Context())
        {
            Assert.Empty((await first.Tallies.Where(t => t.RecordedAt == at).Join(first.Benchmarks, t => t.BenchmarkId, b => b.Id, (t, b) => new { b.PlanId, b.Code, t }).ToListAsync())
                .Select(e => $"{e.PlanId} {e.Code} {e.t.Period} {e.t.Group}: {e.t.Numerator} of {e.t.Denominator}, {e.t.Value}"));
        }

        // A student of Tannery Hill was there on a day on which the file said absent: one fewer is chronically absent in January.
        var (school, student, day) = await AtTheLineAsync(test.Database);
        await using (var session = await Session.BeginAsync(test.Database, default))
        {
            await new AttendanceRecorder(session, at).MarksAsync(
                school, new Throughline.Benchmarks.Calendar.SchoolYear(2026), [new DayAttendance(day, Full: false, new Dictionary<int, DayMark> { [student] = DayMark.Present })], default);
            await session.CommitAsync(default);
        }

        Assert.InRange(await feed.UpdateAsync(LoadedSample.Today, at.AddMinutes(1), default), 2, 12);
        await using var db = test.Database.Context();
        var entered = await db.Tallies.Where(t => t.RecordedAt == at.AddMinutes(1)).ToListAsync();
        Assert.All(entered, t => Assert.Equal((new DateOnly(2026, 1, 31), "school records"), (t.PeriodEnd, t.Who)));
        Assert.Equal([134L, 134L], entered.Where(t => t.Group == "all").Select(t => t.Numerator));
        Assert.Equal(0, await feed.UpdateAsync(LoadedSample.Today, at.AddMinutes(2), default));
    }

    /// <summary>A student who is chronically absent by one day at the end of January, and a day absent in that month.</summary>
    private static async Task<(int School, int Student, DateOnly Day)> AtTheLineAsync(Database database)
    {
        var places = await Places.LoadAsync(database, default);
        var school = places.WithCode("tannery-hill")!.Value;
        await using var session = await Session.BeginReadAsync(database, default);
        var year = await new AttendanceRows(session).SchoolAsync(school, new Throughline.Benchmarks.Calendar.SchoolYear(2026), default);
        var days = year.Days.Days;
        var january = days.In(Throughline.Benchmarks.Calendar.Period.Month(2026, 1));
        var counting = days.In(new Throughline.Benchmarks.Calendar.Period(new DateOnly(2025, 7, 1), new DateOnly(2026, 1, 31)));
        foreach (var (student, its) in year.Students.OrderBy(s => s.Key))
        {
            var so = its.Days.On(counting & its.Days.Enrolled);
            var test = new AbsenceTest(20, 10);
            var one = days.Days.Select((d, place) => (d, place)).Where(d => (january & its.Days.Absent & ~its.Days.Half)[d.place]).Select(d => (DateOnly?)d.d).FirstOrDefault();
            if (one is { } day && test.Concerns(so) && test.Holds(so) && !test.Holds(so with { Absent = so.Absent - 2 }))
            {
                return (school, student, day);
            }
        }

        throw new InvalidOperationException("Nobody is at the line.");
    }
}
