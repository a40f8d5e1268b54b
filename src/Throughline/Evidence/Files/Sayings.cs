using System.Globalization;

namespace Throughline.Evidence.Files;

/// <summary>
/// What a person says of a file that the file does not say itself: its school, its date, the date of a window
/// (date:fall=2025-10-03), a field, or what a word of theirs means (category:Lorem=other).
/// </summary>
internal sealed class Sayings
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <param name="file">Whose names can be said.</param>
    /// <param name="said">Each NAME=VALUE or NAME:OF=VALUE; one that cannot be said is a problem.</param>
    public Sayings(RecordFile file, IEnumerable<string> said)
    {
        var names = new HashSet<string>(["school", "date", "passing", .. file.Fields.Select(f => f.Field)], StringComparer.Ordinal);
        foreach (var text in said)
        {
            var place = text.LastIndexOf('=');
            var (name, of) = place < 1 ? ("", "") : text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < place
                ? (text[..colon], text[(colon + 1)..place]) : (text[..place], "");
            name = name.Trim().ToLowerInvariant();
            if (!names.Contains(name))
            {
                throw new Problem(Imports.ImportTexts.SayingUnknown.With(text, string.Join(", ", names)));
            }

            if (name == "passing" && !decimal.TryParse(text[(place + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            {
                throw new Problem(Imports.ImportTexts.SayingNoNumber.With(text));
            }

            if (name == "date" && !DateOnly.TryParseExact(
                text[(place + 1)..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                throw new Problem(Imports.ImportTexts.SayingNoDay.With(text));
            }

            values[Name(name, of)] = text[(place + 1)..].Trim();
        }
    }

    /// <summary>What was said under a name, of a word of the file where one is given; null where nothing was.</summary>
    public string? this[string name, string of = ""] => values.GetValueOrDefault(Name(name, of));

    public DateOnly? Day(string name, string of = "") => this[name, of] is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public decimal? Number(string name) => this[name] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string Name(string name, string of) => of.Length == 0 ? name : name + ":" + Plain.Of(of);
}
