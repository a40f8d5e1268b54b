namespace Throughline.Benchmarks.Language;

/// <summary>
/// How little a statement leaves to the reader: points from 0 to 100, and what each element of a good statement gave.
/// </summary>
/// <remarks>
/// The weights are ours. They keep the order of the four worked chains of the guiding principles for effective
/// benchmarks (original, first revision, second revision), and say with them what each revision added. They tell how
/// clear a sentence is, not whether its goal is worth reaching.
/// </remarks>
/// <param name="Points">0 to 100, both included.</param>
/// <param name="ByElement">What each element gave, 0 to <see cref="Most"/> of it.</param>
/// <param name="Taken">What findings that have to be fixed took away, 0 or less.</param>
public sealed record Quality(int Points, IReadOnlyDictionary<Element, int> ByElement, int Taken)
{
    private const int AFix = -6;
    private const int MostTaken = -30;

    /// <summary>The most that an element can give; together 100.</summary>
    public static int Most(Element element) => element switch
    {
        Element.Specific => 20,
        Element.Measurable => 30,
        Element.Action => 10,
        Element.ResultsFocused => 20,
        _ => 20,
    };

    public static Quality Of(Reading reading)
    {
        var given = new Dictionary<Element, int>
        {
            [Element.Specific] = Sum((reading.Population is not null, 8), (reading.MeasureSpan is not null, 6), (!Has(reading, "vague_word"), 3), (IsPrecise(reading), 3)),
            [Element.Measurable] = Sum((HasQuantity(reading), 14), (reading.Evidence is not null, 10), (HasStart(reading), 6)),
            [Element.Action] = Sum((reading.MeasureSpan is not null && !Has(reading, "weak_verb"), 10)),
            [Element.ResultsFocused] = reading.OutputNotOutcome ? 0 : reading.Type == BenchmarkType.Activity ? 8 : 20,
            [Element.Timed] = Timed(reading),
        };
        var fixes = reading.Findings.Where(f => f.Severity == Severity.Fix && f.Code is not ("no_date" or "no_quantity" or "which_measure")).Count();
        var taken = Math.Max(MostTaken, fixes * AFix);
        return new Quality(Math.Clamp(given.Values.Sum() + taken, 0, 100), given, taken);
    }

    /// <summary>What a revision added: the element that grew most of what it can give, of several the one of most points; null where none grew.</summary>
    public static Element? Gained(Quality before, Quality after)
    {
        var (best, element) = ((Share: 0, Points: 0), (Element?)null);
        foreach (var one in Enum.GetValues<Element>())
        {
            // In hundredths of what the element can give, so that a small one counts as much as a large one.
            var points = after.ByElement[one] - before.ByElement[one];
            var gain = (Share: points * 100 / Most(one), Points: points);
            if (gain.CompareTo(best) > 0)
            {
                (best, element) = (gain, one);
            }
        }

        return element;
    }

    private static int Sum(params ReadOnlySpan<(bool Is, int Points)> parts)
    {
        var sum = 0;
        foreach (var (isThere, points) in parts)
        {
            sum += isThere ? points : 0;
        }

        return sum;
    }

    private static bool Has(Reading reading, string code) => reading.Findings.Any(f => f.Code == code);

    /// <summary>No blank where a figure or a word belongs, and each one of those it speaks of meant.</summary>
    private static bool IsPrecise(Reading reading) => reading.Placeholders.Count == 0 && (HasQuantity(reading) || reading.Member is not null);

    private static bool HasQuantity(Reading reading) =>
        reading.Targets.Any(t => t.Value is not null) || reading.Form is ReadingForm.All or ReadingForm.RelativeToPriorPeriod or ReadingForm.YearOverYearSamePeriod;

    /// <summary>A change says from where; other forms need no start.</summary>
    private static bool HasStart(Reading reading) => HasQuantity(reading)
        && (reading.Form is not (ReadingForm.ChangeFromBaseline or ReadingForm.FromTo) || reading.Baseline.Any(b => b is not null));

    private static int Timed(Reading reading) =>
        reading.Deadline is { Date: not null } ? 20
        : reading.Deadline is not null ? 14
        : reading.Frequency is not null || reading.MeasuringFrequency is not null ? 12
        : 0;
}
