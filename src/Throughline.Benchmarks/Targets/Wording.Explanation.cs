using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>Why a benchmark stands where it stands.</summary>
public sealed partial class Wording
{
    /// <summary>One or more whole sentences. Those of a hidden answer hold no figure of it, nor what would give one away.</summary>
    public string Explanation(Answer answer, Case subject)
    {
        var proof = answer.Proof;
        return (answer.Status, proof.Target) switch
        {
            (_, EveryMember every) => MembersSaid(proof, every),
            (Targets.Status.Hidden, _) => Say("Say_Hidden", Number(subject.MinimumN, 0, 0)),
            (Targets.Status.NoData, Milestone) => Say("Milestone_NotDone", Date(proof.Due!.Value)),
            (_, Milestone milestone) when answer.Status is not Targets.Status.NotYetDue => MilestoneSaid(milestone, answer, subject),
            (Targets.Status.NoData, _) => NoDataSaid(answer, subject),
            (Targets.Status.NotYetDue, _) => proof.Due is { } due ? Say("Say_NotYetDue", Date(due)) : Text("Say_NoData_Now"),
            _ => string.Join(' ', Judged(answer, subject)),
        };
    }

    /// <summary>Why nothing counts: the latest figure that could have, where there is one, and what kept it out.</summary>
    private string NoDataSaid(Answer answer, Case subject)
    {
        var proof = answer.Proof;
        var latest = subject.Observations
            .Where(o => o.Member == answer.Member && o.Group == answer.Group && !(o.Period.End > (proof.Due ?? subject.AsOf)))
            .OrderBy(o => o.Period.End).ThenBy(o => o.RecordedAt)
            .LastOrDefault();
        var isOfNow = latest is not null && (proof.Due is not { } end || end.DayNumber - latest.Period.End.DayNumber < latest.Period.Days);
        var reason = proof.Excluded.FirstOrDefault(e => e.Observation == latest?.Index)?.Reason;
        return isOfNow && reason == ExclusionReason.NotPublished ? Text("Say_NoData_NotPublished")
            : isOfNow && reason == ExclusionReason.NotKnownYet ? Text("Say_NoData_NotKnown")
            : isOfNow && reason is null && latest!.In(subject.Benchmark.Measure.Unit) is not null ? Text("Say_NoData_NoComparison")
            : proof.Due is { } due && subject.AsOf >= due ? Say("Say_NoData_Due", Date(due))
            : Text("Say_NoData_Now");
    }

    /// <summary>The observations a proof names, wherever they stand in the case.</summary>
    private static IEnumerable<Observation> Used(Proof proof, Case subject) =>
        subject.Observations.Where(o => proof.Observations.Contains(o.Index)).OrderBy(o => o.Period.End);

    private IEnumerable<string> Judged(Answer answer, Case subject)
    {
        var proof = answer.Proof;
        var measure = subject.Benchmark.Measure;
        if (proof is not { On: { } on, Actual: { } actual, Asked: { } asked })
        {
            yield break;
        }

        var from = Used(proof, subject).LastOrDefault(o => o.Period == on);
        yield return Say("Say_Figure", FigureSaid(actual, from, measure, DecimalsToTell(actual, asked, measure)), In(on));
        if (answer.Status == Targets.Status.CannotTell)
        {
            yield return from?.Size is { } size && size < measure.SteadySize
                ? Say("Say_CannotTell", Plain((int)size), Plain(measure.SteadySize), AskedSaid(proof, asked, actual, measure))
                : Text("Say_CannotTell_Earlier");
            yield break;
        }

        yield return Beside(proof, actual, asked, measure, answer.Status);
        if (proof.Of is { } of)
        {
            yield return Say("Say_Held", Plain(proof.Held ?? 0), Plain(of));
            var isNotMet = answer.Status == Targets.Status.OffTrack && subject.AsOf >= proof.Due;
            yield return Text($"So_Each_{(isNotMet ? "NotMet" : answer.Status)}");
        }
        else
        {
            yield return answer.Verdict == Verdict.NotMet ? Text("So_NotMet")
                : Say($"So_{answer.Status}", Difference(proof.Margin ?? Exact.Zero, measure, measure.Decimals));
        }
    }

    /// <summary>The figure beside what was asked: the target, the path by then, or the period that it is compared with.</summary>
    private string Beside(Proof proof, Exact actual, Exact asked, Measure measure, Status status)
    {
        var (kind, other, name) = proof.Target switch
        {
            PriorPeriod p => ("Start", proof.Start ?? asked, Phrase("Before", p.Every)),
            SamePeriodLastYear s => ("Start", proof.Start ?? asked, Phrase("Same", s.Every)),
            FromTo { To: var to } when status == Targets.Status.Met => ("Target", to, ""),
            FromTo { To: var to } when asked != to => ("Path", asked, ""),
            Change when proof.On?.End < proof.Due => ("Path", asked, ""),
            _ => ("Target", asked, ""),
        };
        var side = actual > other ? "Above" : actual < other ? "Below" : "Same";
        var decimals = DecimalsToTell(actual, other, measure);
        return Say(
            $"{kind}_{side}", Difference(actual - other, measure, decimals),
            kind == "Target" ? Written(other, measure) : WithUnit(other, measure, measure.Decimals, decimals), name);
    }

    private string AskedSaid(Proof proof, Exact asked, Exact actual, Measure measure) => proof.Target is Level or Maintain
        ? Written(asked, measure)
        : WithUnit(asked, measure, 0, DecimalsToTell(actual, asked, measure));

    /// <summary>"24.9% (135 of 542)", the counts where they are known.</summary>
    private string FigureSaid(Exact actual, Observation? from, Measure measure, int decimals)
    {
        var value = WithUnit(actual, measure, measure.Decimals, decimals);
        return from is { Value: null, Numerator: { } n, Denominator: { } d } && measure.Unit == Unit.Percent
            ? Say("OutOf", value, n.ToString("#,##0", culture), d.ToString("#,##0", culture))
            : value;
    }

    private string MilestoneSaid(Milestone milestone, Answer answer, Case subject)
    {
        var said = Used(answer.Proof, subject).LastOrDefault();
        if (said is null || said.Done == false)
        {
            return Say("Milestone_NotDone", Date(milestone.By));
        }

        var day = Date(said.DoneDate ?? said.Period.End);
        return answer.Verdict == Verdict.Met ? Say("Milestone_InTime", day) : Say("Milestone_Late", day, Date(milestone.By));
    }

    private string MembersSaid(Proof proof, EveryMember every) => proof.Of is > 0 and var of
        ? Say("Say_Members", Plain(proof.Held ?? 0), Plain(of), Text($"Members_{every.Member}"))
        : Text("Say_NoMembers");
}
