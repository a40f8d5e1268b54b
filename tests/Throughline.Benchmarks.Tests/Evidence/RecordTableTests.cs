using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Xunit;

namespace Throughline.Benchmarks.Tests.Evidence;

/// <summary>Who counts where, and how often.</summary>
public sealed class RecordTableTests
{
    private static readonly Period October = Roll.Month(10);
    private static readonly Period November = Roll.Month(11);

    [Fact]
    public void A_student_suspended_three_times_is_one_student()
    {
        var table = Roll.Tabulate(
            "out_of_school_suspension", Roll.Of(Roll.Student(1), Roll.Student(2)),
            [Suspended(1, 1, "2025-10-01"), Suspended(2, 1, "2025-10-02"), Suspended(3, 1, "2025-11-03")], October, November, Roll.Year);
        Assert.Equal("1/2", table.Ratio(1, "all", October));
        Assert.Equal("1/2", table.Ratio(1, "all", November));
        Assert.Equal("1/2", table.Ratio(1, "all", Roll.Year));
        Assert.Equal(50m, table.Cell(1, "all", Roll.Year)!.Value!.Value.Round(1));
    }

    [Fact]
    public void A_student_who_moves_counts_once_in_the_district_and_at_each_school()
    {
        var mover = new Student(1, [At(1, "2025-08-27", "2025-12-31"), At(2, "2026-01-02", "2026-06-17")], []);
        var population = Roll.Of(mover, Roll.Student(2, 2));
        EvidenceRecord[] records = [Suspended(1, 1, "2025-10-01"), Suspended(2, 1, "2026-02-02") with { Organization = 2 }];
        var once = Roll.Tabulate("suspension", population, records, Roll.Year);
        Assert.Equal(["1/1", "1/2", "1/2", "1/2"], new[] { 1, 2, 10, 100 }.Select(o => once.Ratio(o, "all", Roll.Year)));

        var added = Roll.Measure("suspension") with { AcrossOrganizations = Combining.SumOfCounts };
        var twice = RecordTable.Of(added, population, records, [Roll.Year], PeriodReading.InPeriod);
        Assert.Equal(["1/1", "1/2", "2/3", "2/3"], new[] { 1, 2, 10, 100 }.Select(o => twice.Ratio(o, "all", Roll.Year)));

        var alone = RecordTable.Of(added with { AcrossOrganizations = Combining.NotAdded }, population, records, [Roll.Year], PeriodReading.InPeriod);
        Assert.Equal([1, 2], alone.Cells.Where(c => c.Group == "all").Select(c => c.Organization));
    }

    [Fact]
    public void A_record_counts_in_the_groups_of_its_day()
    {
        var learner = Roll.Student(1, groups: [new Membership(1, new(Roll.Day("2025-11-01"), Roll.Day("2025-11-30")))]);
        var table = Roll.Tabulate(
            "suspension", Roll.Of(learner, Roll.Student(2)), [Suspended(1, 1, "2025-10-01"), Suspended(2, 1, "2025-11-03")], October, November);
        Assert.Equal("none", table.Ratio(1, "english_learner", October));
        Assert.Equal("1/1", table.Ratio(1, "english_learner", November));
    }

    [Fact]
    public void Nobody_enrolled_has_no_figure_and_nothing_recorded_is_nothing()
    {
        var table = Roll.Tabulate("suspension", Roll.Of(Roll.Student(1)), [], October);
        Assert.Equal("0/1", table.Ratio(1, "all", October));
        Assert.Equal("none", table.Ratio(1, "english_learner", October));
        Assert.Empty(Roll.Tabulate("course_failure", Roll.Of(Roll.Student(1)), [], October).Cells);
    }

    [Fact]
    public void Year_to_date_speaks_of_all_days_up_to_the_end_of_the_period()
    {
        var records = new[] { Suspended(1, 1, "2025-10-01") };
        var table = RecordTable.Of(Roll.Measure("suspension"), Roll.Of(Roll.Student(1)), records, [October, November], PeriodReading.YearToDate);
        Assert.Equal(("1/1", "1/1"), (table.Ratio(1, "all", October), table.Ratio(1, "all", November)));
        Assert.Equal("0/1", Roll.Tabulate("suspension", Roll.Of(Roll.Student(1)), records, November).Ratio(1, "all", November));
    }

    [Fact]
    public void Of_several_results_in_a_year_each_students_last_one_counts()
    {
        var population = Roll.Of(Roll.Student(1), Roll.Student(2));
        EvidenceRecord[] records =
        [
            Read(1, 1, "2025-10-01", "no"), Read(2, 1, "2026-05-01", "yes"), Read(3, 2, "2025-10-01", "no"),
            Read(5, 2, "2026-05-01", "no"), Read(4, 2, "2026-05-01", "yes"), // of one day the higher number is the later
            Read(6, 1, "2026-06-01", ""), // a test without a result is not the last one
        ];
        var table = Roll.Tabulate("reading_grade_level", population, records, October, Roll.Year);
        Assert.Equal(("0/2", "1/2"), (table.Ratio(1, "all", October), table.Ratio(1, "all", Roll.Year)));
    }

    [Fact]
    public void Visits_are_counted_in_rooms_too()
    {
        var records = new[] { (1, "3"), (1, "4"), (2, "2"), (2, "") }.Select((r, i) => Roll.Record("observation", i, r.Item1, "2025-10-01", ("rating", r.Item2))).ToArray();
        var counts = Roll.Tabulate("rubric_at_level", Roll.Of(), records, October).Cell(1, "all", October)!.Counts;
        Assert.Equal(new Counts(2, 3, 3, 2), counts);
    }

    [Fact]
    public void What_is_left_out_is_named_with_its_reason()
    {
        var population = Roll.Of(new Student(1, [At(1, "2025-10-01", "2025-12-31")], []), Roll.Student(2, grade: "grade_8"));
        var table = Roll.Tabulate(
            "on_track_grade9", population,
            [
                Mark(1, 1, "2025-10-05"), Mark(2, 1, "2025-09-05"), Mark(3, 2, "2025-10-05"), Mark(4, 7, "2025-10-05"),
                Mark(5, 1, "2025-12-05"), Mark(6, 1, "2025-10-05") with { Organization = 2 },
            ],
            October, Roll.Month(9));
        Assert.Equal(
            [
                new LeftOut(2, LeftOutReason.NotEnrolled), new LeftOut(3, LeftOutReason.NotEligible), new LeftOut(4, LeftOutReason.UnknownStudent),
                new LeftOut(5, LeftOutReason.OutsidePeriods), new LeftOut(6, LeftOutReason.NotEnrolled),
            ],
            table.LeftOut);
        var shoes = Roll.Record("assessment", 9, 1, "2025-10-05", ("subject", "math"));
        Assert.Equal([new LeftOut(9, LeftOutReason.NotAskedFor)], Roll.Tabulate("reading_grade_level", population, [shoes], October).LeftOut);
    }

    [Fact]
    public void A_median_is_of_all_students_and_without_one_there_is_no_figure()
    {
        var population = Roll.Of(Roll.Student(1), Roll.Student(2), Roll.Student(3, 2), Roll.Student(4, 2));
        EvidenceRecord[] records = [Grown(1, 1, "40"), Grown(2, 2, "90"), Grown(3, 3, "50") with { Organization = 2 }, Grown(4, 4, "") with { Organization = 2 }];
        var table = Roll.Tabulate("math_growth_median", population, records, Roll.Year);
        Assert.Equal((65m, 50m, 50m), (Value(1), Value(2), Value(10)));
        Assert.Equal(3, table.Cell(10, "all", Roll.Year)!.Counts.N);
        Assert.Empty(Roll.Tabulate("math_growth_median", population, [records[3]], Roll.Year).Cells);

        decimal Value(int organization) => table.Cell(organization, "all", Roll.Year)!.Value!.Value.Round(1);
    }

    [Fact]
    public void How_much_has_arrived_is_told_beside_the_figure()
    {
        var table = RecordTable.Of(
            Roll.Measure("suspension"), Roll.Of(Roll.Student(1)), [], [October], PeriodReading.InPeriod, (organization, _) => new(organization, 20));
        Assert.Equal(new Completeness(10, 20), table.Cell(10, "all", October)!.Completeness);
        Assert.False(table.Cell(10, "all", October)!.Completeness.IsWhole);
        Assert.False(table.Cell(10, "all", October)!.IsLargeEnough);
    }

    [Fact]
    public void What_is_not_made_from_records_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Roll.Tabulate("attendance_rate", Roll.Of(), [], October));
        Assert.Throws<ArgumentException>(() => Roll.Tabulate("suspension", Roll.Of(), [Mark(1, 1, "2025-10-05")], October));
        Assert.Throws<ArgumentException>(() => Roll.Of(Roll.Student(1), Roll.Student(1)));
    }

    private static Enrolment At(int school, string first, string last) => new(school, new(Roll.Day(first), Roll.Day(last)), "grade_9");

    private static EvidenceRecord Suspended(long id, int student, string day) =>
        Roll.Record("incident", id, student, day, ("response", "out_of_school_suspension"));

    private static EvidenceRecord Read(long id, int student, string day, string atLevel) =>
        Roll.Record("assessment", id, student, day, ("subject", "reading"), ("at_grade_level", atLevel));

    private static EvidenceRecord Mark(long id, int student, string day) => Roll.Record("mark", id, student, day, ("passed", "yes"), ("credits", "5"));

    private static EvidenceRecord Grown(long id, int student, string percentile) =>
        Roll.Record("assessment", id, student, "2026-05-01", ("test", "mcas"), ("subject", "math"), ("growth_percentile", percentile));
}
