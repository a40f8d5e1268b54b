using System.Globalization;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Language;

/// <summary>The student groups that a statement names, by the contract's identifiers.</summary>
internal static class GroupFinder
{
    private static readonly (string Group, string[] Words)[] Names =
    [
        ("english_learner", ["english", "language", "learners"]), ("english_learner", ["english", "learners"]),
        ("english_learner", ["english", "learner"]), ("english_learner", ["multilingual", "learners"]),
        ("english_learner", ["multilingual", "students"]), ("english_learner", ["el", "students"]), ("english_learner", ["ell"]),
        ("english_learner", ["ells"]), ("english_learner", ["els"]),
        ("disability", ["students", "with", "disabilities"]), ("disability", ["special", "education", "students"]),
        ("disability", ["swd"]), ("disability", ["swds"]),
        ("low_income", ["low", "-", "income"]), ("low_income", ["low", "income"]),
        ("low_income", ["economically", "disadvantaged"]),
        ("high_needs", ["high", "-", "needs"]), ("high_needs", ["high", "needs"]),
        ("american_indian", ["american", "indian"]), ("american_indian", ["native", "american"]),
        ("black", ["african", "american"]), ("black", ["african", "-", "american"]), ("black", ["black"]),
        ("hispanic", ["hispanic"]), ("hispanic", ["latino"]), ("hispanic", ["latina"]), ("hispanic", ["latinx"]),
        ("multi_race", ["multi", "-", "race"]), ("multi_race", ["multiracial"]), ("multi_race", ["two", "or", "more", "races"]),
        ("pacific_islander", ["pacific", "islander"]), ("pacific_islander", ["native", "hawaiian"]), ("asian", ["asian"]),
        ("white", ["white"]), ("female", ["female"]), ("female", ["girls"]), ("male", ["male"]), ("male", ["boys"]),
        ("nonbinary", ["nonbinary"]), ("nonbinary", ["non", "-", "binary"]),
        ("grade_K", ["kindergarten"]), ("grade_K", ["kindergarteners"]), ("grade_9", ["freshmen"]), ("grade_9", ["ninth", "graders"]),
        ("grade_12", ["seniors"]), ("grade_3", ["third", "graders"]),
    ];

    /// <summary>In the order of the text, each once; "all" alone where none is named. Words inside a measure's name do not count.</summary>
    public static IReadOnlyList<string> Find(Tokens tokens, IReadOnlyList<PhraseMention> phrases, int past)
    {
        var groups = new List<string>();
        for (var at = 0; at < past; at++)
        {
            if (phrases.Any(p => p.First <= at && at < p.Past))
            {
                continue;
            }

            foreach (var (group, words) in Names)
            {
                if (tokens.Past(at, words) > 0)
                {
                    Add(groups, group);
                    break;
                }
            }

            foreach (var grade in Grades(tokens, at))
            {
                Add(groups, grade);
            }
        }

        return groups.Count > 0 ? groups : [StudentGroup.All];
    }

    /// <summary>"grade 9", "grades 6-8", "9th grade", "9th graders".</summary>
    private static IEnumerable<string> Grades(Tokens tokens, int at)
    {
        var named = tokens.Word(at) is "grade" or "grades" && tokens[at + 1].IsNumber;
        var ordinal = tokens[at].IsNumber && tokens.Word(at + 1) is "st" or "nd" or "rd" or "th" && tokens.Word(at + 2) is "grade" or "graders" or "grader";
        if (!named && !ordinal)
        {
            yield break;
        }

        var first = tokens[named ? at + 1 : at].Value;
        var last = named && tokens.Is(at + 2, "-") && tokens[at + 3].IsNumber ? tokens[at + 3].Value : first;
        for (var grade = first; grade <= last && grade is >= 1 and <= 12; grade++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"grade_{(int)grade}");
        }
    }

    private static void Add(List<string> groups, string group)
    {
        if (!groups.Contains(group))
        {
            groups.Add(group);
        }
    }
}
