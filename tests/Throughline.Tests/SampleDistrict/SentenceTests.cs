using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

/// <summary>Every sentence of the sample is read by the product's own reader to what was meant, which stands in sentences.txt.</summary>
public sealed class SentenceTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    [Theory, Sqlite, Postgres]
    public async Task Each_sentence_in_force_has_the_target_that_was_meant(string provider)
    {
        var meant = Repository.Read("tests", "Throughline.Tests", "SampleDistrict", "sentences.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var found = (await sample.AllAsync(provider)).SelectMany(k => k.Benchmark.Publications.OrderBy(p => p.At).Select(p => $"{k.School} {k.Benchmark.Code}: {Said(p)}"));
        Assert.Equal(meant, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_published_has_nothing_left_to_fix_and_can_be_judged() => Assert.All(
        (await sample.AllAsync(SqliteAttribute.Name)).SelectMany(k => k.Benchmark.Publications),
        p =>
        {
            Assert.DoesNotContain(Understanding.Of(p.Statement, p.Spec().Measure).Findings, f => f.Severity == Severity.Fix);
            Assert.True(Evaluator.CanJudge(p.Spec().Target), p.Statement);
        });

    [Fact]
    public async Task The_day_of_a_starting_value_is_in_the_structure() => Assert.All(
        (await sample.AllAsync(SqliteAttribute.Name)).Where(k => k.Spec.Target is FromTo),
        k => Assert.Equal(k.Benchmark.StartsOn, ((FromTo)k.Spec.Target).On));

    private static string Said(Publication publication)
    {
        using var structure = JsonDocument.Parse(publication.Structure);
        var target = structure.RootElement.GetProperty("target");
        var groups = string.Join('+', structure.RootElement.GetProperty("groups").EnumerateArray().Select(g => g.GetString()));
        var fields = target.EnumerateObject().Where(f => f.Name != "path").Select(f => f.Name == "form" ? f.Value.GetString()! : $"{f.Name} {f.Value.GetRawText().Replace("\"", "", StringComparison.Ordinal)}");
        return string.Create(CultureInfo.InvariantCulture, $"{groups} {string.Join(' ', fields)} | {publication.Statement}");
    }
}
