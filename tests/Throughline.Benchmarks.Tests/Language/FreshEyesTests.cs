using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>Sentences that people who had never seen the reader tried, and that it once read wrongly.</summary>
public sealed class FreshEyesTests
{
    [Theory]
    [InlineData("Attendance will not fall below 94% each month.", "attendance_rate maintain floor 94 every month")]
    [InlineData("Attendance never drops below 94% each month.", "attendance_rate maintain floor 94 every month")]
    [InlineData("The attendance rate stays at or above 94% each month.", "attendance_rate maintain floor 94 every month")]
    [InlineData("The attendance rate does not drop below 94% by June 2027.", "attendance_rate level 94 by 2027-06-30")]
    [InlineData("Chronic absence will not exceed 5% each quarter.", "chronic_absence maintain ceiling 5 every quarter")]
    [InlineData("Chronic absence won't rise above 10% each quarter.", "chronic_absence maintain ceiling 10 every quarter")]
    [InlineData("Chronic absence will not exceed 5% by June 30, 2027.", "chronic_absence level 5 by 2027-06-30")]
    public void What_may_not_happen_is_a_floor_or_a_ceiling(string text, string structure) => Assert.Equal(structure, Read.Structure(text));

    [Theory]
    [InlineData("Attendance will not fall below 94% by June 2027.", Movement.Maintain)]
    [InlineData("Attendance will stay at or above 94% by June 2027.", Movement.Maintain)]
    [InlineData("Chronic absence will not exceed 5% by June 2027.", Movement.Decrease)]
    public void A_floor_is_held_and_a_ceiling_keeps_down(string text, Movement movement) => Assert.Equal(movement, Reading.Of(text).Movement);

    [Fact]
    public void At_or_above_a_figure_includes_it() =>
        Assert.False(Assert.IsType<Level>(Reading.Of("Attendance will stay at or above 94% by June 2027.").Benchmark!.Target).Strict);

    [Theory]
    [InlineData("Decrease chronic absence from 28% to 34% by June 2027.", "Decrease")]
    [InlineData("Attendance will rise from 95% to 92% by June 2027.", "rise")]
    public void A_verb_against_its_figures_is_told_once_in_its_own_words(string text, string verb)
    {
        var fixes = Reading.Of(text).Findings.Where(f => f.Severity == Severity.Fix).ToList();
        Assert.Equal(["arithmetic"], fixes.Select(f => f.Code));
        Assert.Contains($"“{verb}”", fixes[0].Reason(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chronic absence will be between 10% and 12% by June 2027.", "between 10% and 12%")]
    [InlineData("Attendance will be 95% to 97% by June 2027.", "95% to 97%")]
    [InlineData("Attendance will reach 95-97% by June 2027.", "95-97%")]
    [InlineData("By June 2027, 80% to 85% of teachers will use exit tickets.", "80% to 85%")]
    public void Two_figures_for_one_target_are_a_range(string text, string range)
    {
        var finding = Reading.Of(text).Findings.Single(f => f.Code is "range_given" or "several_targets");
        Assert.Equal("range_given", finding.Code);
        Assert.Equal(range, text[finding.Start..finding.End]);
        Assert.Null(Read.Structure(text));
    }

    [Theory]
    [InlineData("Attendance will go from 95% to 97% by June 2027.", "attendance_rate from 95 to 97 by 2027-06-30")]
    [InlineData("Chronic absence will narrow from 12% to 10% by June 2027.", "chronic_absence from 12 to 10 by 2027-06-30")]
    public void A_way_is_no_range(string text, string structure) => Assert.Equal(structure, Read.Structure(text));

    [Theory]
    [InlineData("Chronic absence: Nov 2026: 14%, Jan 2027: 12%, June 2027: 10%.", "Chronic absence", "14 2026-11-30; 12 2027-01-31; 10 2027-06-30")]
    [InlineData("Attendance will be 91% in November 2026, 93% in January 2027 and 95% by June 2027.", "Attendance", "91 2026-11-30; 93 2027-01-31; 95 2027-06-30")]
    [InlineData("By June 2027 attendance will be at least 95%, and by June 2028 at least 96%.", "attendance", "95 2027-06-30; 96 2028-06-30")]
    public void A_ladder_has_a_date_for_each_step(string text, string measure, string steps)
    {
        var reading = Reading.Of(text);
        Assert.True(reading.MultiTarget);
        Assert.Equal(measure, reading.MeasureSpan!.Text);
        var ladder = Assert.IsType<Ladder>(reading.Benchmark!.Target);
        Assert.Equal(steps, string.Join("; ", ladder.Steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value} {s.By:yyyy-MM-dd}"))));
    }

    [Theory]
    [InlineData("Attendance: Nov: 91%, Jan: 93%.", "Nov")]
    [InlineData("Attendance will be 91% in Nov, 93% in Jan, 95% in June 2027.", "in Nov")]
    public void A_step_without_a_year_is_asked_about(string text, string date)
    {
        var finding = Assert.Single(Reading.Of(text).Findings, f => f.Severity == Severity.Fix);
        Assert.Equal("date_without_year", finding.Code);
        Assert.Equal(date, text[finding.Start..finding.End]);
    }

    [Fact]
    public void Figures_of_two_measures_are_no_ladder() =>
        Assert.Contains("several_targets", Read.Codes("By June 2027 attendance will be 95%, and by June 2028 homework completion 96%."));

    [Theory]
    [InlineData("Leaders will meet twice a month.", "2_per_month")]
    [InlineData("The school will host two family nights per year.", "2_per_year")]
    [InlineData("The principal will visit 6 classrooms a week.", "6_per_week")]
    public void How_often_in_each_period_answers_when(string text, string frequency)
    {
        Assert.Equal(frequency, Reading.Of(text).Frequency!.Name);
        Assert.DoesNotContain("no_date", Read.Codes(text));
    }

    [Theory]
    [InlineData("80% of teachers will use exit tickets in 90% of lessons by June 2027.", "90% of lessons")]
    [InlineData("By June 2027, 80% of teachers will ask open questions in 90% of observed lessons.", "90% of observed lessons")]
    public void A_share_of_lessons_beside_a_share_of_teachers_is_no_second_target(string text, string share)
    {
        var reading = Reading.Of(text);
        Assert.Equal(80, Assert.Single(reading.Targets).Value);
        Assert.Equal(share, Assert.Single(reading.Thresholds).Text);
        Assert.DoesNotContain("several_targets", Read.Codes(text));
    }

    [Theory]
    [InlineData("105% of teachers will use exit tickets each week.")]
    [InlineData("Attendance will be 105% by June 2027.")]
    public void More_than_all_of_them_cannot_be_reached(string text)
    {
        var finding = Assert.Single(Reading.Of(text).Findings, f => f.Severity == Severity.Fix);
        Assert.Equal("over_hundred", finding.Code);
        Assert.Equal("“105%” is more than all of them, so it cannot be reached.", finding.Reason(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Out-of-school suspensions down to 40 (from 62) by June 2027.", "out_of_school_suspension from 62 to 40 by 2027-06-30")]
    [InlineData("Chronic absence down to 10% (from 14%) by June 2027.", "chronic_absence from 14 to 10 by 2027-06-30")]
    public void A_start_in_brackets_is_where_the_way_begins(string text, string structure)
    {
        Assert.Equal(structure, Read.Structure(text));
        Assert.EndsWith(text[..text.IndexOf(" down", StringComparison.Ordinal)], Reading.Of(text).MeasureSpan!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Attendance will be 95% by June 31, 2027.", "by June 31, 2027")]
    [InlineData("By June 31, attendance will be 95%.", "By June 31")]
    [InlineData("By February 30, 2027, attendance will be 95%.", "By February 30, 2027")]
    [InlineData("By 2/29/2027 attendance will be 95%.", "By 2/29/2027")]
    public void A_day_that_does_not_exist_is_told(string text, string day)
    {
        var finding = Assert.Single(Reading.Of(text).Findings, f => f.Severity == Severity.Fix);
        Assert.Equal("no_such_day", finding.Code);
        Assert.Equal(day, text[finding.Start..finding.End]);
    }

    [Fact]
    public void A_leap_day_exists() => Assert.Equal("attendance_rate level 95 by 2028-02-29", Read.Structure("By February 29, 2028, attendance will be 95%."));

    [Theory]
    [InlineData("At least 3 out of 4 teachers will post learning targets each week.", "post learning targets", 75)]
    [InlineData("8 in 10 students will meet their growth goal by June 2027.", "meet their growth goal", 80)]
    public void A_share_in_words_keeps_its_verb(string text, string measure, int level)
    {
        var reading = Reading.Of(text);
        Assert.StartsWith(measure, reading.MeasureSpan!.Text, StringComparison.Ordinal);
        Assert.Equal(level, Assert.Single(reading.Targets).Value);
    }

    [Theory]
    [InlineData("Para junio de 2027, el 80% de los estudiantes asistirá a la escuela cada día.")]
    [InlineData("El ausentismo crónico bajará de 28% a 22% para junio de 2027.")]
    [InlineData("Los maestros usarán boletos de salida cada semana.")]
    public void Spanish_is_told_once(string text)
    {
        Assert.Equal(["only_english"], Read.Codes(text));
        Assert.Null(Read.Structure(text));
        Assert.Empty(Revision.Of(text, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("By June 2027, chronic absence at Escuela Bilingüe de la Paz will be 10% or less.")]
    [InlineData("Los Angeles Unified: 80% of teachers use exit tickets each week.")]
    public void A_Spanish_name_is_no_Spanish_sentence(string text) => Assert.DoesNotContain("only_english", Read.Codes(text));
}
