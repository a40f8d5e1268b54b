using System.Globalization;
using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>A CSV file of a bundle, row by row, with its refused rows. Its cells can tell who is meant, so they are shown nowhere.</summary>
internal sealed class RosterFile : IDisposable
{
    private readonly CsvFile file;

    /// <param name="path">The file.</param>
    /// <param name="refused">Where refused rows are listed.</param>
    public RosterFile(string path, string refused)
    {
        Name = Path.GetFileName(path);
        file = CsvFile.Open(path);
        Refusals = new Refusals(refused) { HidesValues = Name is not ("orgs.csv" or "academicSessions.csv") };
    }

    public string Name { get; }

    public Refusals Refusals { get; }

    public long Rows { get; private set; }

    public long Line => file.Line;

    /// <summary>Whether the row says that what it names is gone.</summary>
    public bool IsDeleted => Cell("status") is { } status && status.Equals("tobedeleted", StringComparison.OrdinalIgnoreCase);

    /// <summary>The day on which the row was last changed; null where it does not say.</summary>
    public DateOnly? Modified => Cell("dateLastModified") is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    public bool Has(string column) => file.Has(column);

    /// <summary>The next row that is whole and has an identifier.</summary>
    public bool Next()
    {
        while (file.Read())
        {
            Rows++;
            if (file.Fault is { } fault)
            {
                Refusals.Add(new Refusal(file.Line, "", file.Raw, fault));
            }
            else if (Need("sourcedId") is not null && IsStatusKnown())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell; null where it is empty or the file has no such column.</summary>
    public string? Cell(string column) => file.Has(column) && file[file.Column(column)].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A cell without which the row says nothing.</summary>
    public string? Need(string column) =>
        file[file.Column(column)].Trim() is { Length: > 0 } text ? text : Refuse<string>(column, ImportTexts.RosterCellMissing);

    /// <summary>A day; false where something else stands there.</summary>
    public bool TryDay(string column, out DateOnly? day)
    {
        day = null;
        if (Cell(column) is not { } text)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return Refuse<string>(column, ImportTexts.RosterDay) is not null;
        }

        day = read;
        return true;
    }

    public T? Refuse<T>(string column, string reason)
        where T : class
    {
        Refusals.Add(new Refusal(file.Line, column, Cell(column) ?? "", reason));
        return null;
    }

    public void Dispose()
    {
        file.Dispose();
        Refusals.Dispose();
    }

    private bool IsStatusKnown() => Cell("status") is not { } status || status.ToUpperInvariant() is "ACTIVE" or "TOBEDELETED"
        || Refuse<string>("status", ImportTexts.RosterStatus) is not null;
}
