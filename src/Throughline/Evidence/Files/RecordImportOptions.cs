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
}
