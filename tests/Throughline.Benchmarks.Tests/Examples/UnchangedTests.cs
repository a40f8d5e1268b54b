using Throughline.Benchmarks.Examples;
using Throughline.Benchmarks.Language;
using Xunit;

namespace Throughline.Benchmarks.Tests.Examples;

public sealed class UnchangedTests
{
    [Fact]
    public void Every_example_is_known_again_with_its_blanks_open_and_with_figures_and_dates_in_them() => Assert.All(
        ExampleLibrary.Default.Examples,
        e => Assert.NotNull(ExampleLibrary.Default.Unchanged(e.Statement)));

    [Theory]
    [InlineData("By XX date, XX% of teachers will teach from the shared curriculum.")]
    [InlineData("By the end of the 2026 school year, 80% of teachers will teach from the shared curriculum. This share will increase each month.")]
    [InlineData("by ____, ____% of teachers  will teach from the shared curriculum; this share will increase each month")]
    public void Words_of_an_example_are_found(string text) => Assert.Equal(
        text.Contains("share will", StringComparison.Ordinal), ExampleLibrary.Default.Unchanged(text)?.Id == "p2-curriculum-use");

    [Fact]
    public void Examples_near_some_words_are_of_the_type_and_share_words_or_the_practice()
    {
        var near = ExampleLibrary.Default.Near("Attendance team: more pupils attend each day", BenchmarkType.ShortTermOutcome, [], 3);
        Assert.NotEmpty(near);
        Assert.All(near, e => Assert.True(e.Type == BenchmarkType.ShortTermOutcome && e.Filled.Contains("attend", StringComparison.OrdinalIgnoreCase)));
        Assert.All(ExampleLibrary.Default.Near("", BenchmarkType.EarlyEvidence, [3], 3), e => Assert.Equal(3, e.Practice));
        Assert.Empty(ExampleLibrary.Default.Near("", BenchmarkType.EarlyEvidence, [], 3));
    }

    [Theory]
    [InlineData("By January 31, 2027, 80% of science teachers will teach from the shared curriculum. This share will increase each month.")]
    [InlineData("By January 31, 2027, 80% of teachers will teach from the shared curriculum, as shown by our learning walks. This share will increase each month.")]
    [InlineData("Each month, the Panther team will review discipline records by student group and decide on a response that keeps students in class.")]
    [InlineData("Each month")]
    [InlineData("")]
    public void A_word_of_ones_own_makes_it_ones_own(string text) => Assert.Null(ExampleLibrary.Default.Unchanged(text));
}
