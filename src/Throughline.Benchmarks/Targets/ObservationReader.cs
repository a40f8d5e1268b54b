using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>The observations of a case.</summary>
/// <param name="unit">What the figures are counted in.</param>
/// <param name="reference">The other side of a gap, which may be an organization rather than a group; null for none.</param>
internal sealed class ObservationReader(Unit unit, string? reference)
{
    public List<Observation> Read(JsonObjectReader json)
    {
        var observations = new List<Observation>();
        foreach (var item in json.Objects("observations", "a list of figures, empty where none is known"))
        {
            // The index counts what is written: with a problem anywhere there is no case to number.
            if (ReadOne(item, observations.Count) is { } observation)
            {
                observations.Add(observation);
            }
        }

        return observations;
    }

    private Observation? ReadOne(JsonObjectReader json, int index)
    {
        var group = json.Text("group") ?? StudentGroup.All;
        if (!StudentGroup.IsKnown(group) && group != reference)
        {
            json.Refuse("group", "a student group, as low_income", Nearest.To(group, StudentGroup.Names));
        }

        var (eventDate, doneDate) = (json.Date("eventDate"), json.Date("doneDate"));
        if (PeriodOf(json, doneDate ?? eventDate) is not { } period)
        {
            return null;
        }

        var observation = new Observation(index, group, json.Text("member"), period)
        {
            Value = json.Number("value"),
            Numerator = json.Count("numerator"),
            Denominator = json.Count("denominator"),
            Count = json.Count("n"),
            Done = json.Flag("done"),
            DoneDate = doneDate,
            Event = json.Text("event"),
            EventDate = eventDate,
            Share = json.Number("share"),
            ShareOfAll = json.Number("shareOfAll"),
            RecordedAt = json.Instant("recordedAt"),
        };
        Check(json, observation);
        return observation;
    }

    /// <summary>From start to end, both included; what was done on a day may name that day alone.</summary>
    private static Period? PeriodOf(JsonObjectReader json, DateOnly? day)
    {
        if (day is { } only && !json.Has("start") && !json.Has("end"))
        {
            return new Period(only, only);
        }

        var start = json.Date("start", "the first day, as 2025-09-01");
        var end = json.Date("end", "the last day, as 2025-09-30");
        if ((start, end) is not ({ } first, { } last))
        {
            return null;
        }

        if (last >= first)
        {
            return new Period(first, last);
        }

        json.Refuse("end", $"a day on or after the start, {Words.Of(first)}");
        return null;
    }

    private void Check(JsonObjectReader json, Observation o)
    {
        if (o.Value is { } value && !unit.Allows(value.Round(Exact.MostDecimals)))
        {
            json.Refuse("value", unit switch
            {
                Unit.Percent => "a percent from 0 to 100",
                Unit.PercentagePoints => "points from −100 to 100",
                Unit.Count => "a whole number, 0 or more",
                _ => "a number, 0 or more",
            });
        }

        if (o.Denominator == 0)
        {
            json.Refuse("denominator", "a whole number over 0: of none there is no figure, leave it out");
        }

        if (unit == Unit.Percent && o.Numerator > o.Denominator)
        {
            json.Refuse("numerator", $"at most the denominator, {o.Denominator}");
        }

        if (o.Numerator is not null && !json.Has("denominator") && unit != Unit.Count)
        {
            json.Miss("denominator", "of how many");
        }
    }
}
