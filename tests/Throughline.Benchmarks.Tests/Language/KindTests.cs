using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>What kind of benchmark a sentence is, whose, and what it lacks.</summary>
public sealed class KindTests
{
    [Theory]
    [InlineData("All K-5 teachers will administer the screener three times a year.", BenchmarkType.Activity, Focus.Adult)]
    [InlineData("The school will host four family literacy nights this year.", BenchmarkType.Activity, Focus.Organisation)]
    [InlineData("Coaches will hold weekly coaching conversations with new teachers.", BenchmarkType.Activity, Focus.Adult)]
    [InlineData("Teachers implement the new science curriculum with fidelity.", BenchmarkType.EarlyEvidence, Focus.Adult)]
    [InlineData("75% of lessons observed will include a posted objective.", BenchmarkType.EarlyEvidence, Focus.Adult)]
    [InlineData("65% of student work samples show a claim with two pieces of evidence.", BenchmarkType.EarlyEvidence, Focus.Student)]
    [InlineData("Parents will receive weekly text messages about attendance.", BenchmarkType.Activity, Focus.Family)]
    [InlineData("By MOY, 65% of K-2 students will be at or above benchmark on DIBELS.", BenchmarkType.ShortTermOutcome, Focus.Student)]
    [InlineData("Each month, attendance will increase from the prior month.", BenchmarkType.ShortTermOutcome, Focus.Student)]
    [InlineData("By spring 2027, 93% of families will agree that they feel welcome on the climate survey.", BenchmarkType.FinalOutcome, Focus.Family)]
    [InlineData("The graduation rate will rise to 92% by June 2027.", BenchmarkType.FinalOutcome, Focus.Student)]
    [InlineData("Teacher retention will rise to 90% by June 2027.", BenchmarkType.FinalOutcome, Focus.Adult)]
    public void Kinds(string text, BenchmarkType type, Focus focus)
    {
        var reading = Reading.Of(text);
        Assert.Equal((type, focus), (reading.Type, reading.Focus));
    }

    [Theory]
    [InlineData("100% of teachers will submit unit plans by October 1, 2026.", true)]
    [InlineData("Teachers will analyze exit tickets weekly and regroup students.", false)]
    [InlineData("All teams finish data protocols monthly, leading to a 10% rise in readers at benchmark.", false)]
    [InlineData("The graduation rate will rise to 92% by June 2027.", false)]
    public void An_activity_that_changes_nothing_only_counts_output(string text, bool output)
    {
        var reading = Reading.Of(text);
        Assert.Equal(output, reading.OutputNotOutcome);
        Assert.Equal(output, reading.Missing.Contains(Element.ResultsFocused));
    }

    [Theory]
    [InlineData("80% of tutors", "specific action timed")]
    [InlineData("Improve school climate", "measurable timed")]
    [InlineData("Chronic absence will fall from 20% to 15% by June 2027.", "")]
    [InlineData("Teachers give feedback in class each week.", "measurable results_focused")]
    public void Missing_elements(string text, string missing) =>
        Assert.Equal(missing, string.Join(' ', Reading.Of(text).Missing.Select(e => e.Name())));
}
