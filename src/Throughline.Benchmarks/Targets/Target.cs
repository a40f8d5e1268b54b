using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// How much, by when: the closed set of forms a benchmark can take (docs/contracts.md, "Forms"). Amounts are in the
/// measure's unit unless they are percents of a starting value; dates are the last day that counts, included.
/// </summary>
public abstract record Target
{
    private protected Target()
    {
    }

    /// <summary>The name of the form in files: "from_to".</summary>
    public abstract string Form { get; }
}

/// <summary>At or beyond a value, on a date or in each period. One of <paramref name="By"/> and <paramref name="Every"/> is given.</summary>
public sealed record Level(Exact Value, DateOnly? By, Cadence? Every) : Target
{
    /// <summary>Whether the value itself is not enough: "below 15%" is not met at 15.0%.</summary>
    public bool Strict { get; init; }

    public override string Form => "level";
}

/// <summary>A value for each of several dates, each its own verdict.</summary>
public sealed record Ladder(IReadOnlyList<Rung> Steps) : Target
{
    public override string Form => "ladder";
}

/// <summary>One step of a ladder, or one point of a given path.</summary>
public sealed record Rung(Exact Value, DateOnly By);

/// <summary>From a starting value to an end value by a date; the path between them gives the pace.</summary>
/// <param name="From">Where the path begins.</param>
/// <param name="To">The value that must be reached.</param>
/// <param name="By">When.</param>
/// <param name="Path">How the way is spread over the time.</param>
/// <param name="On">The day the starting value speaks of; null for the first school day.</param>
public sealed record FromTo(Exact From, Exact To, DateOnly By, TargetPath Path, DateOnly? On = null) : Target
{
    public override string Form => "from_to";
}

/// <summary>A change from the baseline by a date.</summary>
/// <param name="Amount">How much; over 0. The measure's better direction says which way.</param>
/// <param name="In">Points, or a percent of the baseline.</param>
/// <param name="Baseline">The starting value; null for the first figure known.</param>
/// <param name="By">When.</param>
public sealed record Change(Exact Amount, ChangeUnit In, Baseline? Baseline, DateOnly By) : Target
{
    public override string Form => "change";
}

/// <summary>Every period moves by at least the amount from the one before.</summary>
public sealed record PerPeriod(Exact Amount, ChangeUnit In, Cadence Every, Baseline? Start) : Target
{
    public override string Form => "per_period";
}

/// <summary>Better than the period before; an amount of 0 asks for any improvement.</summary>
public sealed record PriorPeriod(Exact Amount, ChangeUnit In, Cadence Every) : Target
{
    public override string Form => "prior_period";
}

/// <summary>Better than the same period a year before; an amount of 0 asks for any improvement.</summary>
public sealed record SamePeriodLastYear(Exact Amount, ChangeUnit In, Cadence Every) : Target
{
    public override string Form => "same_period_last_year";
}

/// <summary>The difference to a reference (a group or an organization) narrows from one value to another.</summary>
public sealed record Gap(string Reference, Exact? From, Exact? To, DateOnly? By, Cadence? Every) : Target
{
    public override string Form => "gap";
}

/// <summary>Never below a floor, or never above a ceiling, in any period.</summary>
public sealed record Maintain(Exact? Floor, Exact? Ceiling, Cadence Every) : Target
{
    public override string Form => "maintain";
}

/// <summary>One target or another, as the starting value decides.</summary>
public sealed record Branch(BranchCondition When, Target Then, Target Else) : Target
{
    public override string Form => "branch";
}

/// <summary>When the first arm of a branch applies: the starting value is at least, or at most, a value; for some grades only.</summary>
public sealed record BranchCondition(Exact? AtLeast, Exact? AtMost, IReadOnlyList<string> Grades);

/// <summary>Each group's share is within a tolerance of its share of the whole.</summary>
public sealed record Representation(string Of, Exact Tolerance) : Target
{
    public override string Form => "representation";
}

/// <summary>Something is done by a date.</summary>
public sealed record Milestone(DateOnly By) : Target
{
    public override string Form => "milestone";
}

/// <summary>Something is done each period, in at least a share (percent) of the occasions.</summary>
public sealed record Recurring(Cadence Every, Exact Share) : Target
{
    public override string Form => "cadence";
}

/// <summary>Something is done within so many days after each event, for at least a share (percent) of them.</summary>
public sealed record EventRelative(int Within, string Of, Exact Share) : Target
{
    public override string Form => "event_relative";
}

/// <summary>At least so many for each of something, in each period, for at least a share (percent) of them.</summary>
public sealed record CountPer(Exact AtLeast, string Per, Cadence Every, Exact Share) : Target
{
    public override string Form => "count_per";
}

/// <summary>The inner target holds for each member: each school, each grade, each classroom.</summary>
public sealed record EveryMember(MemberKind Member, Target Inner) : Target
{
    public override string Form => "every_member";
}

/// <summary>Each of several targets holds.</summary>
public sealed record AllOf(IReadOnlyList<Target> Targets) : Target
{
    public override string Form => "all_of";
}

/// <summary>Whether an amount of change is in points of the unit or a percent of the starting value.</summary>
public enum ChangeUnit
{
    Points,
    Percent,
}

/// <summary>What "each" speaks of.</summary>
public enum MemberKind
{
    Group,
    Grade,
    Classroom,
    School,
    Person,
    Category,
}

/// <summary>A starting value and the day it speaks of; one of them may be left out.</summary>
/// <param name="Value">The value, in the measure's unit; null to take the figure in force on that day.</param>
/// <param name="On">The day it speaks of, included; null for the first school day.</param>
public sealed record Baseline(Exact? Value, DateOnly? On);

/// <summary>How a way is spread over time. Points are given for a path of the author's own, in order of date.</summary>
public sealed record TargetPath(PathShape Shape, IReadOnlyList<Rung> Points)
{
    public static readonly TargetPath Linear = new(PathShape.Linear, []);
}

public enum PathShape
{
    Linear,
    Step,
    Exponential,
    Given,
}
