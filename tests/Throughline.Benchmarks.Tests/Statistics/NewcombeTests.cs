using Throughline.Benchmarks.Statistics;
using Xunit;

namespace Throughline.Benchmarks.Tests.Statistics;

/// <summary>Known cases, the first of them Newcombe's own example.</summary>
public sealed class NewcombeTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, 0.2, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.6, 0.1705, 0.8090)]
    [InlineData(0, 10, 0, 20, 0, -0.1611, 0.2775)]
    public void The_interval_of_a_difference_is_the_published_one(int x, int n, int y, int m, double estimate, double lower, double upper)
    {
        var found = Newcombe.Difference((x, n), (y, m));
        Assert.Equal((estimate, lower, upper), (Math.Round(found.Estimate, 4), Math.Round(found.Lower, 4), Math.Round(found.Upper, 4)));
        Assert.Equal(lower <= 0, found.HoldsZero);
    }

    [Fact]
    public void Turned_around_the_interval_is_the_same_with_other_signs()
    {
        var random = new Random(41);
        for (var i = 0; i < 1_000; i++)
        {
            var (n, m) = (random.Next(1, 400), random.Next(1, 400));
            var (one, two) = ((random.Next(n + 1), n), (random.Next(m + 1), m));
            var (there, back) = (Newcombe.Difference(one, two), Newcombe.Difference(two, one));
            Assert.Equal(there.Lower, -back.Upper, 12);
            Assert.Equal(there.Upper, -back.Lower, 12);
            Assert.InRange(there.Estimate, there.Lower - 1e-12, there.Upper + 1e-12);
            Assert.True(there is { Lower: >= -1 - 1e-12, Upper: <= 1 + 1e-12 });
        }
    }
}
