namespace Throughline.Benchmarks.Measures;

/// <summary>The student groups of docs/contracts.md, by the names that files and commands use.</summary>
public static class StudentGroup
{
    public const string All = "all";

    private static readonly HashSet<string> Known =
    [
        All, "high_needs", "low_income", "english_learner", "english_learner_or_former", "disability",
        "american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white",
        "female", "male", "nonbinary",
        "grade_PK", "grade_K", "grade_1", "grade_2", "grade_3", "grade_4", "grade_5", "grade_6", "grade_7",
        "grade_8", "grade_9", "grade_10", "grade_11", "grade_12",
    ];

    /// <summary>The shared groups.</summary>
    public static IReadOnlyCollection<string> Names => Known;

    /// <summary>Whether the name is one of the shared groups, or a district's own: a prefix, a colon, a name.</summary>
    public static bool IsKnown(string name) => Known.Contains(name) || name.IndexOf(':', StringComparison.Ordinal) > 0;
}
