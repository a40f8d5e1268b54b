using System.Globalization;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>What each number of a sentence does: target, starting value, threshold, or only a name.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("Math proficiency: 45% \u2192 60% by June 2026.", "60", "45")]
    [InlineData("Baseline: 45%. Target: 60% by June 2026.", "60", "45")]
    [InlineData("60% of students will be proficient in math (currently 45%).", "60", "45")]
    [InlineData("60% of students will be proficient in math, compared to 45% in 2023.", "60", "45")]
    [InlineData("In 2023 45% of students were proficient; by 2025 60% will be proficient.", "60", "45")]
    [InlineData("Chronic absenteeism (28% in 2023) will fall to 20% by 2026.", "20", "28")]
    [InlineData("Suspensions will go from 120 in 2022-23 to no more than 80 in 2023-24.", "80", "120")]
    [InlineData("The achievement gap, 30.1% on last year's test, will be cut to 25.1%.", "25.1", "30.1")]
    [InlineData("Increase from 45% (n = 112) to 60% (n = 150).", "60", "45")]
    [InlineData("1. 85% (45 of 53) of students will pass Algebra.", "85", "")]
    [InlineData("Title 1 students with 504 plans will increase proficiency by 5%.", "5", "")]
    [InlineData("8 out of 10 students will report having a trusted adult.", "80", "")]
    [InlineData("The number of students in the bottom 25% who meet growth will increase to 60%.", "60", "")]
    [InlineData("Principals will conduct 10 walkthroughs per week.", "10", "")]
    public void Targets_and_starting_values(string text, string targets, string baseline)
    {
        var reading = Reading.Of(text);
        Assert.Equal((targets, baseline), (Join(reading.Targets.Select(t => t.Value)), Join(reading.Baseline)));
    }

    [Theory]
    [InlineData("80% of students will score 80% or higher on the unit test.", "80% or higher")]
    [InlineData("Students missing 10 or more days will drop by 5%.", "10 or more days")]
    [InlineData("100% of teachers will confer with at least two students.", "at least two students")]
    [InlineData("All aides will complete a 20-minute session.", "20-minute")]
    [InlineData("70% of students will reach Level 3 or 4.", "Level 3 or 4")]
    [InlineData("60% of rooms are rated \u201CStrong\u201D.", "\u201CStrong\u201D")]
    [InlineData("75% of pupils will be proficient or above.", "proficient or above")]
    public void Thresholds(string text, string threshold) => Assert.Equal([threshold], Reading.Of(text).Thresholds.Select(t => t.Text));

    [Theory]
    [InlineData("Staff will join at least three studio visits per year.", "3_per_year", null)]
    [InlineData("Aides run phonics groups 4 days a week.", "4_per_week", null)]
    [InlineData("Plans are due by the first of each month.", "monthly", null)]
    [InlineData("Lessons on goals are taught each Friday.", "weekly", null)]
    [InlineData("Average daily attendance will reach 95%.", null, null)]
    [InlineData("Rows will be filed, as verified by a semester audit.", null, "semester")]
    [InlineData("Counselors use weekly tardy data to write support plans.", "weekly", null)]
    public void How_often_it_is_done_is_not_how_often_it_is_measured(string text, string? done, string? measured)
    {
        var reading = Reading.Of(text);
        Assert.Equal((done, measured), (reading.Frequency?.Name, reading.MeasuringFrequency?.Name));
    }

    [Theory]
    [InlineData("by EOY24", "2024-06-30")]
    [InlineData("by June '26", "2026-06-30")]
    [InlineData("by Spring '25", "2025-05-31")]
    [InlineData("by the end of the 22-23 year", "2023-06-30")]
    [InlineData("no later than May 2026", "2026-05-31")]
    [InlineData("by the conclusion of the 2025-2026 school year", "2026-06-30")]
    [InlineData("over the next three years", null)]
    [InlineData("by year's end", null)]
    public void Deadlines_in_the_words_of_plans(string words, string? date)
    {
        var deadline = Reading.Of($"Math proficiency will reach 60% {words}.").Deadline;
        Assert.Equal((true, date), (deadline is not null, deadline?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static string Join(IEnumerable<decimal?> values) =>
        string.Join(' ', values.Select(v => v?.ToString("0.##", CultureInfo.InvariantCulture) ?? "blank"));
}
