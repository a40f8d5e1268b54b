using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>
/// The forms of docs/contracts.md in their order, each beside its pattern's name. Where a form has two patterns, the
/// longer stands first: the first that matches is what is read.
/// </summary>
internal static class Forms
{
    public static readonly IReadOnlyList<Form> All =
    [
        Form.Of<Level>("Level_By", (t, w) => t.By is { } by ? new() { { "least", (w, t.Strict) }, { "value", t.Value }, { "by", by } } : null, f =>
            new Level(f.Get<Exact>("value"), f.Get<DateOnly>("by"), null) { Strict = Strict(f) }),
        Form.Of<Level>("Level_Every", (t, w) => t.Every is { } e ? new() { { "least", (w, t.Strict) }, { "value", t.Value }, { "every", e } } : null, f =>
            new Level(f.Get<Exact>("value"), null, f.Get<Cadence>("every")) { Strict = Strict(f) }),
        Form.Of<Ladder>("Ladder", (t, _) => new() { { "steps", t.Steps } }, f => new Ladder(f.Get<List<Rung>>("steps"))),
        Form.Of<FromTo>("FromTo", WriteFromTo, ReadFromTo),
        Form.Of<Change>(
            "Change", (t, w) => new() { { "move", w }, { "amount", (t.Amount, t.In) }, { "by", t.By }, { "base", t.Baseline } }, f =>
            new Change(Amount(f), In(f), f["base"] as Baseline, f.Get<DateOnly>("by"))),
        Form.Of<PerPeriod>(
            "PerPeriod", (t, w) => new() { { "move", w }, { "amount", (t.Amount, t.In) }, { "every", t.Every }, { "base", t.Start } }, f =>
            new PerPeriod(Amount(f), In(f), f.Get<Cadence>("every"), f["base"] as Baseline)),
        Form.Of<PriorPeriod>("PriorPeriod", (t, w) => t.Amount.Sign == 0 ? null : Compared(t.Amount, t.In, t.Every, w), f =>
            IsOne(f) ? new PriorPeriod(Amount(f), In(f), f.Get<Cadence>("every")) : null),
        Form.Of<SamePeriodLastYear>("SamePeriod", (t, w) => t.Amount.Sign == 0 ? null : Compared(t.Amount, t.In, t.Every, w), f =>
            IsOne(f) ? new SamePeriodLastYear(Amount(f), In(f), f.Get<Cadence>("every")) : null),
        Form.Of<PriorPeriod>("PriorPeriod_Any", (t, w) => Compared(t.Amount, t.In, t.Every, w), f =>
            IsOne(f) ? new PriorPeriod(0, ChangeUnit.Points, f.Get<Cadence>("every")) : null),
        Form.Of<SamePeriodLastYear>("SamePeriod_Any", (t, w) => Compared(t.Amount, t.In, t.Every, w), f =>
            IsOne(f) ? new SamePeriodLastYear(0, ChangeUnit.Points, f.Get<Cadence>("every")) : null),
        Form.Of<Gap>("Gap_By", (t, _) => t.By is { } by ? Gap(t, "by", by) : null, f => Gap(f, f.Get<DateOnly>("by"), null)),
        Form.Of<Gap>("Gap_Every", (t, _) => t.Every is { } every ? Gap(t, "every", every) : null, f => Gap(f, null, f.Get<Cadence>("every"))),
        Form.Of<Maintain>("Maintain", WriteMaintain, ReadMaintain),
        Form.Of<Branch>("Branch", (t, _) => new() { { "when", t.When }, { "then", t.Then }, { "else", t.Else } }, f =>
            new Branch(f.Get<BranchCondition>("when"), f.Get<Target>("then"), f.Get<Target>("else"))),
        Form.Of<Representation>("Representation", (t, _) => new() { { "tolerance", t.Tolerance }, { "of", t.Of } }, f =>
            new Representation(f.Get<string>("of"), f.Get<Exact>("tolerance"))),
        Form.Of<Milestone>("Milestone", (t, _) => new() { { "by", t.By } }, f => new Milestone(f.Get<DateOnly>("by"))),
        Form.Of<EventRelative>("EventRelative", (t, _) => new() { { "within", t.Within }, { "of", t.Of }, { "share", t.Share } }, f =>
            new EventRelative(f.Get<int>("within"), f.Get<string>("of"), f.Get<Exact>("share"))),
        Form.Of<Recurring>("Recurring", (t, _) => new() { { "every", t.Every }, { "share", t.Share } }, f =>
            new Recurring(f.Get<Cadence>("every"), f.Get<Exact>("share"))),
        Form.Of<CountPer>(
            "CountPer", (t, _) => new() { { "number", t.AtLeast }, { "per", t.Per }, { "every", t.Every }, { "share", t.Share } }, f =>
            new CountPer(f.Get<Exact>("number"), f.Get<string>("per"), f.Get<Cadence>("every"), f.Get<Exact>("share"))),
        Form.Of<EveryMember>("EveryMember", (t, _) => new() { { "member", t.Member }, { "target", t.Inner } }, f =>
            new EveryMember(f.Get<MemberKind>("member"), f.Get<Target>("target"))),
        Form.Of<AllOf>("AllOf", (t, _) => new() { { "targets", t.Targets } }, f => new AllOf(f.Get<List<Target>>("targets"))),
    ];

    private static bool Strict(Filling f) => f.Get<(Direction Way, bool IsStrict)>("least").IsStrict;

    private static Exact Amount(Filling f) => f.Get<(Exact Amount, ChangeUnit In)>("amount").Amount;

    private static ChangeUnit In(Filling f) => f.Get<(Exact Amount, ChangeUnit In)>("amount").In;

    /// <summary>"each month than the month before", not "than the week before".</summary>
    private static bool IsOne(Filling f) => f.Get<Cadence>("every") == f.Get<Cadence>("than");

    private static Filling Compared(Exact amount, ChangeUnit unit, Cadence every, Direction way) =>
        new() { { "higher", way }, { "every", every }, { "than", every }, { "amount", (amount, unit) } };

    private static Filling Gap(Gap t, string blank, object when) =>
        new() { { "reference", t.Reference }, { "from", t.From }, { "to", t.To }, { blank, when } };

    private static Gap Gap(Filling f, DateOnly? by, Cadence? every) => new(f.Get<string>("reference"), (Exact?)f["from"], (Exact?)f["to"], by, every);

    private static Filling WriteFromTo(FromTo t, Direction way) => new()
    {
        { "go", WayOf(t.From, t.To) }, { "from", t.From }, { "on", t.On }, { "to", t.To }, { "by", t.By }, { "path", t.Path },
    };

    private static FromTo? ReadFromTo(Filling f)
    {
        var (from, to) = (f.Get<Exact>("from"), f.Get<Exact>("to"));
        return WayOf(from, to) == f.Get<int>("go")
            ? new FromTo(from, to, f.Get<DateOnly>("by"), f.Get<TargetPath>("path"), (DateOnly?)f["on"])
            : null;
    }

    private static int WayOf(Exact from, Exact to) => (to - from).Sign;

    private static Filling? WriteMaintain(Maintain t, Direction way) => (t.Floor ?? t.Ceiling) is { } value
        ? new() { { "floor", t.Floor is null ? Direction.Decrease : Direction.Increase }, { "value", value }, { "every", t.Every } }
        : null;

    private static Maintain ReadMaintain(Filling f)
    {
        var value = f.Get<Exact>("value");
        return f.Get<Direction>("floor") == Direction.Increase
            ? new Maintain(value, null, f.Get<Cadence>("every"))
            : new Maintain(null, value, f.Get<Cadence>("every"));
    }
}
