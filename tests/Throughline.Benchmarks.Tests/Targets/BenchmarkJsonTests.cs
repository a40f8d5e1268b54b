using System.Collections;
using System.Reflection;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class BenchmarkJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_the_same_in_every_form()
    {
        var specs = new Specs(3);
        var forms = new HashSet<string>();
        for (var i = 0; i < 10_000; i++)
        {
            var spec = specs.Next(i % Specs.Forms);
            _ = forms.Add(spec.Target.Form);
            var text = BenchmarkJson.ToText(spec);
            var outcome = BenchmarkJson.Read(text, MeasureCatalog.Default);
            Assert.True(outcome.Problems.Count == 0, $"{text}: {string.Join("; ", outcome.Problems)}");
            Assert.True(Same(spec, outcome.Benchmark), text);
            Assert.Equal(text, BenchmarkJson.ToText(outcome.Benchmark!));
        }

        Assert.Equal(Specs.Forms, forms.Count);
    }

    [Fact]
    public void A_measure_of_the_catalog_is_written_by_its_id_and_version()
    {
        var measure = MeasureCatalog.Default.Find("chronic_absence")!;
        var spec = new BenchmarkSpec(measure, ["all"], new Level(Exact.From(10.5m), Cases.Day("2026-06-30"), null));
        Assert.Equal(
            """{"measure":{"id":"chronic_absence","version":1,"unit":"percent","direction":"decrease"},"groups":["all"],"target":{"form":"level","value":10.5,"by":"2026-06-30"}}""",
            BenchmarkJson.ToText(spec));
        Assert.Equal(measure, BenchmarkJson.Read(BenchmarkJson.ToText(spec), MeasureCatalog.Default).Benchmark?.Measure);
    }

    /// <summary>Equal in every property, lists item by item.</summary>
    private static bool Same(object? a, object? b)
    {
        if (a is null || b is null || a is string || a.GetType().IsPrimitive || a is Exact or DateOnly or Cadence or Enum)
        {
            return Equals(a, b);
        }

        return a is IEnumerable list && b is IEnumerable other
            ? list.Cast<object>().Count() == other.Cast<object>().Count() && list.Cast<object>().Zip(other.Cast<object>()).All(p => Same(p.First, p.Second))
            : a.GetType() == b.GetType()
                && a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).All(p => Same(p.GetValue(a), p.GetValue(b)));
    }
}
