using Throughline.Benchmarks.Language;

namespace Throughline.Benchmarks.Examples;

/// <summary>Whose change it speaks of, as plans set it out.</summary>
public enum ExampleFocus
{
    Educators,
    Students,
}

/// <summary>Where it fits.</summary>
public enum GradeSpan
{
    Elementary,
    Middle,
    High,
}

/// <summary>A benchmark to start from, in our own words, with blanks where a team puts its own figures.</summary>
/// <param name="Id">Its name in addresses: "p1-feedback-weekly". It never changes.</param>
/// <param name="Practice">Which of the four turnaround practices, 1 to 4.</param>
/// <param name="Focus">Educators or students.</param>
/// <param name="Spans">The grade spans it fits, at least one.</param>
/// <param name="Type">The place in the chain it is written for.</param>
/// <param name="Pattern">How its target is made: "than_last_year".</param>
/// <param name="Form">The label that the reader gives it once the blanks are filled.</param>
/// <param name="Evidence">What would show it.</param>
/// <param name="Source">Which document its pattern comes from, and the data the document names for it.</param>
public sealed record SampleBenchmark(
    string Id,
    int Practice,
    ExampleFocus Focus,
    IReadOnlyList<GradeSpan> Spans,
    BenchmarkType Type,
    string Pattern,
    ReadingForm Form,
    string Evidence,
    ExampleSource Source)
{
    private const string DateBlank = "XX date";

    private static readonly string[] Marks = ["XX", "YY", "ZZ"];

    /// <summary>With its blanks as marks, "By XX date, XX%": the reader points at each until it is filled.</summary>
    public string Statement
    {
        get
        {
            var text = Text;
            var marked = 0;
            foreach (var blank in Blanks)
            {
                text = text.Replace(blank.Place, blank.IsDate ? DateBlank : Marks[marked++], StringComparison.Ordinal);
            }

            return text;
        }
    }

    /// <summary>With sample values in its blanks, to show what it looks like when it is done.</summary>
    public string Filled => Blanks.Aggregate(Text, (text, blank) => text.Replace(blank.Place, blank.Sample, StringComparison.Ordinal));

    /// <summary>The sentence with its evidence, and its blanks by name: "By {date}, {percent}% of …".</summary>
    internal string Text { get; init; } = "";

    /// <summary>Its words, to tell its sentence again.</summary>
    internal ExampleWords Words { get; init; } = null!;

    internal IReadOnlyList<ExampleBlank> Blanks { get; init; } = [];
}

/// <summary>A blank and a value that fits it.</summary>
internal sealed record ExampleBlank(string Name, string Sample)
{
    public string Place => "{" + Name + "}";

    public bool IsDate => Name is "date" or "later";
}

/// <summary>Where the pattern comes from.</summary>
/// <param name="Document">The name of the public document.</param>
/// <param name="Data">The survey, review or goal that the document names as its data: "MSV"; null where it names none.</param>
public sealed record ExampleSource(string Document, string? Data);
