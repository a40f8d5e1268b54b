using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>A plan of the sample as it stands in a file, or as it was made from templates.</summary>
/// <param name="School">The school's code.</param>
/// <param name="Name">What people call the plan.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="FirstYear">The first school year: "2024-25".</param>
/// <param name="LatestYear">The last, included.</param>
/// <param name="Added">The day it was written.</param>
/// <param name="Published">The day its benchmarks were put in force.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="PublishedBy">Who put it in force.</param>
/// <param name="Objectives">In their order; codes follow from it.</param>
internal sealed record PlanFile(
    string School, string Name, string Kind, string FirstYear, string LatestYear, DateOnly Added, DateOnly Published,
    string By, string PublishedBy, IReadOnlyList<ObjectiveFile> Objectives)
{
    public SchoolYear First => YearOf(FirstYear);

    public SchoolYear Latest => YearOf(LatestYear);

    public IEnumerable<BenchmarkFile> Benchmarks => Objectives.SelectMany(o => o.Initiatives.SelectMany(i => i.Benchmarks).Concat(o.Final));

    /// <summary>The same plan with each benchmark as a function makes it.</summary>
    public PlanFile With(Func<BenchmarkFile, BenchmarkFile> change) => this with
    {
        Objectives = [.. Objectives.Select(o => o with
        {
            Initiatives = [.. o.Initiatives.Select(i => i with { Benchmarks = [.. i.Benchmarks.Select(change)] })],
            Final = [.. o.Final.Select(change)],
        })],
    };

    private static SchoolYear YearOf(string text) =>
        SchoolYear.TryParse(text, out var year) ? year : throw new InvalidOperationException($"{text} is no school year.");
}

internal sealed record ObjectiveFile(
    string Title, IReadOnlyList<CauseFile> Causes, IReadOnlyList<InitiativeFile> Initiatives, IReadOnlyList<BenchmarkFile> Final);

internal sealed record CauseFile(string Text, HeldBy HeldBy = HeldBy.School);

internal sealed record InitiativeFile(
    string Title, string Lead, string Practices, string Priority,
    IReadOnlyList<ActivityFile> Activities, IReadOnlyList<BenchmarkFile> Benchmarks);

internal sealed record ActivityFile(string Text, string Owner, DateOnly? By = null, DateOnly? Done = null);

internal sealed record BenchmarkFile
{
    private Measure? known;

    public required string Code { get; init; }

    public required BenchmarkType Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The sentence in force.</summary>
    public required string Statement { get; init; }

    /// <summary>The name of a measure of the catalog, or a measure of the plan's own.</summary>
    public required JsonElement Measure { get; init; }

    public required string Owner { get; init; }

    public required string Evidence { get; init; }

    public Counted Counts { get; init; }

    /// <summary>The account that answers for it where the owner is a team; null takes the account named like the owner.</summary>
    public string? Account { get; init; }

    public DateOnly? StartsOn { get; init; }

    public string? CheckOn { get; init; }

    public string? Every { get; init; }

    /// <summary>Who put the sentence in force; null for whoever did for the plan.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>The sentence that was in force from the day the plan was written; null where it was this one.</summary>
    public string? Original { get; init; }

    /// <summary>What is being written in its place; null where nothing is.</summary>
    public string? Draft { get; init; }

    public DateOnly? DraftOn { get; init; }

    /// <summary>Start and end of the way of each group that has its own.</summary>
    public IReadOnlyDictionary<string, decimal[]>? Targets { get; init; }

    public IReadOnlyList<FigureFile> Figures { get; init; } = [];

    public Measure MeasureOf() => known ??= Publication.ReadMeasure(Measure.GetRawText());
}

/// <summary>Figures of one period, recorded at once.</summary>
/// <param name="Period">A month, "2025-09", or two days with a slash.</param>
/// <param name="On">The day they came in.</param>
/// <param name="Who">Who entered them.</param>
/// <param name="At">When on that day; null for the afternoon.</param>
/// <param name="Counts">For each group how many of how many.</param>
/// <param name="Values">For each group a value and, where known, on how many it rests.</param>
/// <param name="Done">The day something was done; for milestones.</param>
internal sealed record FigureFile(
    string Period, DateOnly On, string Who, TimeOnly? At = null,
    IReadOnlyDictionary<string, long[]>? Counts = null, IReadOnlyDictionary<string, decimal[]>? Values = null, DateOnly? Done = null)
{
    public Period Days() => Period.Split('/') is [var first, var last]
        ? new Period(Day(first), Day(last))
        : Benchmarks.Calendar.Period.Month(Day(Period + "-01").Year, Day(Period + "-01").Month);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
