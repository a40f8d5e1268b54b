using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

public sealed class RobustnessTests
{
    private static readonly string[] Seeds =
    [
        "Each school will decrease its percentage of chronically absent students to 10% or less by June 2025",
        "By November, 60 percent of staff will use sheltered instruction techniques in each class on a daily basis, measured through lesson plans, learning walks and unannounced classroom visits.   January target = 80 percent; May = 90 percent.",
        "35% of classrooms are at least \u201CProviding\u201D in Indicator 4: Student Ownership of Learning (Students ask, \u201CWhat do I do when I haven\u2019t learned it yet, or already know it?\u201D) by January, and 50% by May based on documented District Learning Walks",
        "The number of students scoring proficient on a district-wide writing sample will increase from <X> in spring of 2012 to <Y> in the spring of 2013.",
        "Every XX weeks, 100% of students receiving Tier II and Tier III interventions will make accelerated progress relative to grade level standards as measured by common formative assessments",
        "Each month, XX% of teachers will communicate about student learning and progress with at least one family member of every one of their students as evidenced by\u2026  (MSV)",
        "Chronic absenteeism will fall 4 points, from 29% to 25%, by June 2027.",
        "Each month the school will reduce suspensions by XX% (starting in September) as compared to the prior year, for all categories of infractions and all student groups.",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("\uD83D\uDE00\uD83D\uDE00 attendance 95% by June 2027 \uD83D\uDE00")]
    [InlineData("\uD800 95% \uDC00 of")]
    [InlineData("Attendance\u00A0will\u00A0be\u00A095%\u00A0by\u00A0June\u00A02027")]
    [InlineData("%%%%% by by by to from 5 5 5 % % - - 99999999999999999999999999999999 .5.5.5 1,2,3,4 ____")]
    [InlineData("by from than over within each every per at least no more than")]
    [InlineData("0000-00-00 99/99/9999 SY SY99 EOY EOY 0 the the the 2026-2025 school year")]
    public void Any_text_has_a_reading(string text) => Check(text);

    [Fact]
    public void A_text_in_capitals_with_hard_spaces_and_curly_quotes_reads_the_same()
    {
        const string expected = "chronic_absence each school level 10 by 2025-06-30";
        Assert.Equal(expected, Read.Structure(Seeds[0].ToUpperInvariant()));
        Assert.Equal(expected, Read.Structure(Seeds[0].Replace(' ', '\u00A0')));
        Assert.Equal(expected, Read.Structure("\u201C" + Seeds[0] + ".\u201D"));
    }

    [Fact]
    public void A_long_text_is_read_up_to_its_limit_and_says_so()
    {
        var text = string.Concat(Enumerable.Repeat("attendance will be 95% by June 2027 and ", 250));
        Assert.Equal(10_000, text.Length);
        Check(text);
        Assert.Contains("too_long", Read.Codes(text));
        Assert.DoesNotContain("too_long", Read.Codes(text[..Reading.Limit]));
    }

    [Fact]
    public void Offsets_in_files_count_whole_characters()
    {
        const string text = "\uD83D\uDE00 Chronic absence will be 9% by June 2027";
        Assert.Equal(3, Reading.Of(text).MeasureSpan?.Start);
        Assert.Contains("\"measure\":{\"text\":\"Chronic absence\",\"start\":2,\"end\":17}", Read.Json(text), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_gives_the_same_output_twice()
    {
        foreach (var text in Seeds)
        {
            Assert.Equal(Read.Json(text), Read.Json(text));
        }
    }

    /// <summary>What looks like a year by its length: each was once taken for one.</summary>
    [Theory]
    [InlineData("Chronic absence will be 9% by June 19.5")]
    [InlineData("Chronic absence will be 9% by June '.5")]
    [InlineData("Chronic absence will be 9% by spring 20.1")]
    [InlineData("Chronic absence will be 9% by spring '.5")]
    [InlineData("Chronic absence will be 9% in 20.1-21")]
    public void A_figure_with_a_point_is_no_year(string text)
    {
        Check(text);
        Assert.Null(Reading.Of(text).Deadline?.Date);
    }

    /// <summary>Twenty thousand; a million under --soak.</summary>
    [Fact]
    public void Damaged_statements_all_have_a_reading()
    {
        var count = Environment.GetEnvironmentVariable("THROUGHLINE_SOAK") == "1" ? 1_000_000 : 20_000;
        var random = new Random(20_250_630);
        string[] pieces = ["%", " to ", " by ", "from ", "2026", "-", "\u2026", "\u201C", "\n", "XX", "<", "__", ";", "each ", "5", ".", ",", "\uD83D\uDE00", "\uD800"];
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var changes = random.Next(1, 12); changes > 0 && text.Length > 0; changes--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                    1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
                    _ => text.Insert(at, text.ToString(random.Next(text.Length), 0) + text.ToString()[..random.Next(text.Length)]),
                };
            }

            Check(text.ToString());
        }
    }

    [Fact]
    public void Twice_the_text_is_twice_the_work()
    {
        foreach (var seed in Seeds.Append("by from than over within each every per 5% to 10% and \u201Cas shown by\u201D "))
        {
            var once = seed + " ";
            var text = string.Concat(Enumerable.Repeat(once, Math.Max(1, Reading.Limit / 2 / once.Length)));
            var (half, whole) = (Reading.Of(text).Looks, Reading.Of(text + text).Looks);
            Assert.True(whole <= half * 5 / 2, $"{half} looks at {text.Length} characters, {whole} at twice as many: {seed}");
        }
    }

    private static void Check(string text)
    {
        var reading = Reading.Of(text);
        Assert.Equal(text, reading.Text);
        Span?[] spans = [reading.MeasureSpan, reading.Population, reading.Evidence, reading.Deadline?.Span,
            .. reading.Thresholds, .. reading.Placeholders, .. reading.Measures.Select(m => m.Span)];
        foreach (var span in spans.OfType<Span>())
        {
            Assert.Equal(text[span.Start..span.End], span.Text);
        }

        foreach (var finding in reading.Findings)
        {
            Assert.InRange(finding.Start, 0, text.Length);
            Assert.InRange(finding.End, finding.Start, text.Length);
            Assert.NotEmpty(finding.Reason(CultureInfo.InvariantCulture));
            Assert.NotEmpty(finding.Suggestion(CultureInfo.InvariantCulture));
        }

        Assert.NotEmpty(Read.Json(text));
    }
}
