using System.Text.RegularExpressions;
using Throughline.Benchmarks.Examples;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Examples;

public sealed partial class ExampleLibraryTests
{
    /// <summary>Eight words in a row are taken over; seven may be chance.</summary>
    private const int Run = 8;

    /// <summary>How the two source documents make their targets (domain process §2.5): none may lack an example.</summary>
    private static readonly string[] Patterns =
    [
        "share_by_date", "share_each_period", "share_every_day", "share_once_a_period", "share_of_tasks", "everyone_by_date", "everyone_each_period",
        "every_event", "after_event", "every_n_weeks", "each_administration", "count_for_each", "regular_work", "milestone", "milestone_each", "ramp",
        "ladder", "points_by_date", "points_by_survey", "points_each_period", "percent_by_date", "rise_each_period", "fall_each_period",
        "over_period_before", "than_last_year", "from_to", "gap", "ceiling", "maintain", "proportional", "cause_first",
    ];

    private static ExampleLibrary Library => ExampleLibrary.Default;

    public static TheoryData<string> Ids => [.. Library.Examples.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Filled_in_it_is_read_as_the_form_it_names(string id)
    {
        var example = Library.Find(id)!;
        var reading = Reading.Of(example.Filled);
        Assert.True(example.Form == reading.Form, $"{reading.Form} {reading.Type}: {example.Filled}");
        Assert.Empty(reading.Placeholders);
        Assert.NotNull(reading.Evidence);
        Assert.DoesNotContain('{', example.Filled);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Before_it_is_filled_in_the_reader_points_at_each_blank(string id)
    {
        var example = Library.Find(id)!;
        Assert.Equal(Marks().Count(example.Statement), Reading.Of(example.Statement).Placeholders.Count);
        Assert.DoesNotContain('{', example.Statement);
    }

    [Fact]
    public void There_are_examples_for_educators_and_students_of_every_practice_and_grade_span()
    {
        Assert.True(Library.Examples.Count >= 60);
        Assert.Distinct(Library.Examples.Select(e => e.Id));
        Assert.Distinct(Library.Examples.Select(e => e.Filled));
        foreach (var practice in Enumerable.Range(1, 4))
        {
            foreach (var focus in Enum.GetValues<ExampleFocus>())
            {
                Assert.All(Enum.GetValues<GradeSpan>(), span =>
                    Assert.NotEmpty(Library.Search(new ExampleQuery(Practice: practice, Focus: focus, Span: span))));
            }
        }
    }

    [Fact]
    public void Every_pattern_of_the_source_documents_has_an_example() =>
        Assert.Equal(Patterns.Order(), Library.Examples.Select(e => e.Pattern).Distinct().Order());

    [Theory]
    [InlineData("attend", null, null, null, "p4-attendance-review")]
    [InlineData("FAFSA", null, null, null, null)]
    [InlineData("financial aid", null, null, GradeSpan.High, "p2-fafsa")]
    [InlineData("suspensions same month", 3, ExampleFocus.Students, null, "p3-suspensions")]
    [InlineData("suspensions", 1, null, null, null)]
    [InlineData("vocal", null, null, GradeSpan.Elementary, "p4-helping")]
    public void A_search_needs_every_word_and_every_choice(string words, int? practice, ExampleFocus? focus, GradeSpan? span, string? id)
    {
        var found = Library.Search(new ExampleQuery(words, practice, focus, span)).Select(e => e.Id).ToList();
        Assert.True(id is null ? found.Count == 0 : found.Contains(id), string.Join(", ", found));
    }

    [SourcesFact]
    public void None_takes_over_a_sentence_of_the_source_documents()
    {
        var taken = Directory.EnumerateFiles(SourcesFactAttribute.Folder!, "*.txt")
            .SelectMany(file => Runs(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(taken);
        Assert.All(Library.Examples, e => Assert.DoesNotContain(Runs(e.Filled).Concat(Runs(e.Statement)), taken.Contains));
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = Words().Matches(text).Select(m => m.Value.ToUpperInvariant()).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Run)));
    }

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(XX|YY|ZZ)\b")]
    private static partial Regex Marks();
}
