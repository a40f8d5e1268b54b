using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.StateSchools;

/// <summary>Why a school has no figure to show.</summary>
public enum MissingFigure
{
    None,

    /// <summary>The source says that it does not publish the figure.</summary>
    NotPublished,

    /// <summary>No source speaks of it.</summary>
    NeverCame,

    /// <summary>There is one, and none to compare it with.</summary>
    NothingToCompare,

    /// <summary>There is one, recorded after the moment asked about.</summary>
    RecordedLater,
}

/// <summary>One school (and student group) of a benchmark, as the list shows it.</summary>
/// <param name="School">With its district.</param>
/// <param name="Answer">How it stands.</param>
/// <param name="Year">The school year of the figure, or of the one that is missing.</param>
/// <param name="Value">The figure that was judged, or that could not be; null where there is none or it was not known.</param>
/// <param name="Missing">Why nothing was judged.</param>
public sealed record SchoolRow(Organization School, Answer Answer, SchoolYear? Year, Exact? Value, MissingFigure Missing)
{
    /// <summary>Every member of a judged benchmark, in order of its code.</summary>
    public static List<SchoolRow> All(JudgedBenchmark judged)
    {
        var schools = judged.Members.ToDictionary(m => m.Code, StringComparer.Ordinal);
        var figures = judged.Case.Observations.ToLookup(o => (o.Member, o.Group));
        return [.. judged.Judged.Select(a => Of(schools[a.Member!], a, judged.Case, figures[(a.Member, a.Group)]))];
    }

    private static SchoolRow Of(Organization school, Answer answer, Case subject, IEnumerable<Observation> figures)
    {
        var proof = answer.Proof;
        if (proof is { On: { } on, Actual: { } actual })
        {
            return new SchoolRow(school, answer, SchoolYear.Of(on.End), actual, MissingFigure.None);
        }

        var year = SchoolYear.Of(proof.Due is { } due && due <= subject.AsOf ? due : subject.AsOf);
        var latest = figures.Where(o => SchoolYear.Of(o.Period.End) == year).OrderBy(o => o.RecordedAt).ThenBy(o => o.Index).LastOrDefault();
        var value = latest?.In(subject.Benchmark.Measure.Unit);
        var (shown, missing) = proof.Excluded.FirstOrDefault(e => e.Observation == latest?.Index)?.Reason switch
        {
            _ when latest is null => (null, MissingFigure.NeverCame),
            ExclusionReason.NotKnownYet => ((Exact?)null, MissingFigure.RecordedLater),
            _ when value is null => (null, MissingFigure.NotPublished),
            null => (value, MissingFigure.NothingToCompare),
            _ => (null, MissingFigure.NeverCame),
        };
        return new SchoolRow(school, answer, year, shown, missing);
    }
}
