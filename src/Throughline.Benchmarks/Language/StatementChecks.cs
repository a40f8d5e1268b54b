using System.Globalization;

namespace Throughline.Benchmarks.Language;

/// <summary>What can be said of a statement whatever its measure: what is left out, blank or more than one.</summary>
internal static class StatementChecks
{
    public static IEnumerable<Finding> Of(Reading reading)
    {
        var text = reading.Text;
        if (text.Length > Reading.Limit)
        {
            yield return new Finding("too_long", Severity.Fix, Reading.Limit, text.Length, Element.Specific, Reading.Limit.ToString(CultureInfo.InvariantCulture));
        }

        if (reading.Measures.Count == 0)
        {
            var span = reading.MeasureSpan;
            yield return new Finding("no_measure", Severity.Consider, span?.Start ?? 0, span?.End ?? text.Length, Element.Specific);
        }
        else if (reading.Measures.Count > 1)
        {
            var names = string.Join("; ", reading.Measures.Select(m => m.Measure.Name));
            var span = reading.Measures[0].Span;
            yield return new Finding("which_measure", Severity.Fix, span.Start, span.End, Element.Specific, names);
        }

        if (reading.Population is null)
        {
            yield return new Finding("no_population", Severity.Consider, 0, text.Length, Element.Specific);
        }

        if (reading.Evidence is null)
        {
            yield return new Finding("no_evidence", Severity.Consider, 0, text.Length, Element.Measurable);
        }
    }
}
