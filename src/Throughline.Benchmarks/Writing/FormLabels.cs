using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>The label that a reading gives to a form (docs/contracts.md, "Readings").</summary>
internal static class FormLabels
{
    private static readonly Exact Whole = 100;

    public static ReadingForm Of(Target target) => target switch
    {
        Change => ReadingForm.ChangeFromBaseline,
        FromTo => ReadingForm.FromTo,
        PerPeriod => ReadingForm.PerPeriodIncrement,
        PriorPeriod => ReadingForm.RelativeToPriorPeriod,
        SamePeriodLastYear => ReadingForm.YearOverYearSamePeriod,
        Gap => ReadingForm.GapReduction,
        Branch branch => Of(branch.Then),
        AllOf all => Of(all.Targets[0]),
        EveryMember every => OfInner(every.Inner),
        Milestone => ReadingForm.None,
        _ => ReadingForm.AbsoluteLevel,
    };

    /// <summary>"Each school" is its own label where the target inside has no level, or one that leaves nobody out.</summary>
    private static ReadingForm OfInner(Target inner) => inner is Milestone || (inner is Level level && level.Value == Whole) ? ReadingForm.All : Of(inner);
}
