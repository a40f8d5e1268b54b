namespace Throughline.Judging;

/// <summary>The order in which people list student groups: everyone, needs, race and ethnicity, gender.</summary>
public static class GroupOrder
{
    internal static readonly string[] Ids =
    [
        "all", "high_needs", "english_learner", "english_learner_or_former", "disability", "low_income",
        "hispanic", "white", "black", "asian", "american_indian", "multi_race", "pacific_islander",
        "female", "male", "nonbinary",
    ];

    public static IReadOnlyList<string> All => Ids;
}
