using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>Days, how often, and the periods that figures are compared with.</summary>
internal sealed partial class Grammar
{
    private const int MostWeeks = 52;

    private void AddTimes()
    {
        AddChoice("month", Text("Months").Split(',').Select((name, index) => (index + 1, name)));
        kinds["year"] = Writing.Kind.OfValue<int>((value, _) => value.ToString("0000", CultureInfo.InvariantCulture), cursor => Digits(cursor, 4));
        kinds["day"] = Writing.Kind.OfValue<int>((value, _) => value.ToString(CultureInfo.InvariantCulture), cursor => Digits(cursor, 2));
        kinds["date"] = Writing.Kind.OfValue<DateOnly>(Date, Date);
        kinds["since"] = Writing.Kind.Optional(
            (day, subject) => day is DateOnly on ? Write("On", subject, new() { { "on", on } }) : "",
            cursor => Read("On", cursor)?["on"],
            null);
        AddCadence("every", "Each");
        AddCadence("before", "Before");
        AddCadence("same", "Same");
        kinds["step"] = Writing.Kind.Of<Rung>(
            (rung, subject) => Write("Step", subject, new() { { "atleast", subject.Way }, { "value", rung.Value }, { "by", rung.By } }),
            cursor => Rung(Read("Step", cursor)));
        kinds["point"] = Writing.Kind.Of<Rung>(
            (rung, subject) => Write("Point", subject, new() { { "value", rung.Value }, { "by", rung.By } }),
            cursor => Rung(Read("Point", cursor)));
        AddRungs("steps", "step");
        AddRungs("points_list", "point");
        kinds["path"] = Writing.Kind.Optional((path, subject) => Path((TargetPath)path!, subject), Path, TargetPath.Linear);
        kinds["base"] = Writing.Kind.Optional((start, subject) => start is Baseline baseline ? Base(baseline, subject) : "", Base, null);
    }

    private static int? Digits(Cursor cursor, int most)
    {
        var first = cursor.At;
        while (cursor.At < first + most && char.IsAsciiDigit(cursor.Next))
        {
            cursor.At++;
        }

        return int.TryParse(cursor.Text.AsSpan(first, cursor.At - first), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private string Date(DateOnly day, Subject subject) =>
        Write("Date", subject, new() { { "day", day.Day }, { "month", day.Month }, { "year", day.Year } });

    private DateOnly? Date(Cursor cursor)
    {
        if (Read("Date", cursor) is not { } date)
        {
            return null;
        }

        var (year, month, day) = (date.Get<int>("year"), date.Get<int>("month"), date.Get<int>("day"));
        return year is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>"each month", "every 6 weeks"; "the month before"; "the same month a year before".</summary>
    private void AddCadence(string kind, string texts)
    {
        var units = Enum.GetValues<CadenceUnit>().Select(unit => (new Cadence(unit), Text($"{texts}_{unit}")));
        var weeks = Enumerable.Range(2, MostWeeks - 1).Select(count => (
            new Cadence(CadenceUnit.Week, count),
            Text($"{texts}_Weeks").Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        AddChoice(kind, units.Concat(weeks));
    }

    private void AddRungs(string kind, string item) => kinds[kind] = Writing.Kind.Of<IReadOnlyList<Rung>>(
        (rungs, subject) => Listed([.. rungs.Select(r => WriteOne(item, r, subject))]), cursor => Listed<Rung>(cursor, item));

    private static Rung? Rung(Filling? f) => f is null ? null : new Rung(f.Get<Exact>("value"), f.Get<DateOnly>("by"));

    private string Path(TargetPath path, Subject subject) => path.Shape switch
    {
        PathShape.Linear => "",
        PathShape.Given => Write("Path_Given", subject, new() { { "points", path.Points } }),
        _ => Text($"Path_{path.Shape}"),
    };

    private TargetPath? Path(Cursor cursor) => cursor.Take(Text("Path_Step")) ? new TargetPath(PathShape.Step, [])
        : cursor.Take(Text("Path_Exponential")) ? new TargetPath(PathShape.Exponential, [])
        : Read("Path_Given", cursor) is { } given ? new TargetPath(PathShape.Given, given.Get<List<Rung>>("points"))
        : null;

    private string Base(Baseline start, Subject subject) => (start.Value, start.On) switch
    {
        ({ } value, { } on) => Write("Base_ValueOn", subject, new() { { "value", value }, { "on", on } }),
        ({ } value, null) => Write("Base_Value", subject, new() { { "value", value } }),
        _ => Write("Base_On", subject, new() { { "on", start.On } }),
    };

    private Baseline? Base(Cursor cursor) =>
        Read("Base_ValueOn", cursor) is { } both ? new Baseline(both.Get<Exact>("value"), both.Get<DateOnly>("on"))
        : Read("Base_Value", cursor) is { } value ? new Baseline(value.Get<Exact>("value"), null)
        : Read("Base_On", cursor) is { } on ? new Baseline(null, on.Get<DateOnly>("on"))
        : null;
}
