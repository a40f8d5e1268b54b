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

    private static readonly WordMap<(IReadOnlyList<string> Groups, string[] Words)[]> ByFirstWord =
        new(Names.GroupBy(n => n.Words[0]).ToDictionary(g => g.Key, g => g.Select(n => ((IReadOnlyList<string>)[n.Group], n.Words)).ToArray(), StringComparer.Ordinal));

    private static readonly WordSet Begin = new([.. Names.Select(n => n.Words[0]), "grade", "grades", "k"]);

    /// <summary>Words beside "students" that name no group.</summary>
    private static readonly WordSet Plain = Words.Set(
        "all our the a an of in at and or for with who are is be who their its each every any school schools district students student "
        + "scholars learners pupils children number percentage percent rate enrolled total overall");

    private static readonly WordSet Joins = Words.Set("and or , ; & / as well plus");

    /// <summary>Groups up to a token, in the order of the text, each once; words inside a measure's name do not count.</summary>
    public static GroupsNamed Find(Parts parts, int past)
    {
        var tokens = parts.Tokens;
        var names = new List<string>();
        Span? nested = null;
        Span? unknown = null;
        int? last = null;
        var lastFirst = 0;
        for (var at = 0; at < past; at++)
        {
            if (parts.Phrases.Count > 0 && parts.PhraseOver(at) is { } phrase)
            {
                at = phrase.Past - 1;
                last = null;
                continue;
            }

            if (!tokens.IsAny(at, Begin) && !tokens[at].IsNumber && !tokens.IsAny(at + 1, Words.Students))
            {
                continue;
            }

            var (found, end) = At(tokens, at);
            if (found.Count > 0)
            {
                foreach (var group in found)
                {
                    if (!names.Contains(group))
                    {
                        names.Add(group);
                    }
                }

                nested ??= last is { } before && !Joined(tokens, before, at, found[0]) ? tokens.SpanOf(lastFirst, end) : null;
                (last, lastFirst) = (end, at);
                at = end - 1;
            }
            else if (unknown is null && tokens[at].IsWord && tokens.IsAny(at + 1, Words.Students) && last != at && !tokens.IsAny(at, Plain)
                && !tokens.Has(at, Words.Movements) && parts.AmountOver(at) is null
                && !TouchesPhrase(parts, at))
            {
                unknown = tokens.SpanOf(at, at + 2);
            }
        }

        return new GroupsNamed(names.Count > 0 ? names : [StudentGroup.All], nested, unknown);
    }

    private static bool TouchesPhrase(Parts parts, int at)
    {
        foreach (var phrase in parts.Phrases)
        {
            if (phrase.First == at + 1 || phrase.Past == at)
            {
                return true;
            }
        }

        return false;
    }

    private static (IReadOnlyList<string> Groups, int Past) At(Tokens tokens, int at)
    {
        if (tokens.TryGet(at, ByFirstWord, out var names))
        {
            foreach (var (groups, words) in names)
            {
                if (tokens.Past(at, words) is > 0 and var past)
                {
                    return (groups, past);
                }
            }
        }

        return Grades(tokens, at);
    }

    /// <summary>"Black and Hispanic", "Black/African American": side by side; "grade 9 English learners": one within the other.</summary>
    private static bool Joined(Tokens tokens, int first, int past, string group)
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.IsAny(at, Joins))
            {
                return true;
            }
        }

        return past - first > 6 || At(tokens, first - 1).Groups.Contains(group);
    }

    /// <summary>"grade 9", "grades 6-8", "K-2", "9th grade", "9th graders".</summary>
    private static (IReadOnlyList<string> Groups, int Past) Grades(Tokens tokens, int at)
    {
        var named = tokens.Word(at) is "grade" or "grades";
        var first = named ? at + 1 : at;
        var ordinal = tokens[at].IsNumber && tokens.Word(at + 1) is "st" or "nd" or "rd" or "th" && tokens.Word(at + 2) is "grade" or "graders" or "grader";
        var range = tokens.Is(first + 1, "-") && tokens[first + 2].IsNumber;
        var kindergarten = tokens.Is(first, "k") && range;
        if (!(named && tokens[first].IsNumber) && !ordinal && !kindergarten)
        {
            return ([], at);
        }

        var groups = new List<string>();
        var last = range ? tokens[first + 2].Value : tokens[first].Value;
        if (kindergarten)
        {
            groups.Add("grade_K");
        }

        for (var grade = kindergarten ? 1 : tokens[first].Value; grade <= last && grade is >= 1 and <= 12; grade++)
        {
            groups.Add(string.Create(CultureInfo.InvariantCulture, $"grade_{(int)grade}"));
        }

        return (groups, ordinal || range ? first + 3 : first + 1);
    }
}

/// <summary>The groups a clause names.</summary>
/// <param name="Names">By the contract's identifiers; "all" alone where none is named.</param>
/// <param name="Nested">Words that name a group within a group.</param>
/// <param name="Unknown">Words that restrict the students to a group that is not known.</param>
internal sealed record GroupsNamed(IReadOnlyList<string> Names, Span? Nested, Span? Unknown);
