using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// Reads the text of a case (docs/contracts.md, "A case for evaluate"). Whatever the text, the outcome is a case or
/// problems that say where and what; no input throws.
/// </summary>
/// <param name="catalog">Where measures are found by name, and what a measure leaves out.</param>
/// <param name="readStatement">Reads a benchmark that is given as a sentence; the measure is null where none is named.</param>
public sealed class CaseReader(MeasureCatalog catalog, Func<string, Measure?, StatementOutcome> readStatement)
{
    private const int UsualMinimumN = 10;
    private const int MostMinimumN = 1_000_000;

    public CaseReading Read(string json)
    {
        var problems = new ProblemList();
        using var document = JsonText.Parse(json, problems);
        var subject = document is null ? null : Read(new JsonObjectReader(document.RootElement, "", problems));
        return CaseReading.Of(subject, problems);
    }

    private Case? Read(JsonObjectReader json)
    {
        var benchmark = json.Object("benchmark", "a benchmark: measure, groups and target, or a statement") is { } given
            ? given.Has("statement") ? FromStatement(given) : BenchmarkJson.Read(given, catalog)
            : null;
        var calendar = CalendarReader.Read(json);
        var minimumN = json.Whole("minimumN", 0, MostMinimumN) ?? UsualMinimumN;
        var reference = benchmark?.Target is Gap gap ? gap.Reference : null;
        var observations = new ObservationReader(benchmark?.Measure.Unit ?? Unit.Score, reference).Read(json);
        var asOf = json.Date("asOf", "the day that decides what is due, as 2026-02-10");
        var knownAt = json.Instant("knownAt");
        var members = json.Texts("members");
        if (benchmark is null || asOf is not { } day)
        {
            return null;
        }

        CheckCalendar(json, benchmark, calendar);
        return new Case(
            benchmark, calendar ?? UsualCalendar(benchmark, day), observations, day, knownAt ?? EndOf(day))
        {
            MinimumN = minimumN,
            Members = members,
        };
    }

    private BenchmarkSpec? FromStatement(JsonObjectReader json)
    {
        var measure = json.Has("measure") ? MeasureJson.Read(json, catalog) : null;
        if (json.Text("statement", "a sentence") is not { } statement || (json.Has("measure") && measure is null))
        {
            return null;
        }

        var outcome = readStatement(statement, measure);
        foreach (var problem in outcome.Problems)
        {
            json.Problems.Add(problem.Path, problem.Found, problem.Expected, problem.Suggestion);
        }

        if (outcome is { Benchmark: null, Problems.Count: 0 })
        {
            json.Refuse("statement", "a sentence that says what is measured, how much and by when");
        }

        return outcome.Problems.Count == 0 ? outcome.Benchmark : null;
    }

    /// <summary>A way that starts with the school year has to end in it; a milestone can be due before school starts.</summary>
    private static void CheckCalendar(JsonObjectReader json, BenchmarkSpec benchmark, SchoolCalendar? calendar)
    {
        var by = (benchmark.Target is EveryMember every ? every.Inner : benchmark.Target) switch
        {
            Level level => level.By,
            FromTo { On: null } way => way.By,
            Change { Baseline: { On: null } } change => change.By,
            _ => null,
        };
        if ((by, calendar) is ({ } date, not null) && date <= calendar.FirstDay)
        {
            json.Problems.Add(
                "benchmark.target.by", Words.Of(date), $"a date after the first school day, {Words.Of(calendar.FirstDay)}",
                "the calendar of the school year in which the benchmark begins");
        }
    }

    /// <summary>
    /// The usual calendar of the year the target's date falls in, or today for a recurring target. A date in the summer
    /// before school starts belongs to the year that has just ended, unless the measure has one figure a year.
    /// </summary>
    private static SchoolCalendar UsualCalendar(BenchmarkSpec benchmark, DateOnly asOf)
    {
        var day = DateOf(benchmark.Target) ?? asOf;
        var year = SchoolYear.Of(day);
        var calendar = DefaultCalendar.For(year);
        return day <= calendar.FirstDay && !benchmark.Measure.IsAnnual ? DefaultCalendar.For(year.Previous) : calendar;
    }

    private static DateOnly? DateOf(Target target) => target switch
    {
        Level level => level.By,
        Ladder ladder => ladder.Steps[^1].By,
        FromTo way => way.By,
        Change change => change.By,
        Gap gap => gap.By,
        Milestone milestone => milestone.By,
        Branch branch => DateOf(branch.Then),
        EveryMember every => DateOf(every.Inner),
        AllOf all => all.Targets.Select(DateOf).Max(),
        _ => null,
    };

    /// <summary>The last moment of a day, UTC.</summary>
    private static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
}
