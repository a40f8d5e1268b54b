using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>The parts that forms share: values, amounts, starting values, dates and cadences, paths.</summary>
internal sealed partial class TargetReader
{
    private static readonly Exact MostPercents = 10_000;

    /// <summary>A value of the measure: a percent lies between 0 and 100.</summary>
    private Exact? Value(JsonObjectReader json, string name, string? required = null)
    {
        var value = json.Number(name, required);
        if (value is { } v && unit == Unit.Percent && (v.Sign < 0 || v > Whole))
        {
            json.Refuse(name, "a percent from 0 to 100");
        }

        return value;
    }

    /// <summary>How much, and whether in points or percent; where any improvement is asked (0) that makes no difference.</summary>
    private static (Exact? Amount, ChangeUnit? In) Amount(JsonObjectReader json, bool mayBeAny)
    {
        var amount = json.Number("amount", mayBeAny ? "a number, 0 for any improvement" : AnAmount);
        var isAny = mayBeAny && amount is { Sign: 0 };
        var unit = json.OneOf("in", Words.ChangeUnits, isRequired: !isAny);
        if (amount is { } a && (a.Sign < 0 || (a.Sign == 0 && !mayBeAny)))
        {
            json.Refuse("amount", mayBeAny ? "a number, 0 or more: the measure's direction says which way" : AnAmount);
        }

        if (unit == ChangeUnit.Percent && amount > MostPercents)
        {
            json.Refuse("amount", "at most 10000 percent");
        }

        return (amount, unit ?? (isAny ? ChangeUnit.Points : null));
    }

    private Baseline? Start(JsonObjectReader json, string name)
    {
        if (json.Object(name) is not { } start)
        {
            return null;
        }

        var (value, on) = (Value(start, "value"), start.Date("on"));
        if (!start.Has("value") && !start.Has("on"))
        {
            start.Miss("value", "a value, or the day (on) whose figure is meant");
        }

        return new Baseline(value, on);
    }

    /// <summary>A date or a cadence, exactly one of them; null with the problem noted.</summary>
    private static (DateOnly? By, Cadence? Every)? When(JsonObjectReader json)
    {
        var (by, every) = (json.Date("by"), MeasureJson.CadenceOf(json, "every"));
        if (!json.Has("by") && !json.Has("every"))
        {
            json.Miss("by", "a date (by) or a cadence (every)");
        }
        else if (json.Has("by") && json.Has("every"))
        {
            json.Refuse("every", "a date (by) or a cadence (every), not both");
        }

        return (by is null) == (every is null) ? null : (by, every);
    }

    private static Cadence? Every(JsonObjectReader json) => MeasureJson.CadenceOf(json, "every", "how often: week, month, quarter…");

    private static void Follows(JsonObjectReader json, DateOnly? start, DateOnly? by)
    {
        if (start is { } first && by <= first)
        {
            json.Refuse("by", $"a date after the start, {Words.Of(first)}");
        }
    }

    private TargetPath? Path(JsonObjectReader json, DateOnly? on, DateOnly? by)
    {
        if (!json.Has("path"))
        {
            return TargetPath.Linear;
        }

        if (!json.IsList("path"))
        {
            var shapes = Words.PathShapes.Where(s => s.Value != PathShape.Given).ToDictionary();
            return json.OneOf("path", shapes) is { } shape ? new TargetPath(shape, []) : null;
        }

        if (Rungs(json, "path", "date") is not { } points)
        {
            return null;
        }

        if (points[0].By <= on || points[^1].By >= by)
        {
            json.Refuse("path", "dates between the start and the date of the target");
        }

        return new TargetPath(PathShape.Given, points);
    }

    /// <summary>Values with dates, each later than the one before.</summary>
    private List<Rung>? Rungs(JsonObjectReader json, string name, string date)
    {
        var rungs = new List<Rung>();
        var isWhole = true;
        foreach (var step in json.Objects(name, "a list of values with their dates"))
        {
            var (value, by) = (Value(step, "value", "a value"), step.Date(date, ADate));
            if (by is { } later && rungs.Count > 0 && later <= rungs[^1].By)
            {
                step.Refuse(date, "a date after the one before");
            }

            if ((value, by) is ({ } v, { } b))
            {
                rungs.Add(new Rung(v, b));
            }
            else
            {
                isWhole = false;
            }
        }

        if (rungs.Count == 0 && isWhole && json.IsList(name))
        {
            json.Refuse(name, "at least one value with its date");
        }

        return isWhole && rungs.Count > 0 ? rungs : null;
    }
}
