namespace Throughline.Imports.Published;

/// <summary>
/// The marks that a table has in place of figures: counted, and listed in a file of their own with line, column and meaning.
/// The figures are stored as not published; the mark itself, and the bounds that some of them give, are kept there.
/// </summary>
internal sealed class FoundMarks(string path) : IDisposable
{
    private readonly Refusals list = new(path);
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>What was found, for people; none where nothing was.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            const int Shown = 12;
            if (counts.Count > 0)
            {
                var most = counts.OrderByDescending(c => c.Value).Take(Shown).Select(c => ImportTexts.MarkCount.With(c.Key, c.Value));
                yield return ImportTexts.NoteMarks.With(string.Join(", ", most) + (counts.Count > Shown ? ", …" : ""));
                if (list.File is { } file)
                {
                    yield return ImportTexts.NoteMarksFile.With(file);
                }
            }
        }
    }

    /// <param name="line">Of the file.</param>
    /// <param name="column">Its heading.</param>
    /// <param name="cell">What stands there; an empty cell is no mark.</param>
    /// <param name="isListed">Not where it is one day of a mean.</param>
    public void Add(long line, string column, PublishedCell cell, bool isListed)
    {
        if (cell.Says == Says.Empty)
        {
            return;
        }

        counts[cell.Text] = counts.GetValueOrDefault(cell.Text) + 1;
        if (isListed)
        {
            list.Add(new Refusal(line, column, cell.Text, cell.Says switch
            {
                Says.Hidden => ImportTexts.MarkHidden,
                Says.Missing => ImportTexts.MarkMissingFigure,
                _ => ImportTexts.MarkBounds,
            }));
        }
    }

    public void Dispose() => list.Dispose();
}
