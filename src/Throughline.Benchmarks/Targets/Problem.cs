namespace Throughline.Benchmarks.Targets;

/// <summary>What is wrong in a file or a text, said so that its author can mend it.</summary>
/// <param name="Path">Where it is: "benchmark.target.by", "observations[3].end".</param>
/// <param name="Found">What stands there, as written.</param>
/// <param name="Expected">What belongs there.</param>
/// <param name="Suggestion">What was probably meant; null where nothing is near.</param>
public sealed record Problem(string Path, string Found, string Expected, string? Suggestion = null);

/// <summary>The problems of one reading. All are counted, the first twenty are kept: more than that nobody mends one by one.</summary>
internal sealed class ProblemList
{
    public const int MostListed = 20;

    private readonly List<Problem> listed = [];

    public int Count { get; private set; }

    public IReadOnlyList<Problem> Listed => listed;

    public void Add(string path, string found, string expected, string? suggestion = null)
    {
        Count++;
        if (listed.Count < MostListed)
        {
            listed.Add(new Problem(path, found, expected, suggestion));
        }
    }
}
