using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Disclosure;

/// <summary>What everyone knows about the student groups: which divide the students, and which lie inside which.</summary>
internal static class GroupRelations
{
    public const string HighNeeds = "high_needs";
    public const string LowIncome = "low_income";
    public const string Disability = "disability";
    public const string EnglishLearner = "english_learner";
    public const string EnglishLearnerOrFormer = "english_learner_or_former";

    private static readonly string[] Races =
        ["american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white"];

    private static readonly string[] Genders = ["female", "male", "nonbinary"];

    private static readonly string[] AllAlone = [StudentGroup.All];

    /// <summary>The families: a student is in at most one group of each.</summary>
    public static IReadOnlyList<Predicate<string>> Families { get; } =
        [group => Races.Contains(group), group => Genders.Contains(group), group => group.StartsWith("grade_", StringComparison.Ordinal)];

    /// <summary>The groups that hold every student of this one. A district's own group lies in "all" alone.</summary>
    public static IReadOnlyList<string> Around(string group) => group switch
    {
        EnglishLearner => [EnglishLearnerOrFormer, HighNeeds, StudentGroup.All],
        EnglishLearnerOrFormer or LowIncome or Disability => [HighNeeds, StudentGroup.All],
        _ => AllAlone,
    };
}
