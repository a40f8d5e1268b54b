using System.Globalization;

namespace Throughline.Benchmarks.Language;

/// <summary>Something to mend or to think about, at a place of the statement.</summary>
/// <param name="Code">Its name in files: "no_date".</param>
/// <param name="Severity">Whether it has to be answered before the benchmark is put in force.</param>
/// <param name="Start">Where the words begin, in UTF-16 units, included.</param>
/// <param name="End">Excluded; start and end of the whole statement where it is about something left out.</param>
/// <param name="Criterion">What a good statement has that this concerns.</param>
/// <param name="About">What its sentences speak of: figures, names.</param>
public sealed record Finding(string Code, Severity Severity, int Start, int End, Element Criterion, params IReadOnlyList<string> About)
{
    /// <summary>What was noticed, in a sentence.</summary>
    public string Reason(CultureInfo language) => FindingTexts.Reason(this, language);

    /// <summary>What to do next, in a sentence.</summary>
    public string Suggestion(CultureInfo language) => FindingTexts.Suggestion(this, language);
}
