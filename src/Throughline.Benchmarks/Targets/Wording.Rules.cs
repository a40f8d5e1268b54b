using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>What a benchmark asks for, as a phrase: "At most 10% by June 30, 2025".</summary>
public sealed partial class Wording
{
    private static readonly Exact All = 100;

    /// <summary>The rule of a benchmark's target.</summary>
    public string Rule(BenchmarkSpec benchmark) => Rule(benchmark.Target, benchmark);

    private string Rule(Target target, BenchmarkSpec benchmark)
    {
        var measure = benchmark.Measure;
        var way = (benchmark with { Target = target }).Direction == Direction.Increase ? "Up" : "Down";
        return target switch
        {
            Level { By: { } by } level => Say(level.Strict ? $"Rule_Beyond_By_{way}" : $"Rule_Level_By_{way}", Written(level.Value, measure), Date(by)),
            Level { Every: { } every } level => Say(
                level.Strict ? $"Rule_Beyond_Every_{way}" : $"Rule_Level_Every_{way}", Written(level.Value, measure), Phrase("Each", every)),
            Ladder ladder => string.Join("; ", ladder.Steps.Select(s => Say($"Rule_Level_By_{way}", Written(s.Value, measure), Date(s.By)))),
            FromTo f => Say($"Rule_FromTo_{way}", Written(f.From, measure), Written(f.To, measure), Date(f.By)),
            Change c => Say($"Rule_Change_{way}", Amount(c.Amount, c.In, "PercentOfStart", measure), Base(c.Baseline, measure), Date(c.By)),
            PerPeriod p => Say(
                $"Rule_PerPeriod_{way}", Amount(p.Amount, p.In, "PercentOfBefore", measure), Phrase("Each", p.Every), Base(p.Start, measure)),
            PriorPeriod p => Compared(p.Amount, p.In, p.Every, "Before", way, measure),
            SamePeriodLastYear p => Compared(p.Amount, p.In, p.Every, "Same", way, measure),
            Gap gap => GapRule(gap, measure),
            Maintain { Floor: { } floor } m => Say("Rule_Floor", Written(floor, measure), Phrase("Any", m.Every)),
            Maintain { Ceiling: { } ceiling } m => Say("Rule_Ceiling", Written(ceiling, measure), Phrase("Any", m.Every)),
            Branch b => Say("Rule_Branch", Condition(b.When, measure), Inner(b.Then, benchmark), Inner(b.Else, benchmark)),
            EveryMember e => Say("Rule_EveryMember", Text($"Member_{e.Member}"), Inner(e.Inner, benchmark)),
            AllOf all => Say("Rule_AllOf", string.Join("; ", all.Targets.Select(t => Inner(t, benchmark)))),
            _ => OccasionRule(target),
        };
    }

    private string OccasionRule(Target target) => target switch
    {
        Milestone m => Say("Rule_Milestone", Date(m.By)),
        Representation r => Say(
            "Rule_Representation", Counted("Unit_Points", r.Tolerance, 0, Exact.MostDecimals), r.Of == "enrolment" ? Text("Of_enrolment") : r.Of),
        Recurring r => WithShare("Rule_Share", Say("Rule_Recurring", Phrase("Each", r.Every)), r.Share),
        EventRelative e => WithShare("Rule_Share", Say("Rule_EventRelative", Counted("Unit_Days", e.Within, 0, 0), e.Of), e.Share),
        CountPer c => WithShare(
            "Rule_ShareOfThem", Say("Rule_CountPer", Number(c.AtLeast, 0, Exact.MostDecimals), c.Per, Phrase("Each", c.Every)), c.Share),
        _ => throw new NotSupportedException($"The form {target.Form} has no words."),
    };

    private string Inner(Target target, BenchmarkSpec benchmark) => LowerFirst(Rule(target, benchmark));

    private string Compared(Exact amount, ChangeUnit unit, Cadence every, string with, string way, Measure measure) => amount.Sign == 0
        ? Say($"Rule_Any_{way}", Phrase("Each", every), Phrase(with, every))
        : Say($"Rule_Compared_{way}", Amount(amount, unit, "PercentOfBefore", measure), Phrase("Each", every), Phrase(with, every));

    private string GapRule(Gap gap, Measure measure)
    {
        var parts = new List<string> { Say("Rule_Gap", gap.Reference) };
        if (gap.From is { } from)
        {
            parts.Add(Say("Rule_From", Difference(from, measure, Exact.MostDecimals)));
        }

        if (gap.To is { } to)
        {
            parts.Add(Say("Rule_To", Difference(to, measure, Exact.MostDecimals)));
        }

        parts.Add(gap.By is { } by ? Say("Rule_By", Date(by)) : Phrase("Each", gap.Every!.Value));
        return string.Join(' ', parts);
    }

    private string Amount(Exact amount, ChangeUnit unit, string percentOf, Measure measure) => unit == ChangeUnit.Points
        ? Difference(amount, measure, Exact.MostDecimals)
        : Say(percentOf, Number(amount, 0, Exact.MostDecimals));

    private string Base(Baseline? baseline, Measure measure) => baseline switch
    {
        { Value: { } value, On: { } on } => Say("Base_ValueOn", Written(value, measure), Date(on)),
        { Value: { } value } => Written(value, measure),
        { On: { } on } => Say("Base_On", Date(on)),
        _ => Text("Base_First"),
    };

    private string Condition(BranchCondition when, Measure measure)
    {
        List<string> parts = [];
        if (when.AtLeast is { } least)
        {
            parts.Add(Say("If_AtLeast", Written(least, measure)));
        }

        if (when.AtMost is { } most)
        {
            parts.Add(Say("If_AtMost", Written(most, measure)));
        }

        if (when.Grades.Count > 0)
        {
            parts.Add(Say("If_Grades", string.Join(", ", when.Grades)));
        }

        return parts.Aggregate((a, b) => Say("And", a, b));
    }

    private string WithShare(string name, string rule, Exact share) =>
        share == All ? rule : Say(name, rule, Say("Unit_Percent", Number(share, 0, Exact.MostDecimals)));
}
