using System.Globalization;
using System.Resources;

namespace Throughline.Benchmarks.Measures;

/// <summary>What belongs where in a measure that somebody writes, in the reader's language; the texts stand in Formulas.resx.</summary>
internal sealed class FormulaTexts(CultureInfo language)
{
    private static readonly ResourceManager Texts = new("Throughline.Benchmarks.Measures.Formulas", typeof(FormulaTexts).Assembly);

    public string Say(string name, params object[] parts) => string.Format(
        language, Texts.GetString(name, language) ?? throw new InvalidOperationException($"Formulas.resx has no text named {name}."), parts);
}
