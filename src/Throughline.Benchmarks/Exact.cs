using System.Globalization;

namespace Throughline.Benchmarks;

/// <summary>
/// A number held as a fraction, so that a threshold is never crossed by rounding: 54 of 540 is exactly 10 percent.
/// Always in lowest terms with a positive denominator.
/// </summary>
/// <remarks>
/// What comes from outside is limited when it is read (<see cref="TryRead"/>; counts under <see cref="CountLimit"/>),
/// which keeps every sum, product and comparison of the evaluator inside 128 bits; beyond them arithmetic throws
/// rather than wraps.
/// </remarks>
public readonly record struct Exact : IComparable<Exact>
{
    /// <summary>The largest absolute value that is read from outside (excluded): a million million.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <summary>The largest count of people or days that is read from outside (excluded).</summary>
    public const long CountLimit = 10_000_000_000;

    /// <summary>The most decimal places that are read from outside.</summary>
    public const int MostDecimals = 6;

    private const int MostDigits = 12;

    private readonly Int128 numerator;
    private readonly Int128 denominatorLessOne; // so that default(Exact) is 0/1

    private Exact(Int128 numerator, Int128 denominator)
    {
        var divisor = Gcd(Int128.Abs(numerator), denominator);
        this.numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    public static Exact Zero => default;

    private Int128 Denominator => denominatorLessOne + 1;

    public int Sign => Int128.Sign(numerator);

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/>; the denominator is over 0.</summary>
    public static Exact Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new Exact(numerator, denominator);
    }

    /// <summary>A decimal as the fraction it is: 10.1 becomes 101/10.</summary>
    public static Exact From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Int128 mantissa;
        unchecked
        {
            mantissa = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        }

        Int128 scale = 1;
        for (var places = (bits[3] >> 16) & 0xFF; places > 0; places--)
        {
            scale *= 10;
        }

        return new Exact(bits[3] < 0 ? -mantissa : mantissa, scale);
    }

    /// <summary>
    /// Whether a number from outside may enter: its absolute value is under <see cref="Limit"/>, it has at most
    /// <see cref="MostDecimals"/> decimal places, and twelve digits in all (leading zeros and zeros after the last decimal do not count).
    /// </summary>
    public static bool TryRead(decimal value, out Exact exact)
    {
        exact = default;
        var size = decimal.Abs(value);
        if (size >= Limit || decimal.Round(value, MostDecimals) != value || Digits(size) > MostDigits)
        {
            return false;
        }

        exact = From(decimal.Round(value, MostDecimals));
        return true;
    }

    public static implicit operator Exact(int value) => new(value, 1);

    public static Exact operator +(Exact a, Exact b) => Combine(a, b, 1);

    public static Exact operator -(Exact a, Exact b) => Combine(a, b, -1);

    public static Exact operator -(Exact a) => new(-a.numerator, a.Denominator);

    public static Exact operator *(Exact a, Exact b)
    {
        // Cross-reduce first: the product is then in lowest terms and as small as it can be.
        var g = Gcd(Int128.Abs(a.numerator), b.Denominator);
        var h = Gcd(Int128.Abs(b.numerator), a.Denominator);
        return new Exact(a.numerator / g * (b.numerator / h), a.Denominator / h * (b.Denominator / g));
    }

    /// <summary>The quotient; <paramref name="b"/> is not zero.</summary>
    public static Exact operator /(Exact a, Exact b) => b.Sign < 0
        ? a * new Exact(-b.Denominator, -b.numerator)
        : a * new Exact(b.Denominator, b.numerator);

    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public static Exact Min(Exact a, Exact b) => a <= b ? a : b;

    public Exact Abs() => Sign < 0 ? -this : this;

    public int CompareTo(Exact other)
    {
        var g = Gcd(Denominator, other.Denominator);
        return (numerator * (other.Denominator / g)).CompareTo(other.numerator * (Denominator / g));
    }

    /// <summary>
    /// The number rounded to so many decimal places (0 to 6), halves away from zero: 3.35 is shown as 3.4. What a
    /// decimal cannot hold becomes the largest that it can: rounding is for display.
    /// </summary>
    public decimal Round(int decimals)
    {
        var (units, rest) = Int128.DivRem(Int128.Abs(numerator), Denominator);
        if (units > (Int128)Limit * (Int128)Limit)
        {
            return Sign * decimal.MaxValue;
        }

        decimal scale = 1;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
            var (digit, left) = Int128.DivRem(rest * 10, Denominator);
            (units, rest) = ((units * 10) + digit, left);
        }

        return ((decimal)units + (rest >= Denominator - rest ? 1 : 0)) / scale * Sign;
    }

    /// <summary>The nearest double, for statistics only: no threshold is ever judged on it.</summary>
    public double ToDouble() => (double)numerator / (double)Denominator;

    public override string ToString() => Round(MostDecimals).ToString("0.######", CultureInfo.InvariantCulture);

    private static int Digits(decimal size)
    {
        var digits = 0;
        while (!decimal.IsInteger(size))
        {
            size *= 10;
        }

        for (; size >= 1; size = decimal.Floor(size / 10))
        {
            digits++;
        }

        return digits;
    }

    private static Exact Combine(Exact a, Exact b, int sign)
    {
        var g = Gcd(a.Denominator, b.Denominator);
        var left = a.numerator * (b.Denominator / g);
        var right = b.numerator * (a.Denominator / g);
        return new Exact(left + (sign * right), a.Denominator / g * b.Denominator);
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
