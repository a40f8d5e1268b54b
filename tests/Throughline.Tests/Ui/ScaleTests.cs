using Throughline.Ui;

namespace Throughline.Tests.Ui;

/// <summary>Axes end at round numbers around what they show.</summary>
public sealed class ScaleTests
{
    [Theory]
    [InlineData(20.6, 38.7, 15, 40)]
    [InlineData(10, 98.2, 0, 100)]
    [InlineData(92.5, 94.7, 92, 95)]
    [InlineData(0, 0, 0, 1)]
    public void Ends_are_round(double least, double most, double low, double high)
    {
        var scale = Scale.Of(least, most);
        Assert.Equal((low, high), (scale.Low, scale.High));
    }

    [Fact]
    public void Ticks_are_few_and_enclose_everything()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var least = Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-1, 6)), 2);
            var most = least + Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-1, 6)), 2);
            var scale = Scale.Of(least, most);
            Assert.True(scale.Low <= least + 1e-6 && scale.High >= most - 1e-6, $"{least} to {most}: {scale}");
            Assert.InRange(scale.Ticks.Count, 2, 8);
        }
    }
}
