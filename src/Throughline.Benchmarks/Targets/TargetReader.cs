using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Targets from JSON: one method for each form, in the order of docs/contracts.md. A form that cannot be judged yet is
/// read all the same. Null means that a problem has been noted.
/// </summary>
internal sealed partial class TargetReader(Unit unit)
{
    private const string ADate = "a date, as 2026-06-30";
    private const string AnAmount = "a number over 0";

    private readonly Dictionary<string, Func<JsonObjectReader, Target?>> forms = [];

    public Target? Read(JsonObjectReader benchmark, string name)
    {
        return benchmark.Object(name, "a target: an object with form and its fields") is { } json ? Form(json) : null;
    }

    private Target? Form(JsonObjectReader json)
    {
        if (forms.Count == 0)
        {
            Register();
        }

        if (json.Text("form", "one of " + string.Join(", ", forms.Keys)) is not { } form)
        {
            return null;
        }

        if (forms.TryGetValue(form, out var read))
        {
            return read(json);
        }

        json.Refuse("form", "one of " + string.Join(", ", forms.Keys), Nearest.To(form, forms.Keys));
        return null;
    }

    private void Register()
    {
        forms["level"] = Level;
        forms["ladder"] = Ladder;
        forms["from_to"] = FromTo;
        forms["change"] = Change;
        forms["per_period"] = PerPeriod;
        forms["prior_period"] = PriorPeriod;
        forms["same_period_last_year"] = SamePeriodLastYear;
        forms["gap"] = Gap;
        forms["maintain"] = Maintain;
        forms["branch"] = Branch;
        forms["representation"] = Representation;
        forms["milestone"] = Milestone;
        forms["cadence"] = Recurring;
        forms["event_relative"] = EventRelative;
        forms["count_per"] = CountPer;
        forms["every_member"] = EveryMember;
        forms["all_of"] = AllOf;
    }

    private Level? Level(JsonObjectReader json)
    {
        var value = Value(json, "value", "the value to reach");
        var strict = json.Flag("strict") ?? false;
        return When(json) is var (by, every) && value is { } v ? new Level(v, by, every) { Strict = strict } : null;
    }

    private Ladder? Ladder(JsonObjectReader json)
    {
        var steps = Rungs(json, "steps", "by");
        return steps is null ? null : new Ladder(steps);
    }

    private FromTo? FromTo(JsonObjectReader json)
    {
        var from = Value(json, "from", "the value to start from");
        var to = Value(json, "to", "the value to reach");
        var by = json.Date("by", ADate);
        var on = json.Date("on");
        Follows(json, on, by);
        var path = Path(json, on, by);
        return (from, to, by, path) is ({ } f, { } t, { } b, not null) ? new FromTo(f, t, b, path, on) : null;
    }

    private Change? Change(JsonObjectReader json)
    {
        var (amount, unit) = Amount(json, mayBeAny: false);
        var baseline = Start(json, "baseline");
        var by = json.Date("by", ADate);
        Follows(json, baseline?.On, by);
        return (amount, unit, by) is ({ } a, { } u, { } b) ? new Change(a, u, baseline, b) : null;
    }

    private PerPeriod? PerPeriod(JsonObjectReader json)
    {
        var (amount, unit) = Amount(json, mayBeAny: false);
        var every = Every(json);
        var start = Start(json, "start");
        return (amount, unit, every) is ({ } a, { } u, { } e) ? new PerPeriod(a, u, e, start) : null;
    }

    private PriorPeriod? PriorPeriod(JsonObjectReader json)
    {
        var (amount, unit) = Amount(json, mayBeAny: true);
        return (amount, unit, Every(json)) is ({ } a, { } u, { } e) ? new PriorPeriod(a, u, e) : null;
    }

    private SamePeriodLastYear? SamePeriodLastYear(JsonObjectReader json)
    {
        var (amount, unit) = Amount(json, mayBeAny: true);
        return (amount, unit, Every(json)) is ({ } a, { } u, { } e) ? new SamePeriodLastYear(a, u, e) : null;
    }

    private static Gap? Gap(JsonObjectReader json)
    {
        var reference = json.Text("reference", "a group or an organization");
        var from = json.Number("from");
        var to = json.Number("to");
        return When(json) is var (by, every) && reference is not null ? new Gap(reference, from, to, by, every) : null;
    }

    private Maintain? Maintain(JsonObjectReader json)
    {
        var floor = Value(json, "floor");
        var ceiling = Value(json, "ceiling");
        var every = Every(json);
        if (json.Has("floor") == json.Has("ceiling"))
        {
            json.Problems.Add(
                json.Path, json.Has("floor") ? "a floor and a ceiling" : "no floor and no ceiling",
                "one of floor and ceiling; for both, all_of with two targets");
            return null;
        }

        return every is { } e && (floor ?? ceiling) is not null ? new Maintain(floor, ceiling, e) : null;
    }

    private Branch? Branch(JsonObjectReader json)
    {
        var when = Condition(json);
        var then = Read(json, "then");
        var otherwise = Read(json, "else");
        return when is not null && then is not null && otherwise is not null ? new Branch(when, then, otherwise) : null;
    }

    private BranchCondition? Condition(JsonObjectReader json)
    {
        if (json.Object("when", "an object with at_least or at_most") is not { } when)
        {
            return null;
        }

        var (atLeast, atMost, grades) = (Value(when, "at_least"), Value(when, "at_most"), when.Texts("grades"));
        if (!when.Has("at_least") && !when.Has("at_most") && !when.Has("grades"))
        {
            when.Miss("at_least", "at_least, at_most or grades");
            return null;
        }

        return new BranchCondition(atLeast, atMost, grades ?? []);
    }

    private AllOf? AllOf(JsonObjectReader json)
    {
        var targets = json.Objects("targets", "a list of targets").Select(Form).ToList();
        if (targets.Count == 0 && json.IsList("targets"))
        {
            json.Refuse("targets", "at least one target");
        }

        return targets.Count > 0 && targets.TrueForAll(t => t is not null) ? new AllOf([.. targets.OfType<Target>()]) : null;
    }
}
