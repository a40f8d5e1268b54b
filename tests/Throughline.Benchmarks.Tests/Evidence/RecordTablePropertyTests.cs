using System.Diagnostics;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Evidence;

/// <summary>Random rolls, moves, groups and records from a fixed seed against counting cell by cell.</summary>
public sealed class RecordTablePropertyTests
{
    private static readonly string[] Responses = ["none", "detention", "in_school_suspension", "out_of_school_suspension", "expulsion", ""];
    private static readonly string[] Measures = ["suspension", "removed_over_10_days", "students_disciplined", "referrals", "in_school_suspension"];

    [Fact]
    public void Cells_agree_with_counting_each_by_itself()
    {
        var random = new Random(51);
        for (var i = 0; i < 150; i++)
        {
            var population = AnyPopulation(random, random.Next(1, 15));
            var records = AnyRecords(random, population, random.Next(0, 60));
            var measure = Roll.Measure(Measures[i % Measures.Length]) with { AcrossOrganizations = (Combining)random.Next(2) };
            var reading = (PeriodReading)random.Next(2);
            Period[] periods = [Roll.Month(9), Roll.Month(10), new(Roll.Day("2025-09-20"), Roll.Day("2025-11-05")), Roll.Year];
            var table = RecordTable.Of(measure, population, records, periods, reading);
            foreach (var cell in table.Cells)
            {
                Assert.Equal(Slowly.Counts(measure, population, records, cell), cell.Counts);
            }

            Assert.Equal(table.Cells.Count, table.Cells.Select(c => (c.Organization, c.Group, c.Period)).Distinct().Count());
        }
    }

    [Fact]
    public void The_order_of_records_and_students_makes_no_difference()
    {
        var random = new Random(52);
        for (var i = 0; i < 100; i++)
        {
            var population = AnyPopulation(random, 12);
            var records = AnyRecords(random, population, 60).ToArray();
            var measure = Roll.Measure(Measures[i % Measures.Length]) with { AcrossPeriods = (Combining)random.Next(4) };
            var before = RecordTable.Of(measure, population, records, [Roll.Month(10), Roll.Year], PeriodReading.YearToDate);
            random.Shuffle(records);
            var students = population.Students.ToArray();
            random.Shuffle(students);
            var shuffled = new Population(population.Groups, students, Roll.Parents);
            var after = RecordTable.Of(measure, shuffled, records, [Roll.Month(10), Roll.Year], PeriodReading.YearToDate);
            Assert.Equal(before.Cells, after.Cells);
            Assert.Equal(before.LeftOut, after.LeftOut);
        }
    }

    /// <summary>About a second on a machine of its own. The bound allows for a busy one: records times students would take hours.</summary>
    [Fact]
    public void The_work_grows_with_the_records_and_not_with_records_times_students()
    {
        var random = new Random(53);
        var students = Enumerable.Range(0, 60_000).Select(i => new Student(
            i, [new Enrolment(1 + (i % 100), Roll.Year, "grade_9")], [.. Enumerable.Range(1, 6).Where(_ => random.Next(3) == 0).Select(g => new Membership(g, Roll.Year))]));
        var groups = Enumerable.Range(0, 7).Select(g => $"own:{g}");
        var population = new Population(groups, students, Enumerable.Range(1, 100).ToDictionary(s => s, s => 1_000));
        var records = Enumerable.Range(0, 250_000).Select(i => AnyRecord(random, i, random.Next(60_000)) is var r ? r with { Organization = 1 + (r.About!.Value % 100) } : r).ToList();
        Period[] months = [.. new[] { 9, 10, 11, 12, 1, 2, 3, 4, 5, 6 }.Select(Roll.Month)];
        var clock = Stopwatch.StartNew();
        var table = RecordTable.Of(Roll.Measure("suspension"), population, records, months, PeriodReading.YearToDate);
        clock.Stop();
        Assert.Equal(101 * 10 * 7, table.Cells.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    private static Population AnyPopulation(Random random, int students) => Roll.Of([.. Enumerable.Range(0, students).Select(id => new Student(
        id,
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new Enrolment(random.Next(1, 3), AnyPeriod(random), random.Next(2) == 0 ? "grade_9" : "grade_10"))],
        random.Next(2) == 0 ? [] : [new Membership(1, AnyPeriod(random)), new Membership(1, AnyPeriod(random))]))]);

    private static Period AnyPeriod(Random random)
    {
        var first = Roll.Day("2025-08-20").AddDays(random.Next(90));
        return new Period(first, first.AddDays(random.Next(120)));
    }

    private static List<EvidenceRecord> AnyRecords(Random random, Population population, int count) =>
        [.. Enumerable.Range(0, count).Select(i => AnyRecord(random, i, random.Next(population.Students.Count + 1)) with { Organization = random.Next(1, 3) })];

    private static EvidenceRecord AnyRecord(Random random, int id, int student) => Roll.Record(
        "incident", id, student, Roll.Day("2025-09-01").AddDays(random.Next(100)).ToString("yyyy-MM-dd", null),
        ("response", Responses[random.Next(Responses.Length)]), ("days_removed", random.Next(3) == 0 ? "" : $"{random.Next(0, 15)}.5"));
}
