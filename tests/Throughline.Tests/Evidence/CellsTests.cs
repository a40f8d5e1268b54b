using System.Text.Json;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Tests.Support;
using Record = Throughline.Model.Record;

namespace Throughline.Tests.Evidence;

/// <summary>Cells of the district of two schools that <see cref="SmallDistrict"/> works out by hand.</summary>
public sealed class CellsTests
{
    [Theory, Sqlite, Postgres]
    public async Task Who_moves_counts_once_in_the_district_and_twice_in_the_federal_file(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.FillAsync(test.Database);

        // By the end of October: Ana 4 of 40 days, Ben 2 of 40 in the district. At North Ana 4 of 40 and Ben 2 of 20; at South
        // Ben 0 of 20 and Cam 2.5 of 20, which is more than 2.
        Assert.Equal("north 2/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        Assert.Equal("north 2/2, south 1/2, d 3/4, state 3/4", await ShareAsync(test.Database, "chronic_absence_federal", "all"));
        Assert.Equal("south 1/1, d 1/1, state 1/1", await ShareAsync(test.Database, "chronic_absence_federal", "english_learner"));
    }

    [Theory, Sqlite, Postgres]
    public async Task Rates_add_up_days_and_the_mean_of_rates_students(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.FillAsync(test.Database);

        // Days: 40 + 40 + 20 in the district, 4 + 2 + 2.5 of them absent.
        Assert.Equal("north 54/60, south 37.5/40, d 91.5/100, state 91.5/100", await ShareAsync(test.Database, "attendance_rate", "all"));
        Assert.Equal("north 1.8/2, south 1.875/2, d 2.725/3, state 2.725/3", await ShareAsync(test.Database, "attendance_rate_mean", "all"));
        Assert.Equal("north 60/40, south 40/20, d 3.5/1, state 3.5/1", await ShareAsync(test.Database, "average_daily_membership", "all"));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_measure_of_some_grades_counts_those_grades_alone(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await SmallDistrict.FillAsync(test.Database);

        // All are in grade 5, which the measure of kindergarten to grade 3 does not count. Then Ana is found to be in grade 3.
        Assert.Equal("", await ShareAsync(test.Database, "chronic_absence_early_grades", "all"));
        await SmallDistrict.RecordAsync(test.Database, SmallDistrict.Autumn.AddDays(1), r => r.RollAsync(
            [new Throughline.Model.Enrolment { StudentId = students[0], OrganizationId = north, FirstDay = SmallDistrict.September[0], Grade = "3", RecordedAt = SmallDistrict.Autumn.AddDays(1) }],
            [], [SmallDistrict.Year], default));
        Assert.Equal("north 0/0, d 0/0, state 0/0", await ShareAsync(test.Database, "chronic_absence_early_grades", "all"));
        Assert.Equal("north 36/40, d 36/40, state 36/40", await ShareAsync(test.Database, "attendance_rate", "grade_3"));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_corrected_mark_is_known_from_when_it_was_recorded(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await SmallDistrict.FillAsync(test.Database);
        await SmallDistrict.RecordAsync(test.Database, SmallDistrict.Autumn.AddDays(1), r => r.MarksAsync(
            north, SmallDistrict.Year, [new DayAttendance(SmallDistrict.September[0], Full: false, new Dictionary<int, DayMark> { [students[0]] = DayMark.Present })], default));
        Assert.Equal("north 1/2, south 1/2, d 1/3, state 1/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        Assert.Equal("north 2/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "chronic_absence", "all", SmallDistrict.Autumn));
    }

    [Theory, Sqlite, Postgres]
    public async Task Totals_that_an_earlier_version_kept_are_not_believed_and_made_anew_by_the_next_change(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, _, students) = await SmallDistrict.FillAsync(test.Database);
        await using (var session = await Session.BeginAsync(test.Database, default))
        {
            await session.RunAsync("UPDATE attendance_totals SET shape = 0", default);
            await session.CommitAsync(default);
        }

        Assert.Equal("north 2/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        await SmallDistrict.RecordAsync(test.Database, SmallDistrict.Autumn.AddDays(1), r => r.MarksAsync(
            north, SmallDistrict.Year, [new DayAttendance(SmallDistrict.September[0], Full: false, new Dictionary<int, DayMark> { [students[0]] = DayMark.Present })], default));
        Assert.Equal("north 1/2, south 1/2, d 1/3, state 1/3", await ShareAsync(test.Database, "chronic_absence", "all"));
        await using var after = await Session.BeginReadAsync(test.Database, default);
        Assert.False(await new TotalsRows(after).IsOfOtherShapeAsync(SmallDistrict.Year, default));
        Assert.Equal(4, (await new TotalsRows(after).OrganizationsAsync(SmallDistrict.Year, default)).Count);
    }

    [Theory, Sqlite, Postgres]
    public async Task Records_said_again_change_nothing_and_what_is_said_later_takes_their_place(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var (north, south, students) = await SmallDistrict.FillAsync(test.Database);
        var kind = RecordKinds.Default.Find("incident")!;
        Record Incident(int school, int student, string key, string response, DateTimeOffset at, bool withdrawn = false) => new()
        {
            Kind = "incident",
            OrganizationId = school,
            Key = key,
            Day = school == north ? SmallDistrict.September[3] : SmallDistrict.October[3],
            About = student,
            Fields = JsonSerializer.Serialize(kind.Fields.Select(f => f.Id == "response" ? response : f.Id == "category" ? "other" : "")),
            Withdrawn = withdrawn,
            RecordedAt = at,
        };

        Assert.Equal((3, 0, 0), await SmallDistrict.RecordAsync(test.Database,
            Incident(north, students[0], "1", "out_of_school_suspension", SmallDistrict.Autumn), Incident(north, students[0], "2", "out_of_school_suspension", SmallDistrict.Autumn),
            Incident(south, students[1], "1", "conference", SmallDistrict.Autumn)));
        Assert.Equal((0, 1, 1), await SmallDistrict.RecordAsync(test.Database,
            Incident(north, students[0], "1", "out_of_school_suspension", SmallDistrict.Autumn.AddDays(1)), Incident(south, students[1], "1", "out_of_school_suspension", SmallDistrict.Autumn.AddDays(1))));
        await Assert.ThrowsAsync<Problem>(() => SmallDistrict.RecordAsync(test.Database, Incident(south, students[1], "1", "none", SmallDistrict.Autumn)));

        // Ana twice at North; Ben at South, who counts once in the district.
        Assert.Equal("north 1/2, south 1/2, d 2/3, state 2/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", cadence: Cadence.Year));
        Assert.Equal("north 1/2, south 0/2, d 1/3, state 1/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", SmallDistrict.Autumn, Cadence.Year));
        await SmallDistrict.RecordAsync(test.Database, Incident(south, students[1], "1", "out_of_school_suspension", SmallDistrict.Autumn.AddDays(2), withdrawn: true));
        Assert.Equal("north 1/2, south 0/2, d 1/3, state 1/3", await ShareAsync(test.Database, "out_of_school_suspension", "all", cadence: Cadence.Year));
    }

    [Fact]
    public async Task The_command_prints_what_the_days_come_to()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await SmallDistrict.FillAsync(test.Database);
        var run = await ProgramRun.RunAsync(null, ["cells", "--data", test.Folder, "--measure", "chronic_absence", "--organization", "d", "--group", "all"]);
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            [
                "measure,organization,group,period_start,period_end,reading,numerator,denominator,value",
                "chronic_absence,d,all,2025-09-01,2025-09-30,year_to_date,2,2,100",
                "chronic_absence,d,all,2025-10-01,2025-10-31,year_to_date,2,3,66.666667",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var wrong in (string[][])[["--measure", "no_such"], ["--measure", "class_size"], ["--measure", "chronic_absence", "--organization", "x"], ["--measure", "chronic_absence", "--school-year", "25"]])
        {
            var refused = await ProgramRun.RunAsync(null, ["cells", "--data", test.Folder, .. wrong]);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.NotEqual("", refused.Error);
        }
    }

    /// <summary>Numerator and denominator of each organization in the last period that has any.</summary>
    internal static async Task<string> ShareAsync(Database database, string measure, string group, DateTimeOffset? knownAt = null, Cadence? cadence = null)
    {
        var places = await Places.LoadAsync(database, default);
        var definition = MeasureCatalog.Default.Find(measure)!;
        var reading = definition.Readings.Contains(PeriodReading.YearToDate) ? PeriodReading.YearToDate : PeriodReading.InPeriod;
        var question = new CellQuestion(
            definition, SmallDistrict.Year, Cells.Periods(SmallDistrict.Year, cadence ?? Cadence.Month), reading, null, [StudentGroup.NumberOf(group)!.Value], knownAt);
        var cells = await Cells.OfAsync(database, places, question, default);
        if (knownAt is null)
        {
            // The standing totals and the rows say the same.
            Assert.Equal(await Cells.OfAsync(database, places, question with { KnownAt = SmallDistrict.Autumn.AddYears(1) }, default), cells);
        }

        var last = cells.Count == 0 ? default : cells.Max(c => c.Period.Start);
        return string.Join(", ", from code in (string[])["north", "south", "d", "state"]
                                 from cell in cells.Where(c => places.CodeOf(c.Organization) == code && c.Period.Start == last)
                                 select FormattableString.Invariant($"{code} {cell.Counts.Numerator.Round(6):0.######}/{cell.Counts.Denominator!.Value.Round(6):0.######}"));
    }
}
