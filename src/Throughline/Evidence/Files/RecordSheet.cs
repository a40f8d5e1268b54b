using Throughline.Benchmarks.Evidence;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>A file of records that is being read: what is known of it before its first row.</summary>
internal sealed class RecordSheet
{
    private readonly Action<Refusal> told;

    public RecordSheet(CsvFile file, string path, RecordFile table, Sayings sayings, RecordImportOptions asked)
    {
        (File, Table, Sayings, Kind) = (file, table, sayings, table.Record);
        Name = Path.GetFileName(path);
        Latest = DateOnly.FromDateTime(asked.Options.RecordedAt.UtcDateTime).AddYears(1);
        told = asked.Told;
        Columns = new Columns(file, Name, table, asked.Matches);
        Fields = [.. table.Fields.Select(f => new FieldTexts(f, Kind.Field(f.Field)!, sayings, Days))];
        Stem = Path.GetFileNameWithoutExtension(path);
    }

    public CsvFile File { get; }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The file's name without its ending, for a survey that does not say which it is.</summary>
    public string Stem { get; }

    public RecordFile Table { get; }

    public RecordKind Kind { get; }

    public Columns Columns { get; }

    public Sayings Sayings { get; }

    public Days Days { get; } = new();

    public IReadOnlyList<FieldTexts> Fields { get; }

    /// <summary>No record can be of a later day; most of those that seem so are slips of the keys.</summary>
    public DateOnly Latest { get; }

    /// <summary>Columns that each hold a result of their own; empty where there is a row for each.</summary>
    public IReadOnlyList<ResultColumns> Results { get; set; } = [];

    public FieldTexts Field(string id) => Fields.First(f => f.Field.Field == id);

    /// <summary>What stands in a field's column or was said for it; empty where neither is.</summary>
    public string Raw(FileField field) => Columns.Fields[field.Field] is >= 0 and var column ? File[column]
        : Sayings[field.Field] ?? (field.FromFile && field.Words.Count == 0 ? Stem : "");

    public string Cell(int column) => column >= 0 ? File[column].Trim() : "";

    /// <summary>The row is taken, but nobody knows what one of its words means.</summary>
    public void Ask(string field, string word) => told(new Refusal(File.Line, "", word, "") { Field = field });

    /// <param name="column">Where; -1 for the whole row.</param>
    /// <param name="reason">What is wrong and what to do.</param>
    /// <param name="isPrivate">Whether what stands there can tell who is meant, and is not shown.</param>
    public Refusal Refuse(int column, string reason, bool isPrivate = false) => column < 0
        ? new Refusal(File.Line, "", File.Raw, reason) { IsPrivate = true }
        : new Refusal(File.Line, File.Header[column], File[column], reason) { IsPrivate = isPrivate };
}

/// <summary>Columns whose cells make one record of a row.</summary>
/// <param name="Window">The time of the year that the heading names; empty where it names none.</param>
/// <param name="Set">What the heading says for fields.</param>
/// <param name="Cells">Which field each column is read into; null where numbers are a rating and yes and no are counted.</param>
internal sealed record ResultColumns(string Window, IReadOnlyDictionary<string, string> Set, IReadOnlyList<(int Column, string? Field)> Cells);

/// <summary>A record on its way in.</summary>
internal readonly record struct StagedRecord(
    long Line, int Organization, string Key, DateOnly Day, int? About, string? Room, string Fields, string Scope);
