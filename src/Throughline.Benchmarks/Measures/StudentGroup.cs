namespace Throughline.Benchmarks.Measures;

/// <summary>The student groups of docs/contracts.md, by the names that files and commands use.</summary>
public static class StudentGroup
{
    public const string All = "all";

    /// <summary>In an order that never changes: bits of stored rows stand for them. New ones come at the end, 32 at most.</summary>
    private static readonly string[] InOrder =
    [
        All, "high_needs", "low_income", "english_learner", "english_learner_or_former", "disability",
        "american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white",
        "female", "male", "nonbinary",
        "grade_PK", "grade_K", "grade_1", "grade_2", "grade_3", "grade_4", "grade_5", "grade_6", "grade_7",
        "grade_8", "grade_9", "grade_10", "grade_11", "grade_12",
    ];

    private static readonly Dictionary<string, int> Numbers =
        InOrder.Select((name, number) => (name, number)).ToDictionary(x => x.name, x => x.number, StringComparer.Ordinal);

    /// <summary>What the state counts into a group beside those named for it: whoever is an English learner is one now or formerly.</summary>
    private static readonly Dictionary<string, string[]> Containing = new(StringComparer.Ordinal)
    {
        ["english_learner"] = ["english_learner", "english_learner_or_former", "high_needs"],
        ["english_learner_or_former"] = ["english_learner_or_former", "high_needs"],
        ["low_income"] = ["low_income", "high_needs"],
        ["disability"] = ["disability", "high_needs"],
    };

    /// <summary>The shared groups, each at its number; "all" is 0.</summary>
    public static IReadOnlyList<string> Names => InOrder;

    /// <summary>A shared group's number, which never changes; null for other names.</summary>
    public static int? NumberOf(string name) => Numbers.TryGetValue(name, out var number) ? number : null;

    /// <summary>A group with the shared groups that contain it: whoever is in the first is in all of them, said or not.</summary>
    public static IReadOnlyList<string> WithContaining(string name) => Containing.TryGetValue(name, out var all) ? all : [name];

    /// <summary>Whether the name is one of the shared groups, or a district's own: a prefix, a colon, a name.</summary>
    public static bool IsKnown(string name) => Numbers.ContainsKey(name) || name.IndexOf(':', StringComparison.Ordinal) > 0;
}
