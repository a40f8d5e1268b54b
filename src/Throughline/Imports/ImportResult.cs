namespace Throughline.Imports;

/// <summary>What became of a file's rows. Read = added + changed + unchanged + refused.</summary>
public sealed record ImportResult(string File, long Read, long Added, long Changed, long Unchanged, long Refused)
{
    /// <summary>Of the rows that are stored or unchanged, how many say that the figure is not published.</summary>
    public long NotPublished { get; init; }

    /// <summary>What was found out about the file: how it is written, what its columns were taken for, what was passed over.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<Refusal> FirstRefusals { get; init; } = [];

    /// <summary>The file that lists every refused row; null where none was.</summary>
    public string? RefusedFile { get; init; }

    /// <summary>Whether the rows are in the database: not after a dry run, nor where refused rows held the file back.</summary>
    public bool Stored { get; init; }
}

/// <summary>How an import is to be done.</summary>
/// <param name="RecordedAt">The instant the figures count as known from.</param>
/// <param name="DryRun">Checks everything and stores nothing.</param>
/// <param name="AcceptGoodRows">Stores the good rows although others are refused; else any refusal stores nothing.</param>
/// <param name="Who">Who imports, for the history.</param>
public sealed record ImportOptions(DateTimeOffset RecordedAt, bool DryRun, bool AcceptGoodRows, string Who)
{
    /// <summary>Told how many rows have been read so far, now and then.</summary>
    public Action<long> Progress { get; init; } = _ => { };
}
