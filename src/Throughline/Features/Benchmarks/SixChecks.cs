using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;

namespace Throughline.Features.Benchmarks;

/// <summary>One of the six criteria of an effective benchmark and what the text alone shows of it.</summary>
/// <param name="Name">The criterion, in words.</param>
/// <param name="Mark">Met, at risk or off track as in verdicts; null where only the team can say.</param>
/// <param name="Seen">What was seen.</param>
public sealed record CheckSeen(string Name, Status? Mark, string Seen);

/// <summary>
/// The six criteria for an effective benchmark of the guiding principles. The machine fills in only what it can know from
/// the sentence; whether a target matters and whether its evidence is worth collecting is the team's to say.
/// </summary>
internal sealed class SixChecks(Understanding understood, BenchmarkType place, int count)
{
    /// <summary>As many benchmarks as a plan can have and still be read as one story; ours, for "a few, not a long list".</summary>
    private const int AFew = 40;

    private readonly Reading reading = understood.Reading;

    public IEnumerable<CheckSeen> All() => [Place(), OneReading(), Matters(), Evidence(), Focused(), Smart()];

    private CheckSeen Place() => SenseChecks.Against(reading, place) is { } finding
        ? new(BenchmarkTexts.Check1, Status.AtRisk, finding.Reason(System.Globalization.CultureInfo.CurrentUICulture))
        : new(BenchmarkTexts.Check1, Status.Met, BenchmarkTexts.CheckYes);

    private CheckSeen OneReading() => understood.Findings.Count(f => f.Severity == Severity.Fix) switch
    {
        0 when understood.Spec is not null => new(BenchmarkTexts.Check2, Status.Met, BenchmarkTexts.CheckYes),
        0 => new(BenchmarkTexts.Check2, Status.AtRisk, BenchmarkTexts.CheckNoTarget),
        1 => new(BenchmarkTexts.Check2, Status.OffTrack, BenchmarkTexts.CheckOneOpen),
        var open => new(BenchmarkTexts.Check2, Status.OffTrack, BenchmarkTexts.CheckOpen.With(open)),
    };

    private CheckSeen Matters() => Found("counts_activity", "weak_verb", "could_harm", "minutiae") is { } finding
        ? new(BenchmarkTexts.Check3, Status.AtRisk, finding.Reason(System.Globalization.CultureInfo.CurrentUICulture))
        : new(BenchmarkTexts.Check3, null, BenchmarkTexts.CheckTeam);

    private CheckSeen Evidence() => Found("new_evidence", "no_evidence") is { } finding
        ? new(BenchmarkTexts.Check4, Status.AtRisk, finding.Reason(System.Globalization.CultureInfo.CurrentUICulture))
        : new(BenchmarkTexts.Check4, null, BenchmarkTexts.CheckCollectors);

    private CheckSeen Focused() => new(BenchmarkTexts.Check5, count <= AFew ? Status.Met : Status.AtRisk, BenchmarkTexts.CheckOneOf.With(count));

    private CheckSeen Smart() => reading.Missing.Count == 0
        ? new(BenchmarkTexts.Check6, Status.Met, BenchmarkTexts.CheckYes)
        : new(BenchmarkTexts.Check6, Status.OffTrack, BenchmarkTexts.CheckNot.With(string.Join(", ", reading.Missing.Select(Word))));

    private Finding? Found(params string[] codes) => understood.Findings.FirstOrDefault(f => codes.Contains(f.Code));

    private static string Word(Element element) => element switch
    {
        Element.Specific => BenchmarkTexts.ElementSpecific,
        Element.Measurable => BenchmarkTexts.ElementMeasurable,
        Element.Action => BenchmarkTexts.ElementAction,
        Element.ResultsFocused => BenchmarkTexts.ElementResults,
        _ => BenchmarkTexts.ElementTimed,
    };
}
