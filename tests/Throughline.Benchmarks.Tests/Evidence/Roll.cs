using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Tests.Evidence;

/// <summary>Short ways to say who is enrolled where and what is recorded of them: schools 1 and 2 of district 10 in state 100.</summary>
internal static class Roll
{
    public static readonly Dictionary<int, int> Parents = new() { [1] = 10, [2] = 10, [10] = 100 };

    public static readonly Period Year = new(Day("2025-07-01"), Day("2026-06-30"));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period Month(int month) => Period.Month(month >= 7 ? 2025 : 2026, month);

    /// <summary>A student all year at one school.</summary>
    public static Student Student(int id, int school = 1, string grade = "grade_9", params Membership[] groups) =>
        new(id, [new Enrolment(school, Year, grade)], groups);

    public static Population Of(params Student[] students) => new(["all", "english_learner"], students, Parents);

    /// <summary>A record with the fields that are named; the others are left empty.</summary>
    public static EvidenceRecord Record(string kind, long id, int? about, string day, params (string Field, string Value)[] values)
    {
        var fields = RecordKinds.Default.Find(kind)!;
        var texts = fields.Fields.Select(f => Array.Find(values, v => v.Field == f.Id).Value ?? "").ToList();
        return EvidenceRecord.Read(fields, id, 1, Day(day), about, texts) ?? throw new ArgumentException($"A text does not fit {kind}.", nameof(values));
    }

    public static Measure Measure(string id) => MeasureCatalog.Default.Find(id)!;

    public static Tabulation Tabulate(string measure, Population population, EvidenceRecord[] records, params Period[] periods) =>
        RecordTable.Of(Measure(measure), population, records, periods, PeriodReading.InPeriod);

    public static Cell? Cell(this Tabulation table, int organization, string group, Period period) =>
        table.Cells.SingleOrDefault(c => c.Organization == organization && c.Group == group && c.Period == period);

    /// <summary>"2/3", or "none" where there is no cell.</summary>
    public static string Ratio(this Tabulation table, int organization, string group, Period period) => table.Cell(organization, group, period) is { } cell
        ? $"{cell.Counts.Numerator}/{cell.Counts.Denominator?.ToString() ?? "-"}"
        : "none";
}
