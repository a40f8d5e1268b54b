using System.Numerics;
using Xunit;

namespace Throughline.Benchmarks.Tests;

public sealed class ExactTests
{
    [Fact]
    public void Arithmetic_agrees_with_fractions_of_any_size()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b, c, d) = (random.NextInt64(-999_999_999, 999_999_999), random.NextInt64(1, 1_000_000),
                random.NextInt64(-999_999_999, 999_999_999), random.NextInt64(1, 1_000_000));
            var (x, y) = (Exact.Of(a, b), Exact.Of(c, d));
            Assert.Equal(Fraction(((BigInteger)a * d) + ((BigInteger)c * b), (BigInteger)b * d), Big(x + y, (BigInteger)b * d));
            Assert.Equal(Fraction(((BigInteger)a * d) - ((BigInteger)c * b), (BigInteger)b * d), Big(x - y, (BigInteger)b * d));
            Assert.Equal(Fraction((BigInteger)a * c, (BigInteger)b * d), Big(x * y, (BigInteger)b * d));
            Assert.Equal(((BigInteger)a * d).CompareTo((BigInteger)c * b), x.CompareTo(y));
            if (c != 0)
            {
                Assert.Equal(x, x / y * y);
                Assert.Equal(x.CompareTo(y), (x - y).Sign);
            }

            Assert.Equal(x, x + y - y);
            Assert.Equal(x.GetHashCode(), Exact.Of(a * 3, b * 3).GetHashCode());
        }
    }

    [Fact]
    public void A_decimal_is_the_fraction_it_is()
    {
        var random = new Random(2);
        for (var i = 0; i < 10_000; i++)
        {
            var value = new decimal(random.Next(int.MinValue, int.MaxValue), random.Next(0, 200), 0, random.Next(2) == 0, (byte)random.Next(0, 7));
            var exact = Exact.From(value);
            Assert.Equal(value, exact.Round(6));
            Assert.Equal(decimal.Round(value, 1, MidpointRounding.AwayFromZero), exact.Round(1));
        }
    }

    [Theory]
    [InlineData("3.35", 1, "3.4")]
    [InlineData("-3.35", 1, "-3.4")]
    [InlineData("3.349999", 1, "3.3")]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.4", 0, "0")]
    public void Halves_are_rounded_away_from_zero(string value, int decimals, string rounded) =>
        Assert.Equal(Number(rounded), Exact.From(Number(value)).Round(decimals));

    [Theory]
    [InlineData("999999999999", true)]
    [InlineData("1000000000000", false)]
    [InlineData("999999.999999", true)]
    [InlineData("1000000.000001", false)]
    [InlineData("100000000.0000", true)]
    [InlineData("0.000001", true)]
    [InlineData("0.0000001", false)]
    [InlineData("-999999999999", true)]
    [InlineData("-1000000000000", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void Only_numbers_that_can_be_counted_with_are_read(string value, bool isRead)
    {
        Assert.Equal(isRead, Exact.TryRead(Number(value), out var exact));
        Assert.Equal(isRead ? Number(value) : 0, exact.Round(6));
    }

    [Fact]
    public void Fifty_four_of_five_hundred_and_forty_is_exactly_ten_percent()
    {
        Assert.Equal((Exact)10, Exact.Of(54, 540) * 100);
        Assert.Equal(default, Exact.Zero);
        Assert.Equal("10.1", Exact.From(10.1m).ToString());
        Assert.Equal(-0.5, Exact.Of(-1, 2).ToDouble());
    }

    [Fact]
    public void A_denominator_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Of(1, 0));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (BigInteger N, BigInteger D) Fraction(BigInteger n, BigInteger d)
    {
        var g = BigInteger.GreatestCommonDivisor(n, d);
        return (n / g, d / g);
    }

    /// <summary>The fraction behind a number whose denominator divides another.</summary>
    private static (BigInteger N, BigInteger D) Big(Exact value, BigInteger denominator)
    {
        var whole = value * Exact.Of((long)denominator, 1);
        return Fraction(new BigInteger(whole.Round(0)), denominator);
    }
}
