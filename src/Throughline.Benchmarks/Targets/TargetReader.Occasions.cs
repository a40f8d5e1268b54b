namespace Throughline.Benchmarks.Targets;

/// <summary>Forms that ask whether something is done, how often, and for whom.</summary>
internal sealed partial class TargetReader
{
    private const int MostDays = 366;

    private static readonly Exact Whole = 100;

    private static Representation? Representation(JsonObjectReader json)
    {
        var of = json.Text("of", "what the shares are compared with: enrolment");
        var tolerance = json.Number("tolerance", "how far apart the shares may be, in points");
        if (tolerance is { Sign: < 0 })
        {
            json.Refuse("tolerance", "a number, 0 or more");
        }

        return (of, tolerance) is (not null, { } t) ? new Representation(of, t) : null;
    }

    private static Milestone? Milestone(JsonObjectReader json) =>
        json.Date("by", ADate) is { } by ? new Milestone(by) : null;

    private static Recurring? Recurring(JsonObjectReader json) =>
        (Every(json), Share(json)) is ({ } every, { } share) ? new Recurring(every, share) : null;

    private static EventRelative? EventRelative(JsonObjectReader json)
    {
        var within = json.Whole("within", 0, MostDays);
        if (!json.Has("within"))
        {
            json.Miss("within", "a number of days");
        }

        var of = json.Text("of", "the event that the days are counted from");
        return (within, of, Share(json)) is ({ } w, not null, { } share) ? new EventRelative(w, of, share) : null;
    }

    private static CountPer? CountPer(JsonObjectReader json)
    {
        var atLeast = json.Number("at_least", AnAmount);
        if (atLeast is { Sign: <= 0 })
        {
            json.Refuse("at_least", AnAmount);
        }

        var per = json.Text("per", "for each of what");
        return (atLeast, per, Every(json), Share(json)) is ({ } a, not null, { } every, { } share)
            ? new CountPer(a, per, every, share)
            : null;
    }

    private EveryMember? EveryMember(JsonObjectReader json)
    {
        var member = json.OneOf("member", Words.MemberKinds, isRequired: true);
        var inner = Read(json, "target");
        return (member, inner) is ({ } m, not null) ? new EveryMember(m, inner) : null;
    }

    /// <summary>A percent of the occasions; all of them where nothing is said.</summary>
    private static Exact? Share(JsonObjectReader json)
    {
        if (!json.Has("share"))
        {
            return Whole;
        }

        var share = json.Number("share");
        if (share is { } s && (s.Sign <= 0 || s > Whole))
        {
            json.Refuse("share", "a percent over 0, at most 100");
        }

        return share;
    }
}
