namespace Throughline.Ui;

/// <summary>A coordinate as it is written: to a tenth, with a point, whatever the culture. A page of charts has thousands.</summary>
internal readonly record struct Tenths(double Value) : ISpanFormattable
{
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var tenths = (long)Math.Round(Value * 10, MidpointRounding.AwayFromZero);
        return tenths % 10 == 0
            ? destination.TryWrite($"{tenths / 10}", out charsWritten)
            : destination.TryWrite($"{(tenths < 0 ? "-" : "")}{Math.Abs(tenths) / 10}.{Math.Abs(tenths) % 10}", out charsWritten);
    }

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public override string ToString()
    {
        Span<char> text = stackalloc char[24];
        return TryFormat(text, out var length, default, null) ? text[..length].ToString() : "";
    }
}
