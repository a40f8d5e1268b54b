namespace Throughline.Benchmarks.Evidence;

/// <summary>What stands in one field of one record; the default is a field that was left empty, which fulfils no condition.</summary>
public readonly record struct FieldValue
{
    private FieldValue(bool isKnown, string? text, decimal number) => (IsKnown, Text, Number) = (isKnown, text, number);

    /// <summary>Whether anything stands there. Nothing is not 0 and not "no".</summary>
    public bool IsKnown { get; }

    /// <summary>The words of a text or a code; null for the other types.</summary>
    public string? Text { get; }

    /// <summary>The number; of a day its number of days since year 1, of a yes 1 and of a no 0.</summary>
    public decimal Number { get; }

    public static FieldValue Of(string text) => new(true, text, 0);

    /// <param name="number">Of at most six decimals and twelve digits; others throw, so that sums stay exact.</param>
    public static FieldValue Of(decimal number) => Exact.TryRead(number, out _) ? new(true, null, number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A number has at most six decimals and twelve digits.");

    public static FieldValue Of(DateOnly day) => new(true, null, day.DayNumber);

    public static FieldValue Of(bool yes) => new(true, null, yes ? 1 : 0);
}
