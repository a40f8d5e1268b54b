using System.Globalization;
using System.Text.Json.Serialization;
using CsvHelper;

namespace Throughline.Imports;

/// <summary>A cell that could not be taken, and why.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Column">The column's name; empty where the whole row is at fault.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record Refusal(long Line, string Column, string Value, string Reason)
{
    /// <summary>What stands there can tell who is meant: it is in the file of refused rows, and shown nowhere else.</summary>
    [JsonIgnore]
    public bool IsPrivate { get; init; }

    /// <summary>The field that takes one of a few words and did not know this one, so that somebody can say what it means; null for all else.</summary>
    [JsonIgnore]
    public string? Field { get; init; }

    /// <summary>What rows that contradict each other have in common; null where no other row is part of the matter.</summary>
    [JsonIgnore]
    public string? Contradicts { get; init; }
}

/// <summary>
/// The refused rows of one import: counted, written to a CSV file as they come, the first few kept to be shown.
/// </summary>
public sealed class Refusals(string path) : IDisposable
{
    private const int Shown = 20;

    private readonly List<Refusal> first = [];
    private CsvWriter? writer;
    private long lastLine = -1;

    /// <summary>How many rows were refused; a row counts once however many cells are at fault.</summary>
    public long Rows { get; private set; }

    public IReadOnlyList<Refusal> First => first;

    /// <summary>Values stand in the file alone, not in what is printed or logged: a cell of these files may name a student.</summary>
    public bool HidesValues { get; init; }

    /// <summary>The file with all of them; null where nothing was refused.</summary>
    public string? File => writer is null ? null : path;

    public void Add(Refusal refusal)
    {
        if (writer is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            writer = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape });
            writer.WriteRecord("line", "column", "value", "reason");
        }

        writer.WriteRecord(refusal.Line.ToString(CultureInfo.InvariantCulture), refusal.Column, refusal.Value, refusal.Reason);
        if (refusal.Line != lastLine)
        {
            Rows++;
            lastLine = refusal.Line;
        }

        if (first.Count < Shown)
        {
            first.Add((HidesValues || refusal.IsPrivate) && refusal.Value.Length > 0 ? refusal with { Value = ImportTexts.ValueHidden } : refusal);
        }
    }

    /// <summary>Forgets everything, the file included: the rows are read again.</summary>
    public void Clear()
    {
        if (writer is not null)
        {
            writer.Dispose();
            writer = null;
            System.IO.File.Delete(path);
        }

        first.Clear();
        (Rows, lastLine) = (0, -1);
    }

    public void Dispose() => writer?.Dispose();
}
