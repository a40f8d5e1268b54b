using System.Text.Json;
using System.Text.RegularExpressions;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>
/// Statements of our own in the genres of plans, labelled by the labelling guide before the reader read them
/// (docs/language-scores.md). What is held is the share of agreement by slot, not each statement.
/// </summary>
public sealed partial class OwnStatementTests
{
    private static readonly List<(Reading Read, JsonElement Labels)> Statements = Read("own-statements.jsonl");

    /// <summary>Statements by other hands, short and dense; the first figure was taken before any rule was written beside them.</summary>
    private static readonly List<(Reading Read, JsonElement Labels)> Cold = Read("cold-statements.jsonl");

    [Theory]
    [InlineData("form", 0.96)]
    [InlineData("direction", 0.97)]
    [InlineData("benchmark_type", 0.88)]
    [InlineData("focus", 0.95)]
    [InlineData("thresholds", 0.97)]
    [InlineData("baseline", 0.99)]
    [InlineData("output_not_outcome", 0.95)]
    [InlineData("missing", 0.86)]
    [InlineData("measure", 0.89)]
    [InlineData("population", 0.91)]
    [InlineData("evidence", 0.95)]
    public void The_reader_agrees_with_labels_written_before_it_read_at_least_this_often(string slot, double floor) => AssertAgrees(Statements, slot, floor);

    [Theory]
    [InlineData("form", 0.95)]
    [InlineData("direction", 0.96)]
    [InlineData("benchmark_type", 0.79)]
    [InlineData("focus", 0.94)]
    [InlineData("thresholds", 0.93)]
    [InlineData("baseline", 0.99)]
    [InlineData("output_not_outcome", 0.87)]
    [InlineData("missing", 0.74)]
    [InlineData("measure", 0.82)]
    [InlineData("population", 0.90)]
    [InlineData("evidence", 0.90)]
    public void The_reader_agrees_with_labels_of_short_dense_statements_by_other_hands(string slot, double floor) => AssertAgrees(Cold, slot, floor);

    private static List<(Reading Read, JsonElement Labels)> Read(string file) => [.. File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", file))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(row => (Reading.Of(row.GetProperty("text").GetString()!), row.GetProperty("labels")))];

    private static void AssertAgrees(List<(Reading Read, JsonElement Labels)> statements, string slot, double floor)
    {
        var agreed = statements.Count(s => Agrees(s.Read, s.Labels.GetProperty(slot), slot));
        Assert.True(agreed >= floor * statements.Count, $"{slot}: {agreed} of {statements.Count}");
    }

    private static bool Agrees(Reading read, JsonElement label, string slot) => slot switch
    {
        "form" => read.Form.Name() == label.GetString(),
        "direction" => read.Movement.Name() == label.GetString(),
        "benchmark_type" => read.Type.Name() == label.GetString(),
        "focus" => read.Focus.Name() == label.GetString(),
        "output_not_outcome" => read.OutputNotOutcome == label.GetBoolean(),
        "thresholds" => Same(read.Thresholds.Select(t => t.Text), Texts(label)),
        "missing" => Same(read.Missing.Select(m => m.Name()), Texts(label)),
        "baseline" => Same(read.Baseline, label.EnumerateArray().Select(b => b.GetProperty("value")).Select(v => v.ValueKind == JsonValueKind.Null ? (decimal?)null : v.GetDecimal())),
        "measure" => Overlaps(read.Text, read.MeasureSpan, label),
        "population" => Overlaps(read.Text, read.Population, label),
        _ => Overlaps(read.Text, read.Evidence, label),
    };

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString());

    private static bool Same<T>(IEnumerable<T> one, IEnumerable<T> other) => one.Order().SequenceEqual(other.Order());

    /// <summary>Neither is there, or half of the words that either holds are in both.</summary>
    private static bool Overlaps(string text, Span? read, JsonElement label)
    {
        if (read is null || label.ValueKind == JsonValueKind.Null)
        {
            return read is null && label.ValueKind == JsonValueKind.Null;
        }

        var ours = WordsOf(text, read.Start, read.End);
        var theirs = WordsOf(text, label.GetProperty("start").GetInt32(), label.GetProperty("end").GetInt32());
        return ours.Intersect(theirs).Count() * 2 >= ours.Union(theirs).Count();
    }

    private static List<int> WordsOf(string text, int start, int end) =>
        [.. Word().Matches(text).Where(w => w.Index < end && w.Index + w.Length > start).Select(w => w.Index)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
