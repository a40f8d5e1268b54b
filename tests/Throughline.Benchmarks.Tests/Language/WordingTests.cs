using System.Globalization;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>Findings on words and on what they say together; a sentence of our own for each, and one that has nothing of it.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("weak_verb", "By May 2027, all teachers will participate in workshops on number talks.")]
    [InlineData("vague_word", "By May 2027, 80% of teachers will use appropriate strategies each week.")]
    [InlineData("minutiae", "Each week the clerk will make copies for 100% of teachers.")]
    [InlineData("new_evidence", "By May 2027, 80% of students will feel known, as shown by a new survey.")]
    [InlineData("could_harm", "By June 2027, reduce suspensions from 40 to 20.")]
    [InlineData("could_harm", "By June 2027, reduce special education referrals by 10%.")]
    [InlineData("compared_with_nothing", "More students will read at home.")]
    [InlineData("no_end", "Each quarter, the share of students at benchmark will increase by 5 percentage points.")]
    [InlineData("two_measures", "By June 2027, the attendance rate and the graduation rate of seniors will be 95%.")]
    public void A_sentence_is_found_out(string code, string text) => Assert.Contains(code, Codes(text));

    [Theory]
    [InlineData("By June 30, 2027, chronic absence will be 10% or less, as shown by daily attendance records.")]
    [InlineData("By January 2027, 60% of classrooms will be rated \u201CEffective\u201D in questioning, as shown by monthly visits.")]
    public void A_clear_sentence_is_left_alone(string text) => Assert.Empty(Codes(text).Intersect(
        ["weak_verb", "vague_word", "minutiae", "new_evidence", "could_harm", "compared_with_nothing", "no_end", "two_measures", "counts_activity"]));

    [Theory]
    [InlineData("All teachers will be trained in SMART goals", "____% of teachers will use SMART goals, as shown by ____", "By ____, ____% of teachers will use SMART goals, as shown by ____")]
    [InlineData("Chronic absence will be 10% or less.", "Chronic absence will be 10% or less, as shown by ____.", "By ____, chronic absence will be 10% or less, as shown by ____.")]
    public void Each_pass_adds_and_invents_nothing(string text, string measurable, string dated)
    {
        var revisions = Revision.Of(text, CultureInfo.InvariantCulture);
        Assert.Equal([measurable, dated], revisions.Select(r => r.Statement));
        Assert.All(revisions, r => Assert.NotEmpty(r.Adds));
        Assert.Empty(Revision.Of(dated, CultureInfo.InvariantCulture));
        Assert.DoesNotContain(revisions, r => r.Statement.Any(char.IsDigit) && !text.Any(char.IsDigit));
    }

    [Theory]
    [InlineData("Reduce chronic absence for English learners", "Reduce chronic absence for English learners, as shown by ____")]
    [InlineData("Ensure that all students attend school every day", "Ensure that ____% of students attend school every day, as shown by ____")]
    [InlineData("Not a single student will be retained.", "Not a single student will be retained, as shown by ____.")]
    [InlineData("Students will be engaged in learning.", "____% of students will be engaged in learning, as shown by ____.")]
    [InlineData("Each PLC will produce one common formative assessment", "Each PLC will produce one common formative assessment, as shown by ____")]
    [InlineData("Teachers' use of the routine will go up every quarter!", "Teachers' use of the routine will go up every quarter, as shown by ____.")]
    public void A_proposed_wording_is_English_and_keeps_what_was_meant(string text, string proposed) =>
        Assert.Equal(proposed, Revision.Of(text, CultureInfo.InvariantCulture)[0].Statement);

    [Theory]
    [InlineData("")]
    [InlineData("asdf jkl; qwerty")]
    [InlineData("95%")]
    public void For_what_is_not_understood_no_wording_is_proposed(string text) => Assert.Empty(Revision.Of(text, CultureInfo.InvariantCulture));

    [Fact]
    public void A_sentence_with_everything_is_not_revised() => Assert.Empty(Revision.Of(
        "By June 30, 2027, chronic absence will be 10% or less, as shown by daily attendance records.", CultureInfo.InvariantCulture));

    [Fact]
    public void One_team_is_not_counted_in_percent() => Assert.DoesNotContain(
        "%", Revision.Of("The attendance team will review absences.", CultureInfo.InvariantCulture)[0].Statement, StringComparison.Ordinal);

    [Fact]
    public void The_points_of_all_elements_together_are_a_hundred() => Assert.Equal(100, Enum.GetValues<Element>().Sum(Quality.Most));

    private static IEnumerable<string> Codes(string text) => Reading.Of(text).Findings.Select(f => f.Code);
}
