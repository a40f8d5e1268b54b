using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Judging;

/// <summary>A stored benchmark with the case it makes and what that comes to.</summary>
/// <param name="Benchmark">With its plan and the plan's organization.</param>
/// <param name="Wording">The wording it was judged by.</param>
/// <param name="Case">The figures and dates it was judged on; an answer's proof names figures by their index here.</param>
/// <param name="Answers">The whole first and then each member; null where its form cannot be judged yet.</param>
/// <param name="Members">The schools judged, each with its district, in order of their codes; empty without "each".</param>
public sealed record JudgedBenchmark(
    Benchmark Benchmark, Publication Wording, Case Case, IReadOnlyList<Answer>? Answers, IReadOnlyList<Organization> Members)
{
    public Measure Measure => Case.Benchmark.Measure;

    /// <summary>How many members (or, without members, groups) stand in each status; every status is present.</summary>
    public IReadOnlyDictionary<Status, int> Counts()
    {
        var counts = Enum.GetValues<Status>().ToDictionary(s => s, _ => 0);
        foreach (var answer in Judged)
        {
            counts[answer.Status]++;
        }

        return counts;
    }

    /// <summary>The answers that are counted: the members' where there are members, else the groups'.</summary>
    public IEnumerable<Answer> Judged => Case.Members is null ? Answers ?? [] : (Answers ?? []).Where(a => a.Member is not null);
}
