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
}

/// <summary>One school (and student group) of a benchmark, as the list shows it.</summary>
/// <param name="School">With its district.</param>
/// <param name="Answer">How it stands.</param>
/// <param name="Year">The school year of the figure, or of the one that is missing.</param>
/// <param name="Value">The figure that was judged; null where there is none.</param>
/// <param name="Missing">Why there is none.</param>
public sealed record SchoolRow(Organization School, Answer Answer, SchoolYear? Year, Exact? Value, MissingFigure Missing)
{
    /// <summary>Every member of a judged benchmark, in order of its code.</summary>
    public static List<SchoolRow> All(JudgedBenchmark judged)
    {
        var schools = judged.Members.ToDictionary(m => m.Code, StringComparer.Ordinal);
        return [.. judged.Judged.Select(a => Of(schools[a.Member!], a, judged.Case))];
    }

    private static SchoolRow Of(Organization school, Answer answer, Case subject)
    {
        var proof = answer.Proof;
        if (proof is { On: { } on, Actual: { } actual })
        {
            return new SchoolRow(school, answer, SchoolYear.Of(on.End), actual, MissingFigure.None);
        }

        var year = SchoolYear.Of(proof.Due is { } due && due <= subject.AsOf ? due : subject.AsOf);
        var said = proof.Excluded.Any(e => e.Reason == ExclusionReason.NotPublished
            && SchoolYear.Of(subject.Observations[e.Observation].Period.End) == year);
        return new SchoolRow(school, answer, year, null, said ? MissingFigure.NotPublished : MissingFigure.NeverCame);
    }
}
