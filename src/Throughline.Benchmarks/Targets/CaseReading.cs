namespace Throughline.Benchmarks.Targets;

/// <summary>What the text of a case comes to: the case, or what keeps it from being one. Never both, never neither.</summary>
public sealed record CaseReading
{
    private CaseReading(Case? subject, IReadOnlyList<Problem> problems, int problemCount)
    {
        Case = subject;
        Problems = problems;
        ProblemCount = problemCount;
    }

    /// <summary>The case; null where there are problems.</summary>
    public Case? Case { get; }

    /// <summary>The first twenty problems, in the order they were met.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>How many there are in all.</summary>
    public int ProblemCount { get; }

    internal static CaseReading Of(Case? subject, ProblemList problems) =>
        new(problems.Count == 0 ? subject : null, problems.Listed, problems.Count);
}

/// <summary>What a sentence comes to: a benchmark, or the findings that prevent one.</summary>
public sealed record StatementOutcome(BenchmarkSpec? Benchmark, IReadOnlyList<Problem> Problems);
