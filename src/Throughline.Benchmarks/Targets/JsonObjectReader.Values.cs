using System.Globalization;
using System.Text.Json;

namespace Throughline.Benchmarks.Targets;

/// <summary>Numbers, dates and instants, each within what the evaluator can count with.</summary>
internal sealed partial class JsonObjectReader
{
    private const string DateFormat = "yyyy-MM-dd";
    private const int EarliestYear = 1901;
    private const int LatestYear = 2198;
    private const int LongestShown = 60;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", DateFormat];

    /// <summary>A number of at most six decimals and twelve digits.</summary>
    public Exact? Number(string name, string? required = null)
    {
        if (Field(name) is not { } field)
        {
            MissIf(name, required);
            return null;
        }

        if (field.ValueKind == JsonValueKind.Number && field.TryGetDecimal(out var number) && Exact.TryRead(number, out var exact))
        {
            return exact;
        }

        var quoted = field.ValueKind == JsonValueKind.String
            && decimal.TryParse(field.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var written)
                ? string.Create(CultureInfo.InvariantCulture, $"{written} without quotes")
                : null;
        Refuse(name, "a number of at most six decimals and twelve digits", quoted);
        return null;
    }

    /// <summary>A whole number from 0 and under <see cref="Exact.CountLimit"/>.</summary>
    public long? Count(string name)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        // 160.0 is a whole number too.
        if (field.ValueKind == JsonValueKind.Number && field.TryGetDecimal(out var number)
            && number is >= 0 and < Exact.CountLimit && decimal.IsInteger(number))
        {
            return (long)number;
        }

        Refuse(name, "a whole number, 0 or more");
        return null;
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (Field(name) is null || Count(name) is not { } count)
        {
            return null;
        }

        if (count >= least && count <= most)
        {
            return (int)count;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    public DateOnly? Date(string name, string? required = null)
    {
        if (Field(name) is not { } field)
        {
            MissIf(name, required);
            return null;
        }

        var text = field.ValueKind == JsonValueKind.String ? field.GetString() : null;
        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= EarliestYear and <= LatestYear)
        {
            return day;
        }

        Refuse(name, "a date that exists, as 2026-06-30", LastOfItsMonth(text));
        return null;
    }

    /// <summary>An instant with its offset; one without is UTC, a bare date its first moment.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        var text = field.ValueKind == JsonValueKind.String ? field.GetString() : null;
        if (DateTimeOffset.TryParseExact(
            text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        Refuse(name, "an instant, as 2026-02-10T23:59:59Z");
        return null;
    }

    /// <summary>30 February was probably meant as the last day of February.</summary>
    private static string? LastOfItsMonth(string? text) =>
        text is { Length: 10 }
        && int.TryParse(text.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 28 and <= 31
        && DateOnly.TryParseExact(
            text[..8] + "01", DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= EarliestYear and <= LatestYear
            ? first.AddMonths(1).AddDays(-1).ToString(DateFormat, CultureInfo.InvariantCulture)
            : null;

    private static string Shown(JsonElement field)
    {
        var raw = field.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => field.GetRawText(),
        };
        return raw.Length <= LongestShown ? raw : raw[..LongestShown] + "…";
    }
}
