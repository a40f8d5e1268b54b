using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Evidence;

namespace Throughline.Evidence.Files;

/// <summary>Turns the cells of one field into the texts that the library reads, or says why it cannot.</summary>
internal sealed partial class FieldTexts
{
    private const int LongestCode = 60;

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly List<(string Text, string Word)> parts = [];
    private readonly Sayings sayings;
    private readonly Days days;

    public FieldTexts(FileField field, RecordField record, Sayings sayings, Days days)
    {
        Field = field;
        Record = record;
        this.sayings = sayings;
        this.days = days;
        foreach (var (word, texts) in record.Codes.Select(c => (c, (IReadOnlyList<string>)[])).Concat(field.Words.Select(w => (w.Key, w.Value))))
        {
            foreach (var text in texts.Prepend(word))
            {
                words.TryAdd(Plain.Of(text), word);
                if (word != "other")
                {
                    parts.Add((Plain.Words(text), word));
                }
            }
        }

        parts.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
    }

    public FileField Field { get; }

    public RecordField Record { get; }

    /// <summary>The words that are accepted, as the library writes them.</summary>
    private string Accepted => Record.Type == FieldType.YesNo ? "yes, no" : string.Join(", ", Record.Codes);

    /// <summary>The text for the library, empty where nothing is known; or why there is none.</summary>
    public bool TryRead(string raw, out string text, out string reason)
    {
        (text, reason) = ("", "");
        if (Emptiness.IsMissing(raw))
        {
            return true;
        }

        if (Emptiness.IsHidden(raw))
        {
            reason = Imports.ImportTexts.FigureHidden;
            return false;
        }

        var plain = Meaning(raw) ?? Plain.Spaced(raw);
        text = Record.Type switch
        {
            FieldType.Whole or FieldType.Decimal => Number(plain),
            FieldType.Day => days.TryRead(plain, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : plain,
            FieldType.Code when Record.Codes.Count == 0 && Field.Shorten && plain.Length > LongestCode => Short(plain),
            _ => plain,
        };
        if (!Record.TryRead(text, out var value))
        {
            reason = Record.Type switch
            {
                FieldType.Whole => Imports.ImportTexts.NotAWholeNumber,
                FieldType.Decimal => Imports.ImportTexts.ValueNotANumber,
                FieldType.Day => days.Fault,
                FieldType.YesNo => Imports.ImportTexts.WordNotKnown.With(Accepted, Field.Field),
                FieldType.Code when Record.Codes.Count > 0 => Imports.ImportTexts.WordNotKnown.With(Accepted, Field.Field),
                _ => Imports.ImportTexts.TextTooLong.With(LongestCode),
            };
            return false;
        }

        if (value.Text is null && (value.Number < Field.Least || value.Number > Field.Most))
        {
            reason = Imports.ImportTexts.ValueOutside.With(Field.Least, Field.Most);
            return false;
        }

        return true;
    }

    /// <summary>What somebody said that a text means, or what it is known to mean; else null.</summary>
    public string? Meaning(string raw) => sayings[Field.Field, raw] ?? WordOf(raw);

    /// <summary>Whether the field takes one of a few words.</summary>
    public bool IsOfWords => Record.Type == FieldType.YesNo || (Record.Type == FieldType.Code && Record.Codes.Count > 0);

    /// <summary>The word that a text stands for, or null. Texts of another column are no fault where they say nothing.</summary>
    public string? WordOf(string raw) => words.GetValueOrDefault(Plain.Of(raw))
        ?? (Field.Within && Plain.Words(raw) is var sentence ? parts.Find(p => sentence.Contains(p.Text, StringComparison.Ordinal)).Word : null);

    /// <summary>A text that fits where codes stand, the same for the same text.</summary>
    public static string Short(string text) => text.Length <= LongestCode ? text
        : text[..(LongestCode - 10)] + "… " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    /// <summary>The number as the library writes it: 31 for "31.0" and "1,437" as 1437; what is none stays as it is.</summary>
    private static string Number(string text) =>
        decimal.TryParse(Thousands().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Exact.TryRead(number, out _) ? number.ToString("0.######", CultureInfo.InvariantCulture) : text;

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
