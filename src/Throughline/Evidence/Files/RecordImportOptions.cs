using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>How records are to be imported.</summary>
/// <param name="Options">What every kind of import knows.</param>
/// <param name="Complete">The file is everything of its schools and days: what it does not have is taken back.</param>
/// <param name="Said">What the file does not say itself, each NAME=VALUE.</param>
internal sealed record RecordImportOptions(ImportOptions Options, bool Complete, IReadOnlyList<string> Said)
{
    /// <summary>The first day of which a complete file is everything; null for the first that it has.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last such day; null for the last that it has.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>What columns hold, by their headings: "student", "school", "date", "number", "room", a field, or empty for nothing. The others are found by what is known of headings.</summary>
    public IReadOnlyDictionary<string, string> Matches { get; init; } = new Dictionary<string, string>();

    /// <summary>Lines that are not read, by their numbers.</summary>
    public IReadOnlySet<long> Without { get; init; } = new HashSet<long>();

    /// <summary>The only organization whose rows are taken; null for every one.</summary>
    public int? Only { get; init; }

    /// <summary>Told of every row that is refused, and of every word whose meaning nobody knows.</summary>
    public Action<Refusal> Told { get; init; } = _ => { };

    /// <summary>Where the refused rows are written; null for the folder where people look for them.</summary>
    public string? RefusedTo { get; init; }

    /// <summary>Called once the rows are written, in their transaction: before it is committed or, in a dry run, given up again.</summary>
    public Func<Session, ImportResult, Task>? Along { get; init; }
}
