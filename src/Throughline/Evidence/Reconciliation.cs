using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>What a figure was made from: for a data manager who compares it with another system.</summary>
/// <param name="Cells">The figure; with none, nothing was counted.</param>
/// <param name="Sources">What arrived of each school, and what is missing.</param>
/// <param name="Counted">Each student or record that is in it.</param>
/// <param name="LeftOut">What is not in it, with the reason.</param>
internal sealed record Reconciliation(
    IReadOnlyList<Cell> Cells, IReadOnlyList<SourceState> Sources, IReadOnlyList<CountedRow> Counted, IReadOnlyList<LeftOutRow> LeftOut);

/// <summary>What is known of a school's days, or of its records of a kind.</summary>
/// <param name="Organization">The school.</param>
/// <param name="LastArrivedAt">When the latest of it was recorded; null where nothing was.</param>
/// <param name="Arrived">Days or records that are there.</param>
/// <param name="MissingDays">School days without attendance.</param>
internal sealed record SourceState(int Organization, DateTimeOffset? LastArrivedAt, int Arrived, IReadOnlyList<DateOnly> MissingDays);

/// <summary>A student in a figure of days, or a record in a figure of records.</summary>
/// <param name="Row">The student's id, or the record's number.</param>
/// <param name="IsStudent">Which of them it is.</param>
/// <param name="Days">The student's days; of no meaning for a record.</param>
/// <param name="Holds">Whether the measure's question is answered with yes; null where it asks none of each student.</param>
internal sealed record CountedRow(long Row, bool IsStudent, DayCount Days, bool? Holds);

/// <summary>Something that is not in a figure.</summary>
/// <param name="Row">The student's id, or the record's number.</param>
/// <param name="IsStudent">Which of them it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="Days">The student's days.</param>
internal sealed record LeftOutRow(long Row, bool IsStudent, WhyLeftOut Reason, DayCount Days);

/// <summary>Why a student or a record is not in a figure.</summary>
internal enum WhyLeftOut
{
    /// <summary>On the roll for fewer days than the measure asks for.</summary>
    TooFewDays,

    /// <summary>Not on the roll of the organization on a day that counts.</summary>
    NotOnTheRoll,

    /// <summary>Not in the student group on any of the days.</summary>
    NotInGroup,

    /// <summary>Not of the kind that the measure asks for, or in a grade that it does not count.</summary>
    NotAskedFor,

    /// <summary>Its day is outside of the period.</summary>
    OutsidePeriod,

    /// <summary>It names a student whom we do not know.</summary>
    UnknownStudent,
}

/// <summary>Says what one figure was made from.</summary>
/// <param name="database">Where the evidence is.</param>
/// <param name="places">The organizations.</param>
internal sealed class Reconciler(Database database, Places places)
{
    /// <param name="question">One organization, one period and one group of a measure over days or records.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Reconciliation> OfAsync(CellQuestion question, CancellationToken cancel) => question.Measure.Formula switch
    {
        AttendanceFormula formula => await OfDaysAsync(question, formula, cancel),
        RecordFormula formula => await OfRecordsAsync(question, formula, cancel),
        _ => new Reconciliation(await Cells.OfAsync(database, places, question, cancel), [], [], []),
    };

    private async Task<Reconciliation> OfDaysAsync(CellQuestion question, AttendanceFormula formula, CancellationToken cancel)
    {
        var (period, group, at) = (question.Periods[0], question.Groups[0], question.KnownAt ?? DateTimeOffset.MaxValue);
        var counted = question.Reading == PeriodReading.InPeriod ? period : new Period(question.Year.Start, period.End);
        var schools = await new AttendanceTabulation(database, question.Year).LoadAsync(
            [.. question.Organizations!.SelectMany(places.SchoolsOf)], question.KnownAt, cancel);
        // Where the definition counts students at each school, a student has a line for each.
        var bySchool = formula.Test is not null && question.Measure.AcrossOrganizations == Combining.SumOfCounts;
        var students = new SortedDictionary<(int Student, int School), (DayCount Days, bool OnRoll)>();
        var sources = new List<SourceState>();
        foreach (var school in schools.Select(s => s.Only(question.Measure.Eligibility)))
        {
            var (kept, within) = (school.Days.KeptAt(at), school.Days.Days.In(counted));
            sources.Add(new SourceState(
                school.School, school.Days.All.Where(d => d.ArrivedAt <= at).Max(d => d.ArrivedAt), (kept.Arrived & within).Count,
                [.. school.Days.All.Where(d => counted.Contains(d.Day) && !(d.ArrivedAt <= at) && !(d.CancelledAt <= at)).Select(d => d.Day).Order()]));
            for (var i = 0; i < school.Students.Length; i++)
            {
                var year = school[i];
                var days = kept.Counting(year.Days) & within;
                var key = (school.Students[i], bySchool ? school.School : 0);
                var (so, onRoll) = students.GetValueOrDefault(key);
                students[key] = (so + year.Days.On(days & year.DaysIn(group)), onRoll || !days.IsEmpty);
            }
        }

        var test = formula.Test;
        var inside = students.Where(s => test?.Concerns(s.Value.Days) ?? s.Value.Days.Member > 0).Select(s => s.Key).ToHashSet();
        return new Reconciliation(
            await Cells.OfAsync(database, places, question, cancel),
            sources,
            [.. students.Where(s => inside.Contains(s.Key)).Select(s => new CountedRow(s.Key.Student, true, s.Value.Days, test?.Holds(s.Value.Days)))],
            [.. students.Where(s => !inside.Contains(s.Key)).Select(s => new LeftOutRow(s.Key.Student, true, Why(s.Value.Days, s.Value.OnRoll), s.Value.Days))]);
    }

    private static WhyLeftOut Why(DayCount days, bool onRoll) =>
        !onRoll ? WhyLeftOut.NotOnTheRoll : days.Member == 0 ? WhyLeftOut.NotInGroup : WhyLeftOut.TooFewDays;

    private async Task<Reconciliation> OfRecordsAsync(CellQuestion question, RecordFormula formula, CancellationToken cancel)
    {
        var all = await new RecordCells(database, places).OfAsync(question, cancel);
        var (organizations, at) = (question.Organizations!.SelectMany(places.SchoolsOf).Concat(question.Organizations!).ToHashSet(), question.KnownAt ?? DateTimeOffset.MaxValue);
        await using var session = await Session.BeginReadAsync(database, cancel);
        var records = await new RecordRows(session).InForceAsync(formula.Kind, organizations, question.Year.Period, at, cancel);
        var arrivals = (await session.RowsAsync(
            $"SELECT organization_id, MAX(recorded_at) FROM records WHERE kind = @kind AND recorded_at <= @at AND organization_id IN ({AttendanceRows.Ids(organizations)}) GROUP BY organization_id",
            r => (Organization: r.GetInt32(0), At: DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(1))),
            cancel,
            ("kind", formula.Kind.Id),
            ("at", at.ToUnixTimeMilliseconds()))).ToDictionary(r => r.Organization, r => r.At);
        var why = all.LeftOut.ToDictionary(l => l.Record, l => Why(l.Reason));
        return new Reconciliation(
            all.Cells,
            [.. organizations.Order().Where(o => arrivals.ContainsKey(o)).Select(o => new SourceState(o, arrivals[o], records.Count(r => r.Organization == o), []))],
            [.. records.Where(r => !why.ContainsKey(r.Id)).Select(r => new CountedRow(r.Id, false, default, null))],
            [.. records.Where(r => why.ContainsKey(r.Id)).Select(r => new LeftOutRow(r.Id, false, why[r.Id], default))]);
    }

    private static WhyLeftOut Why(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NotEnrolled => WhyLeftOut.NotOnTheRoll,
        LeftOutReason.OutsidePeriods => WhyLeftOut.OutsidePeriod,
        LeftOutReason.UnknownStudent => WhyLeftOut.UnknownStudent,
        _ => WhyLeftOut.NotAskedFor,
    };
}
