using Throughline.Benchmarks.Statistics;
using Xunit;

namespace Throughline.Benchmarks.Tests.Statistics;

/// <summary>Published cases: the workbook and test data of UKHSA PHEindicatormethods, and Newcombe 1998.</summary>
public sealed class WilsonTests
{
    [Theory]
    [InlineData(65, 100, Wilson.Z95, 0.55254443296887967, 0.73635751756902468)]
    [InlineData(1045, 5000, Wilson.Z95, 0.19795549880013297, 0.22049130373189027)]
    [InlineData(0.445, 1, Wilson.Z95, 0.043817447720588223, 0.93346212769791559)]
    [InlineData(65, 100, Wilson.Z998, 0.49549465740704313, 0.77835406140896968)]
    [InlineData(1045, 5000, Wilson.Z998, 0.19179381799015244, 0.22731562902525818)]
    [InlineData(1, 100, Wilson.Z95, 0.0017674320641406511, 0.054486196178705294)]
    [InlineData(5, 100, Wilson.Z95, 0.02154367915436798, 0.11175046923191911)]
    [InlineData(20, 100, Wilson.Z95, 0.1333669333310325, 0.28882916559315885)]
    [InlineData(9856, 12345, Wilson.Z95, 0.79121017529090687, 0.80536400736149094)]
    [InlineData(222, 3215, Wilson.Z95, 0.060791690363366595, 0.078339566813836331)]
    [InlineData(999, 3456, Wilson.Z95, 0.27418951080009873, 0.30440389662818057)]
    [InlineData(2, 200, Wilson.Z95, 0.002746658133544438, 0.035721761716176796)]
    [InlineData(130, 200, Wilson.Z95, 0.58163464336040083, 0.71271175872641923)]
    [InlineData(81, 263, Wilson.Z95, 0.2552885199, 0.366209577)]
    [InlineData(15, 148, Wilson.Z95, 0.06238639953, 0.1604872417)]
    [InlineData(0, 20, Wilson.Z95, 0, 0.1611251581)]
    [InlineData(1, 29, Wilson.Z95, 0.006113214293, 0.1717552188)]
    public void The_interval_is_the_published_one(double x, double n, double z, double lower, double upper)
    {
        var found = Wilson.Interval(x, n, z);
        Assert.Equal(lower, found.Lower, 9);
        Assert.Equal(upper, found.Upper, 9);
    }

    [Fact]
    public void The_interval_holds_the_share_and_stays_between_0_and_1()
    {
        for (var n = 1; n <= 100; n++)
        {
            for (var x = 0; x <= n; x++)
            {
                var (lower, upper) = Wilson.Interval(x, n);
                Assert.InRange((double)x / n, lower - 1e-12, upper + 1e-12);
                Assert.InRange(lower, 0, 1);
                Assert.InRange(upper, 0, 1);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void A_share_that_cannot_be_is_refused(double x, double n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(x, n));
}
