using System.Globalization;
using System.Resources;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Verdicts in plain sentences, in the reader's language. Made from the facts of an answer where it is shown: nothing
/// here is ever judged on. The texts stand in Wording.resx and its translations.
/// </summary>
public sealed partial class Wording(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new("Throughline.Benchmarks.Targets.Wording", typeof(Wording).Assembly);

    /// <summary>"On track".</summary>
    public string Status(Status status) => Text($"Status_{status}");

    /// <summary>Why a figure was left out: "A later record replaced it."</summary>
    public string Reason(ExclusionReason reason) => Text($"Reason_{reason}");

    /// <summary>"June 30, 2025", "30 de junio de 2025".</summary>
    public string Date(DateOnly day) => Say("Date", MonthName(day.Month), Plain(day.Day), Plain(day.Year));

    /// <summary>A figure with its unit: "24.9%", "3 days".</summary>
    public string Value(Exact value, Measure measure) => WithUnit(value, measure, measure.Decimals, measure.Decimals);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private string MonthName(int month) => Text("Months").Split(',')[month - 1];

    private string Text(string name) => Texts.GetString(name, culture)
        ?? throw new InvalidOperationException($"Wording.resx has no text named {name}.");

    private string Say(string name, params object[] parts) => string.Format(culture, Text(name), parts);
}
