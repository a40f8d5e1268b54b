namespace Throughline.Benchmarks.Measures;

/// <summary>What a figure is counted in. The names are those of docs/contracts.md.</summary>
public enum Unit
{
    Percent,
    PercentagePoints,
    Count,
    Score,
    Days,
    Ratio,
    Rating,
    Index,
    Minutes,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Increase,
    Decrease,
}

/// <summary>The written names of units and directions.</summary>
public static class UnitNames
{
    private static readonly string[] Units =
        ["percent", "percentage_points", "count", "score", "days", "ratio", "rating", "index", "minutes"];

    public static string Name(this Unit unit) => Units[(int)unit];

    public static string Name(this Direction direction) => direction == Direction.Increase ? "increase" : "decrease";

    public static bool TryParse(string? text, out Unit unit)
    {
        var index = Array.IndexOf(Units, text);
        unit = index < 0 ? default : (Unit)index;
        return index >= 0;
    }

    public static bool TryParse(string? text, out Direction direction)
    {
        direction = text == "decrease" ? Direction.Decrease : Direction.Increase;
        return text is "increase" or "decrease";
    }

    /// <summary>Whether its figures differ by points, of which five are the usual margin: percents, scores and indexes.</summary>
    public static bool CountsInPoints(this Unit unit) =>
        unit is Unit.Percent or Unit.PercentagePoints or Unit.Score or Unit.Index;

    /// <summary>Whether a value can be one of this unit: percents from 0 to 100, counts whole and from 0, the rest from 0.</summary>
    public static bool Allows(this Unit unit, decimal value) => unit switch
    {
        Unit.Percent => value is >= 0 and <= 100,
        Unit.PercentagePoints => value is >= -100 and <= 100,
        Unit.Count => value >= 0 && decimal.IsInteger(value),
        Unit.Score or Unit.Index => true,
        _ => value >= 0,
    };
}
