using Throughline.Benchmarks.Evidence;
using Throughline.Evidence.Files;

namespace Throughline.Tests.Evidence.Files;

/// <summary>The table of headings and words, and how cells are made comparable.</summary>
public sealed class RecordFilesTests
{
    public static TheoryData<string> Kinds() => new(RecordFiles.Default.Kinds.Select(k => k.Import));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_and_word_of_the_table_is_one_of_the_library(string import)
    {
        var table = RecordFiles.Default.Of(import);
        foreach (var field in table.Fields)
        {
            var record = table.Record.Field(field.Field);
            Assert.NotNull(record);
            Assert.All(field.Words.Keys, word => Assert.True(record.TryRead(word, out _), $"{field.Field}: {word}"));
            Assert.All(record.Codes, code => Assert.True(field.Words.Count == 0 || field.Words.ContainsKey(code) || code == "civics", code));
        }

        Assert.Equal(table.Record.Fields.Select(f => f.Id).Order(StringComparer.Ordinal), table.Fields.Select(f => f.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_word_stands_for_two(string import)
    {
        foreach (var field in RecordFiles.Default.Of(import).Fields)
        {
            var words = field.Words.SelectMany(w => w.Value.Select(Plain.Of).Append(Plain.Of(w.Key)).Distinct()).ToList();
            Assert.Equal(words.Distinct().Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("12/31/2025", true)]
    [InlineData("12/31/25", true)]
    [InlineData("31.12.2025", true)]
    [InlineData("20251231", true)]
    [InlineData("2025/12/31 6:28:23 AM AST", true)]
    [InlineData("2025-12-31 09:18:27.130", true)]
    [InlineData("2025-12-31T09:18:27Z", true)]
    [InlineData("12/31/2025 9:18", true)]
    [InlineData("31/12/2025", false)]
    [InlineData("nodate", false)]
    [InlineData("2025-02-30", false)]
    [InlineData("45000", false)]
    public void Days_are_read_in_the_forms_that_exports_have(string text, bool isDay)
    {
        var days = new Days();
        Assert.Equal(isDay, days.TryRead(text, out var day));
        Assert.Equal(isDay ? new DateOnly(2025, 12, 31) : default, day);
        Assert.Equal(isDay, days.Found is not null);
    }

    [Theory]
    [InlineData("*", false, true)]
    [InlineData("**", false, true)]
    [InlineData("-9999", false, true)]
    [InlineData("<10", false, true)]
    [InlineData("n < 10", false, true)]
    [InlineData("≤5", false, true)]
    [InlineData("NULL", true, false)]
    [InlineData("n/a", true, false)]
    [InlineData("  ", true, false)]
    [InlineData("0", false, false)]
    [InlineData("-99", false, false)]
    public void What_is_missing_and_what_is_hidden_is_told_apart(string text, bool isMissing, bool isHidden) =>
        Assert.Equal((isMissing, isHidden), (Emptiness.IsMissing(text), Emptiness.IsHidden(text)));

    [Theory]
    [InlineData("incidents", "response", "OSS", "out_of_school_suspension")]
    [InlineData("incidents", "response", "Out-of-School Suspension", "out_of_school_suspension")]
    [InlineData("incidents", "response", "in_school_suspension", "in_school_suspension")]
    [InlineData("incidents", "days_removed", "1.50", "1.5")]
    [InlineData("assessments", "test", "MCAS Gr 10 ELA", "mcas")]
    [InlineData("assessments", "test", "WIDA-ACCESS", "access")]
    [InlineData("assessments", "test", "Our own test", "Our own test")]
    [InlineData("assessments", "subject", "English Language Arts", "ela")]
    [InlineData("assessments", "level", "PM", "2")]
    [InlineData("assessments", "level", "4.2", "4.2")]
    [InlineData("assessments", "growth_percentile", "31.0", "31")]
    [InlineData("assessments", "scale_score", "1,437", "1437")]
    [InlineData("marks", "passed", "B+", "yes")]
    [InlineData("marks", "passed", "TRUE", "yes")]
    [InlineData("survey", "asked", "Parents", "families")]
    [InlineData("assessments", "growth_percentile", "100", null)]
    [InlineData("assessments", "growth_percentile", "31.5", null)]
    [InlineData("assessments", "growth_percentile", "*", null)]
    [InlineData("assessments", "scale_score", "85,12", null)]
    [InlineData("assessments", "scale_score", "NaN", null)]
    [InlineData("assessments", "scale_score", "1e3", null)]
    [InlineData("incidents", "response", "Sent to Mars", null)]
    public void Cells_are_read_as_the_library_writes_them(string import, string field, string cell, string? text)
    {
        var table = RecordFiles.Default.Of(import);
        var reader = new FieldTexts(table.Fields.First(f => f.Field == field), table.Record.Field(field)!, new Sayings(table, []), new Days());
        Assert.Equal(text is not null, reader.TryRead(cell, out var read, out var reason));
        Assert.Equal(text is null, reason.Length > 0);
        if (text is not null)
        {
            Assert.Equal(text, read);
        }
    }

    [Theory]
    [InlineData("category:Cell phone policy=defiance", "category", "cell phone POLICY", "defiance")]
    [InlineData("school=00010001", "school", "", "00010001")]
    [InlineData("date:fall=2025-10-03", "date", "Fall", "2025-10-03")]
    public void What_a_person_says_is_found_again(string said, string name, string of, string value) =>
        Assert.Equal(value, new Sayings(RecordFiles.Default.Of("incidents"), [said])[name, of]);

    [Theory]
    [InlineData("date=3 October")]
    [InlineData("date:fall=10/03/2025")]
    [InlineData("nothing=1")]
    [InlineData("category")]
    [InlineData("=1")]
    [InlineData("")]
    public void What_cannot_be_said_is_a_problem(string said) =>
        Assert.Throws<Problem>(() => new Sayings(RecordFiles.Default.Of("incidents"), [said]));

    [Fact]
    public void A_survey_is_of_an_organization_and_a_visit_of_a_room() => Assert.Equal(
        (RecordSubject.Organization, RecordSubject.Room), (RecordFiles.Default.Of("survey").Record.About, RecordFiles.Default.Of("observations").Record.About));
}
