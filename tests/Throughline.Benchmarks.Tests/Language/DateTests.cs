using System.Globalization;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

public sealed class DateTests
{
    [Theory]
    [InlineData("by June 2025", "2025-06-30", "month")]
    [InlineData("by the end of February 2028", "2028-02-29", "month")]
    [InlineData("by May 31, 2027", "2027-05-31", "day")]
    [InlineData("By Oct. 15, 2026", "2026-10-15", "day")]
    [InlineData("by 10/1/2026", "2026-10-01", "day")]
    [InlineData("by 2026-10-01", "2026-10-01", "day")]
    [InlineData("by Spring 2024", "2024-05-31", "season")]
    [InlineData("in the fall of 2018", "2018-11-30", "season")]
    [InlineData("by SY27", "2027-06-30", "school_year")]
    [InlineData("in SY2023-24", "2024-06-30", "school_year")]
    [InlineData("by the end of the 2026-27 school year", "2027-06-30", "school_year")]
    [InlineData("during the 2024\u20132025 school year", "2025-06-30", "school_year")]
    [InlineData("by EOY 2027", "2027-06-30", "school_year")]
    [InlineData("by EOY SY28", "2028-06-30", "school_year")]
    [InlineData("by SY26 EOY", "2026-06-30", "school_year")]
    [InlineData("by 2026", "2026-12-31", "calendar_year")]
    [InlineData("by the end of 2026", "2026-12-31", "calendar_year")]
    [InlineData("for the start of SY12-13", "2012-09-01", "month")]
    [InlineData("by November", null, "relative")]
    [InlineData("by November 1st", null, "relative")]
    [InlineData("by EOY", null, "relative")]
    [InlineData("by mid-year", null, "relative")]
    [InlineData("within two years", null, "relative")]
    [InlineData("by the end of the school year", null, "relative")]
    public void A_stated_time_means_its_last_day(string words, string? date, string precision)
    {
        var reading = Reading.Of($"Attendance will be 95% {words}.");
        Assert.NotNull(reading.Deadline);
        Assert.Equal(date, reading.Deadline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(precision, reading.Deadline.Precision.Name());
        Assert.Equal(words, reading.Deadline.Span.Text);
    }

    [Fact]
    public void A_date_without_a_year_determines_nothing()
    {
        Assert.Null(Read.Structure("Attendance will be 95% by November."));
        Assert.Contains("date_without_year", Read.Codes("Attendance will be 95% by November."));
    }

    [Fact]
    public void A_sentence_without_a_date_or_a_frequency_determines_nothing() =>
        Assert.Contains("no_date", Read.Codes("Attendance will be 95%."));

    [Fact]
    public void The_date_of_a_starting_value_is_no_deadline() => Assert.Equal(
        "by June of 2028",
        Reading.Of("The graduation rate will rise from 84.5% in School Year 2022-2023 to 94.5% by June of 2028.").Deadline?.Span.Text);

    [Fact]
    public void Days_that_do_not_exist_are_no_dates() =>
        Assert.Null(Reading.Of("Attendance will be 95% by 13/45/2026.").Deadline?.Date);
}
