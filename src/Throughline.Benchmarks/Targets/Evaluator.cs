using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Statistics;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Judges a case. Pure: no clock, no culture, no database; the same case gives the same answers everywhere. The rules
/// are those of docs/contracts.md, "Rules that all forms share".
/// </summary>
public static partial class Evaluator
{
    private static readonly Exact FivePoints = 5;

    /// <summary>Whether a target of this form can be judged. The others are read and stored until they can be.</summary>
    public static bool CanJudge(Target target) => target switch
    {
        Level or FromTo or Change or SamePeriodLastYear or PriorPeriod or Maintain or Milestone => true,
        EveryMember { Member: MemberKind.School or MemberKind.Classroom or MemberKind.Person, Inner: var inner } =>
            inner is not EveryMember && CanJudge(inner),
        _ => false,
    };

    /// <summary>
    /// One answer for each group of the benchmark; under "each", the whole first and then each member in the order of
    /// its name.
    /// </summary>
    /// <exception cref="NotSupportedException">The form cannot be judged; ask <see cref="CanJudge"/> first.</exception>
    public static IReadOnlyList<Answer> Evaluate(Case subject)
    {
        if (!CanJudge(subject.Benchmark.Target))
        {
            throw new NotSupportedException($"The form {subject.Benchmark.Target.Form} cannot be judged.");
        }

        var answers = new List<Answer>();
        foreach (var group in subject.Benchmark.Groups)
        {
            var observations = subject.Observations.Where(o => o.Group == group);
            if (subject.Benchmark.Target is EveryMember every)
            {
                answers.AddRange(Members(every, group, observations, subject));
            }
            else
            {
                answers.Add(Judge(subject.Benchmark.Target, group, null, observations.Where(o => o.Member is null), subject));
            }
        }

        return answers;
    }

    private static Answer Judge(
        Target target, string group, string? member, IEnumerable<Observation> observations, Case subject)
    {
        var found = target is Milestone milestone
            ? JudgeMilestone(milestone, observations, subject)
            : Judge(target, new Figures(observations, subject), subject);
        return new Answer(group, member, found.Verdict, found.Status, found.Pace, found.Periods, found.Proof);
    }

    private static Finding Judge(Target target, Figures figures, Case subject) => target switch
    {
        Level { By: { } by } level => new Dated(target, by, figures, subject).JudgeLevel(level),
        FromTo fromTo => new Dated(target, fromTo.By, figures, subject).JudgeFromTo(fromTo),
        Change change => new Dated(target, change.By, figures, subject).JudgeChange(change),
        Level { Every: { } every } => new Recurrence(target, every, figures, subject).Judge(),
        Maintain { Every: var every } => new Recurrence(target, every, figures, subject).Judge(),
        PriorPeriod { Every: var every } => new Recurrence(target, every, figures, subject).Judge(),
        SamePeriodLastYear { Every: var every } => new Recurrence(target, every, figures, subject).Judge(),
        _ => throw new NotSupportedException($"The form {target.Form} cannot be judged."),
    };

    /// <summary>At or beyond, the better way.</summary>
    private static bool Holds(Exact actual, Exact asked, Direction better) =>
        better == Direction.Increase ? actual >= asked : actual <= asked;

    /// <summary>How much worse than asked; 0 or less when it holds.</summary>
    private static Exact Shortfall(Exact actual, Exact asked, Direction better) =>
        better == Direction.Increase ? asked - actual : actual - asked;

    /// <summary>
    /// How much worse is still "at risk": what the measure says, else the smaller of five points and half the way from
    /// the start to the target, or a tenth of the target where there is no start. Five points bound what is counted in
    /// points; days, counts and ratios have no points.
    /// </summary>
    private static Exact MarginOf(Measure measure, Exact? start, Exact asked)
    {
        var relative = start is { } from ? (asked - from).Abs() / 2 : asked.Abs() / 10;
        return measure.Margin ?? (measure.Unit.CountsInPoints() ? Exact.Min(FivePoints, relative) : relative);
    }

    /// <summary>Whether any figure used is about fewer people than may be shown.</summary>
    private static bool IsHidden(Case subject, params ReadOnlySpan<Figure?> used)
    {
        foreach (var figure in used)
        {
            if (figure?.Observation.Size < subject.MinimumN)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a sample is too small to say on which side of the target the truth lies: fewer than the steady size,
    /// and the 95% interval (Wilson) holds both sides. A full count is never in doubt.
    /// </summary>
    private static bool IsInDoubt(Measure measure, Figure figure, Exact asked)
    {
        if (measure.FullCount || measure.Unit != Unit.Percent
            || figure.Observation.Size is not { } n || n <= 0 || n >= measure.SteadySize)
        {
            return false;
        }

        var share = Math.Clamp(figure.Value.ToDouble() / 100, 0, 1);
        var (lower, upper) = Wilson.Interval(share * n, n);
        var target = asked.ToDouble() / 100;
        return lower < target && target < upper;
    }

    /// <summary>An answer before it is said whom it is about.</summary>
    private sealed record Finding(
        Verdict Verdict, Status Status, Pace? Pace, IReadOnlyList<PeriodResult> Periods, Proof Proof);
}
