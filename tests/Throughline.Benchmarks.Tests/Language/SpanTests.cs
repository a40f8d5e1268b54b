using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>The words for what is measured, for whom, and shown by what; each sentence shows one rule.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("By June 2026, 72% of students in grades 3-8 will score proficient or higher on MCAS ELA.", "score proficient or higher on MCAS ELA", "students in grades 3-8")]
    [InlineData("70% of students who began below grade level will demonstrate accelerated progress.", "accelerated progress", "students who began below grade level")]
    [InlineData("Students meeting typical growth in math will increase from an average of 52% to 60%.", "meeting typical growth in math", "Students")]
    [InlineData("85% of classrooms visited will show students using academic vocabulary in discussions.", "using academic vocabulary in discussions", "classrooms visited")]
    [InlineData("Special Education Students and English Language Learners will improve by 10% on the Reading Inventory.", "Reading Inventory", "Special Education Students and English Language Learners")]
    public void A_share_is_of_people_and_says_what_they_do(string text, string measure, string population) => Check(text, measure, population);

    [Theory]
    [InlineData("The percentage of English learners making progress on ACCESS will increase from 41% to 50%.", "percentage of English learners making progress on ACCESS", "English learners")]
    [InlineData("Chronic absence among kindergarten students will decrease to below 12%.", "Chronic absence", "kindergarten students")]
    [InlineData("The proficiency rate of all students in grades 3 through 5 will increase by 3 points annually.", "proficiency rate of all students in grades 3 through 5", "students")]
    [InlineData("The number of office discipline referrals per month will drop from 48 to 30.", "number of office discipline referrals", null)]
    [InlineData("A 12% cut in office calls and a 5% rise in attendance for students with disabilities.", "office calls", "students with disabilities")]
    public void An_indicator_is_its_whole_name(string text, string measure, string? population) => Check(text, measure, population);

    [Theory]
    [InlineData("Reduce out-of-school suspensions among students with disabilities by 15%.", "out-of-school suspensions", "students with disabilities")]
    [InlineData("Have more students finish Algebra I by the end of grade 9.", "finish Algebra I", "students")]
    [InlineData("Offer no fewer than 4 literacy nights through the parent council.", "literacy nights", null)]
    [InlineData("Establish a safety committee that meets monthly.", "safety committee that meets monthly", null)]
    public void An_order_names_what_is_to_be_done(string text, string measure, string? population) => Check(text, measure, population);

    [Theory]
    [InlineData("Teachers meet weekly to analyze exit tickets and plan reteaching.", "analyze exit tickets and plan reteaching", "Teachers")]
    [InlineData("All coaches will use the tally sheet in each visit, ensuring that 90% of rooms are seen.", "use the tally sheet in each visit", "coaches")]
    [InlineData("Math coaches model lessons for 100% of new teachers.", "model lessons", "Math coaches")]
    [InlineData("Goal 1: our principals will give feedback that helps.", "give feedback that helps", "principals")]
    [InlineData("During weekly visits, we will see 70% of tutors asking open questions.", "asking open questions", "tutors")]
    public void A_doer_is_the_population_of_practice(string text, string measure, string population) => Check(text, measure, population);

    [Theory]
    [InlineData("Students will improve as measured annually by the state assessment.", "state assessment")]
    [InlineData("Classroom observations show an increase in the number of students leading talk.", "Classroom observations")]
    [InlineData("60% of pupils will be at benchmark on the i-Ready math diagnostic.", "i-Ready math diagnostic")]
    [InlineData("Advisory lessons are taught each Friday, checked by student journals.", "student journals")]
    [InlineData("Leaders will do weekly learning walks to see that tasks are posted.", "weekly learning walks")]
    [InlineData("55% of students will meet growth goals on Classroom Tasks, MAP and Unit Assessments.", "Classroom Tasks, MAP and Unit Assessments")]
    [InlineData("Evidence: exit tickets. Teachers will ask open questions.", "exit tickets")]
    public void Evidence_is_led_in_or_shows_or_is_named(string text, string evidence) => Assert.Equal(evidence, Reading.Of(text).Evidence?.Text);

    [Theory]
    [InlineData("All teachers will analyze the assessment data each month.")]
    [InlineData("The math assessment will be revised.")]
    [InlineData("Grade 4 students will show growth in reading.")]
    public void What_is_only_worked_with_is_no_evidence(string text) => Assert.Null(Reading.Of(text).Evidence);

    private static void Check(string text, string measure, string? population)
    {
        var reading = Reading.Of(text);
        Assert.Equal((measure, population), (reading.MeasureSpan?.Text, reading.Population?.Text));
    }
}
