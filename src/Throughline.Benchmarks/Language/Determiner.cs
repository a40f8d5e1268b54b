using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Benchmarks.Writing;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// A reading and its measure to the structure that is judged. A statement that could mean two things determines none:
/// the finding says what to mend. Without a measure only the findings are of use.
/// </summary>
internal sealed partial class Determiner(Reading reading, Measure? measure)
{
    private readonly Slots slots = reading.Slots;
    private readonly Tokens tokens = reading.Slots.Parts.Tokens;
    private readonly List<Finding> findings = [];
    private bool prevented;

    private AmountMention? Level { get; } = reading.Slots.Head.Find(static a => a.Role == AmountRole.Level);

    private AmountMention? Amount { get; } = reading.Slots.Head.Find(static a => a.Role == AmountRole.Change);

    private AmountMention? Start { get; } = StartOf(reading.Slots);

    private DateOnly? By => reading.Deadline?.Date;

    /// <summary>The cadence at which the target itself recurs.</summary>
    private Cadence? Every => slots.Often is { } often && (often.First <= slots.HeadFirst + 1 || reading.Deadline is null) ? often.How.Cadence : null;

    private bool IsMilestone => reading.Type == BenchmarkType.Activity && reading.Movement == Movement.Attain && reading.Measures.Count == 0
        && slots.Parts.Amounts.Count == 0 && slots.Comparison is null;

    private static AmountMention? StartOf(Slots slots)
    {
        foreach (var start in slots.Baselines)
        {
            if (start.First >= slots.HeadFirst)
            {
                return start;
            }
        }

        return null;
    }

    public Determination Determine()
    {
        if (measure is not null && Canonical.For(reading, measure) is { } said)
        {
            return new Determination(said, []);
        }

        if (reading.IsForeign)
        {
            Prevent("only_english", Severity.Fix, 0, reading.Text.Length, Element.Specific);
            return new Determination(null, findings);
        }

        CheckBlanks();
        CheckQuantity();
        CheckDate();
        CheckOneTarget();
        CheckNegation();
        CheckReference();
        CheckGroups();
        CheckDirection();
        CheckWhole();
        CheckUnit();
        CheckArithmetic();
        CheckAmount();
        var target = TargetOf();
        if (target is not null && reading.Member is { } member)
        {
            target = member == MemberKind.School && !IsSomeSchools ? new EveryMember(member, target) : NotYet("not_yet_judged");
        }

        return new Determination(prevented || target is null || measure is null ? null : new BenchmarkSpec(Directed(measure), reading.Groups, target), findings);
    }

    /// <summary>"each elementary school", "each school in the north": fewer than all, and which ones is not known.</summary>
    private bool IsSomeSchools
    {
        get
        {
            var noun = tokens.SkipAll(tokens.Skip(slots.Universal!.Past, "of"), Words.Articles);
            return tokens.Word(noun) is not ("school" or "schools" or "school's" or "district")
                || tokens.Word(noun + 1) is "with" or "in" or "that" or "whose" or "where" or "serving" or "which";
        }
    }

    private Target? TargetOf() => reading.Form switch
    {
        _ when prevented => null,
        _ when IsMilestone => By is { } by ? new Milestone(by) : null,
        ReadingForm.FromTo => FromTo(),
        ReadingForm.ChangeFromBaseline => Change(),
        ReadingForm.YearOverYearSamePeriod => new SamePeriodLastYear(Moved, In, slots.Often?.How.Cadence ?? Named ?? Cadence.Month),
        ReadingForm.RelativeToPriorPeriod => new PriorPeriod(Moved, In, Named ?? Every ?? Cadence.Year),
        ReadingForm.AbsoluteLevel or ReadingForm.All when slots.Steps.Count > 0 => new Ladder([.. slots.Steps.Select(static s => new Rung(Of(s.Amount.Value!.Value), s.Due.Date!.Value))]),
        ReadingForm.AbsoluteLevel or ReadingForm.All when Level?.Value is { } value => LevelOf(Of(value)),
        _ => NotYet("not_yet_judged"),
    };

    private Target? LevelOf(Exact value)
    {
        if ((reading.Movement == Movement.Maintain || Level is { IsKept: true }) && Every is { } cadence)
        {
            var isCeiling = Level is { Bound: not Bound.None } bounded ? bounded.Bound == Bound.AtMost : Way == Direction.Decrease;
            return isCeiling ? new Maintain(null, value, cadence) : new Maintain(value, null, cadence);
        }

        var strict = Level is { IsStrict: true };
        return Every is { } every ? new Level(value, null, every) { Strict = strict }
            : By is { } by ? new Level(value, by, null) { Strict = strict }
            : null;
    }

    private FromTo? FromTo()
    {
        if (Level?.Value is not { } to || By is not { } by)
        {
            return null;
        }

        var start = Start?.Value ?? (Amount?.Value is { } amount ? (Way == Direction.Decrease ? to + amount : to - amount) : null);
        return start is { } from ? new FromTo(Of(from), Of(to), by, TargetPath.Linear) : null;
    }

    private Change? Change()
    {
        if (Amount?.Value is not { } || By is not { } by)
        {
            return null;
        }

        if (Start is null)
        {
            Note("no_baseline", Severity.Consider, Amount, Element.Measurable);
        }

        var on = Start is { } start ? (slots.Parts.DateAt(start.Past) ?? slots.Parts.DateAt(start.Past + 1))?.Date : null;
        return new Change(Moved, In, Start?.Value is { } value && on is { } day ? new Baseline(Of(value), day) : null, by);
    }

    /// <summary>How far to move; 0, any improvement, where the statement names no amount.</summary>
    private Exact Moved => Amount?.Value is { } value ? Of(value) : 0;

    /// <summary>A percent said of a figure that is itself a percent is taken as points; a finding asks.</summary>
    private ChangeUnit In => Amount is { Unit: TargetUnit.Percent } amount && (amount.IsPart || !IsPercentMeasure) ? ChangeUnit.Percent : ChangeUnit.Points;

    private bool IsPercentMeasure => measure is null ? TargetReader.SaysPercent(slots) || Shares : measure.Unit == Unit.Percent;

    /// <summary>"Students scoring proficient will rise by 5%": a group that itself rises is a share.</summary>
    private bool Shares => reading.Focus == Focus.Student && reading.Population is not null && reading.Measures.Count == 0;

    /// <summary>The cadence that the comparison names: "the same month", "the prior year".</summary>
    private Cadence? Named => Cadence.TryParse(slots.Comparison?.Period, out var cadence) ? cadence : null;

    /// <summary>Which way the statement wants the figure to go; where it does not say, which way is better.</summary>
    private Direction? Way => reading.Movement switch
    {
        Movement.Increase => Direction.Increase,
        Movement.Decrease => Direction.Decrease,
        _ => measure?.Direction ?? Level?.Bound switch
        {
            Bound.AtLeast => Direction.Increase,
            Bound.AtMost => Direction.Decrease,
            _ => null,
        },
    };

    private Measure Directed(Measure known) => known.Direction is null ? known with { Direction = Way } : known;

    private static Exact Of(decimal value) => Exact.TryRead(value, out var exact) ? exact : 0;

    private Target? NotYet(string code)
    {
        Prevent(code, Severity.Consider, 0, reading.Text.Length, Element.Measurable);
        return null;
    }

    private void Prevent(string code, Severity severity, int start, int end, Element criterion, params IReadOnlyList<string> about)
    {
        prevented = true;
        findings.Add(new Finding(code, severity, start, end, criterion, about));
    }

    private void Note(string code, Severity severity, Mention at, Element criterion, params IReadOnlyList<string> about)
    {
        var span = tokens.SpanOf(at.First, at.Past);
        findings.Add(new Finding(code, severity, span?.Start ?? 0, span?.End ?? reading.Text.Length, criterion, about));
    }
}
