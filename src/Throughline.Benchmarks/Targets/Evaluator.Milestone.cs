namespace Throughline.Benchmarks.Targets;

/// <summary>Targets that are done or not done.</summary>
public static partial class Evaluator
{
    private static Finding JudgeMilestone(Milestone milestone, IEnumerable<Observation> observations, Case subject)
    {
        var excluded = new List<Exclusion>();
        var known = new List<Observation>();
        foreach (var o in observations.Where(o => o.Done is not null || o.DoneDate is not null))
        {
            if (o.RecordedAt > subject.KnownAt)
            {
                excluded.Add(new Exclusion(o.Index, ExclusionReason.NotKnownYet));
            }
            else if (DayOf(o) > subject.AsOf)
            {
                excluded.Add(new Exclusion(o.Index, ExclusionReason.PeriodNotOver));
            }
            else
            {
                known.Add(o);
            }
        }

        // What was said last counts: a report can be taken back.
        var said = known.OrderBy(o => o.RecordedAt).ThenBy(DayOf).ThenBy(o => o.Index).LastOrDefault();
        excluded.AddRange(known.Where(o => o != said).Select(o => new Exclusion(o.Index, ExclusionReason.Replaced)));
        var isDone = said is not null && said.Done != false;
        var inTime = isDone && DayOf(said!) <= milestone.By;
        var (status, verdict) = (inTime, isDue: subject.AsOf >= milestone.By, said) switch
        {
            (true, _, _) => (Status.Met, Verdict.Met),
            (_, false, _) => (Status.NotYetDue, Verdict.NotYetDue),
            (_, _, null) => (Status.NoData, Verdict.NoData),
            _ => (Status.OffTrack, Verdict.NotMet),
        };
        PeriodResult[] periods = said is null ? [] : [new PeriodResult(said.Period, null, null, inTime)];
        return new Finding(verdict, status, null, periods, new Proof(
            milestone, said is null ? [] : [said.Index], [.. excluded.OrderBy(e => e.Observation)])
        {
            On = said?.Period,
            Due = milestone.By,
        });
    }

    private static DateOnly DayOf(Observation o) => o.DoneDate ?? o.Period.End;
}
