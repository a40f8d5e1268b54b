using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;

namespace Throughline.Features.StateSchools;

/// <summary>A figure of the series: what it says, where it came from and what became of it in the verdict.</summary>
/// <param name="Observation">The figure, with its period and the instant it was recorded.</param>
/// <param name="File">The file it came from.</param>
/// <param name="IsUsed">Whether the verdict rests on it.</param>
/// <param name="LeftOut">Why it was left out; null where it counts.</param>
public sealed record SeriesFigure(Observation Observation, string File, bool IsUsed, ExclusionReason? LeftOut)
{
    public SchoolYear Year => SchoolYear.Of(Observation.Period.End);

    /// <summary>Whether it was in force on the dates asked about: known, over, and replaced by no later record.</summary>
    public bool IsInForce =>
        LeftOut is not (ExclusionReason.Replaced or ExclusionReason.NotKnownYet or ExclusionReason.PeriodNotOver);
}

/// <summary>All that is recorded of one school and measure, oldest first.</summary>
public sealed record SchoolSeries(IReadOnlyList<SeriesFigure> Figures)
{
    /// <summary>Every school year from the first to the last figure or, where it is later, to the year that falls due; gaps stay gaps.</summary>
    public IReadOnlyList<SchoolYear> Years(DateOnly? due)
    {
        var years = Figures.Where(f => f.IsInForce).Select(f => f.Year.EndYear).ToList();
        if (due is { } day)
        {
            years.Add(SchoolYear.Of(day).EndYear);
        }

        return years.Count == 0 ? [] : [.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Select(y => new SchoolYear(y))];
    }

    /// <summary>The figure in force for a school year; null where there is none. Of several in a year, the last.</summary>
    public SeriesFigure? In(SchoolYear year) => Figures.LastOrDefault(f => f.IsInForce && f.Year == year);

    public static async Task<SchoolSeries> LoadAsync(ThroughlineDb db, JudgedBenchmark judged, SchoolRow row, CancellationToken cancel)
    {
        var sources = await db.PublishedValues.AsNoTracking()
            .Where(v => v.MeasureVersionId == judged.Benchmark.MeasureVersionId
                && v.OrganizationId == row.School.Id && v.Group == row.Answer.Group)
            .Join(db.Imports, v => v.ImportId, i => i.Id, (v, i) => new { v.Id, i.FileName })
            .OrderBy(x => x.Id)
            .ToListAsync(cancel);
        var proof = row.Answer.Proof;
        var leftOut = proof.Excluded.ToDictionary(e => e.Observation, e => e.Reason);
        // The case holds the school's figures in order of their ids too; figures that came in since are past its end.
        var figures = judged.Case.Observations
            .Where(o => o.Member == row.School.Code && o.Group == row.Answer.Group)
            .Zip(sources, (o, source) => new SeriesFigure(
                o, source.FileName, proof.Observations.Contains(o.Index), leftOut.TryGetValue(o.Index, out var why) ? why : null));
        return new SchoolSeries([.. figures.OrderBy(f => f.Observation.Period.End).ThenBy(f => f.Observation.RecordedAt)]);
    }
}
