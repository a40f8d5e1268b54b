using System.Globalization;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Measures;

/// <summary>docs/measures.md as it is computed: each measure has its facts and a worked case, and each case comes out as it says.</summary>
public sealed class MeasureDocumentTests
{
    private static readonly MeasureCatalog Catalog = MeasureCatalog.Default;

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var (worked, i) in MeasureDocument.Cases().Select((c, i) => (c, i)))
            {
                cases.Add(worked.Measure, i);
            }

            return cases;
        }
    }

    [Fact]
    public void Every_measure_with_a_formula_has_its_facts_and_a_worked_case()
    {
        var made = Catalog.Measures.Where(m => m.Formula is not null).Select(m => m.Id).ToList();
        Assert.Equal(made.Order(StringComparer.Ordinal), MeasureDocument.Facts().Select(f => f.Id).Order(StringComparer.Ordinal));
        Assert.Empty(made.Except(MeasureDocument.Cases().Select(c => c.Measure)));
    }

    [Fact]
    public void Every_other_measure_is_among_those_that_are_published_only() => Assert.Equal(
        Catalog.Measures.Where(m => m.Formula is null).Select(m => ($"`{m.Id}`", m.Definition)),
        MeasureDocument.Table("| measure | what it is |").Select(r => (r[0], r[1])));

    [Fact]
    public void The_facts_are_those_of_the_catalog() =>
        Assert.All(MeasureDocument.Facts(), f => Assert.Equal(Facts(Catalog.Find(f.Id)!), f.Facts));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_comes_out_as_the_document_says(string id, int place)
    {
        var worked = MeasureDocument.Cases().ElementAt(place);
        var measure = Catalog.Find(id) ?? Own();
        var counts = WorkedCases.Count(measure, worked);
        Dictionary<string, string> found = new()
        {
            ["numerator"] = counts?.Numerator.ToString() ?? "none",
            ["denominator"] = counts is null ? "none" : counts.Value.Denominator?.ToString() ?? "",
            ["value"] = counts is { } some && measure.ValueOf(some) is { } value ? Plain(measure.Shown(value)) : "none",
            ["n"] = $"{counts?.N}",
            ["rooms"] = $"{counts?.Rooms}",
        };
        Assert.All(worked.Result, r => Assert.Equal($"{r.Key} {r.Value}", $"{r.Key} {found[r.Key]}"));
        Assert.Equal(worked.Result.ContainsKey("denominator"), found["denominator"].Length > 0);
    }

    [Fact]
    public void The_kinds_of_record_are_those_that_are_known() => Assert.Equal(
        RecordKinds.Default.Kinds.Select(k => $"`{k.Id}` {Words.Of(k.About)} " + string.Join("; ", k.Fields.Select(Field))),
        MeasureDocument.Table("| kind | about | fields |").Select(r => string.Join(' ', r)));

    internal static Measure Own() =>
        new MeasureReader(Catalog, RecordKinds.Default, CultureInfo.InvariantCulture).Read(MeasureDocument.Own()).Measure!;

    private static string Field(RecordField field) =>
        $"`{field.Id}` {Words.Of(field.Type)}" + (field.Codes.Count > 0 ? $" ({string.Join(", ", field.Codes)})" : "");

    private static string Facts(Measure m)
    {
        List<string> facts =
        [
            $"`{m.Id}`", m.Unit.Name(), m.Direction?.Name() ?? "no direction", m.FullCount ? "full count" : "sample", $"decimals {m.Decimals}",
            string.Join(", ", m.Readings.Select(r => Words.Of(r))), $"periods {Words.Of(m.AcrossPeriods)}", $"organizations {Words.Of(m.AcrossOrganizations)}",
        ];
        facts.AddRange(m.MinimumN > 0 ? [$"n {m.MinimumN}"] : []);
        facts.AddRange(m.Eligibility.Grades.Count > 0 ? ["grades " + string.Join(", ", m.Eligibility.Grades.Select(g => g["grade_".Length..]))] : []);
        facts.AddRange(m.Rounding.Totals is { } totals ? [$"totals to {totals}"] : []);
        facts.AddRange(m.Margin is { } margin ? [$"margin {margin}"] : []);
        return string.Join(" · ", facts);
    }

    private static string Plain(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);
}
