using Throughline.Benchmarks.Measures;

namespace Throughline.Imports;

/// <summary>What values a unit allows, in words.</summary>
internal static class UnitWords
{
    public static string Range(Unit unit) => unit switch
    {
        Unit.Percent => ImportTexts.RangePercent,
        Unit.PercentagePoints => ImportTexts.RangePoints,
        Unit.Count => ImportTexts.RangeCount,
        _ => ImportTexts.RangePositive,
    };
}
