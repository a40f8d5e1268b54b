namespace Throughline.Benchmarks.Targets;

/// <summary>"Each school": the inner target for every member, and what that comes to for the whole.</summary>
public static partial class Evaluator
{
    private static IEnumerable<Answer> Members(
        EveryMember every, string group, IEnumerable<Observation> observations, Case subject)
    {
        var byMember = observations.Where(o => o.Member is not null).ToLookup(o => o.Member!, StringComparer.Ordinal);
        var members = subject.Members ?? byMember.Select(m => m.Key);
        var answers = members
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(member => Judge(every.Inner, group, member, byMember[member], subject))
            .ToList();
        return answers.Prepend(Whole(every, group, answers));
    }

    /// <summary>
    /// The whole stands where its worst member stands; it is met when every member met it. Members that are hidden or
    /// cannot be told keep it from being met, never from being off track.
    /// </summary>
    private static Answer Whole(EveryMember every, string group, List<Answer> members)
    {
        ReadOnlySpan<Status> worstFirst =
            [Status.OffTrack, Status.AtRisk, Status.NoData, Status.CannotTell, Status.Hidden, Status.NotYetDue, Status.OnTrack];
        var status = members.Count == 0 ? Status.NoData : Status.Met;
        foreach (var candidate in worstFirst)
        {
            if (members.Exists(m => m.Status == candidate))
            {
                status = candidate;
                break;
            }
        }

        var verdict = members.Exists(m => m.Verdict == Verdict.NotMet) ? Verdict.NotMet : status switch
        {
            Status.Met => Verdict.Met,
            Status.NoData => Verdict.NoData,
            Status.CannotTell => Verdict.CannotTell,
            Status.Hidden => Verdict.Hidden,
            _ => Verdict.NotYetDue,
        };
        return new Answer(group, null, verdict, status, null, [], new Proof(every, [], [])
        {
            Due = members.Count > 0 ? members[0].Proof.Due : null,
            Held = members.Count(m => m.Status == Status.Met),
            Of = members.Count,
        });
    }
}
