namespace Throughline.MarkUp;

/// <summary>Where in the plan a paragraph stands: under which words, in which column, in whose block.</summary>
internal sealed class PlanContext
{
    /// <summary>A line with no more words and no full stop heads what follows.</summary>
    private const int ShortLine = 8;

    private readonly Stack<Table> tables = new();
    private readonly Stack<(bool Ours, bool Apart)> blocks = new();
    private string heading = "";

    /// <summary>In the block that we put in ourselves.</summary>
    public bool IsOurs { get; set; }

    /// <summary>In a table of contents.</summary>
    public bool IsApart { get; set; }

    public bool IsInTable => tables.Count > 0;

    /// <summary>The row it stands in; null outside of tables.</summary>
    public PlanRow? Row => tables.TryPeek(out var table) ? table.Cells : null;

    /// <summary>The words that head the column; empty where none do.</summary>
    public string Column => tables.TryPeek(out var table) && table.Row > 0 ? table.Headers.GetValueOrDefault(table.Column) ?? "" : "";

    /// <summary>The heading, and the words that head the column.</summary>
    public string Under => Column is { Length: > 0 } column ? $"{heading} {column}" : heading;

    public void Open(string name, string? value)
    {
        switch (name)
        {
            case "tbl":
                tables.Push(new Table());
                break;
            case "tr" when tables.TryPeek(out var table):
                (table.Row, table.Column, table.Width, table.Cells) = (table.Row + 1, -1, 1, new PlanRow());
                break;
            case "tc" when tables.TryPeek(out var table):
                (table.Column, table.Width) = (table.Column + table.Width, 1);
                break;
            case "gridSpan" when tables.TryPeek(out var table) && WordStyles.LevelOf(value) is { } width:
                table.Width = Math.Min(width, 100);
                break;
            case "sdt":
                blocks.Push((IsOurs, IsApart));
                break;
        }
    }

    public void Close(string name)
    {
        if (name == "tbl")
        {
            tables.TryPop(out _);
        }
        else if (name == "sdt" && blocks.TryPop(out var before))
        {
            (IsOurs, IsApart) = before;
        }
    }

    /// <summary>Whether the paragraph heads what follows; if so, what follows stands under it.</summary>
    public bool Heads(string text, bool isHeading)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isShort = words.Length <= ShortLine && !text.TrimEnd().EndsWith('.') && !text.Any(char.IsAsciiDigit);
        if (!tables.TryPeek(out var table))
        {
            // Under "Goals", "Improve attendance" is one of them; so is what stands behind "Goal:".
            var isGoal = !isHeading && isShort && (PlanWords.Labelled().IsMatch(text) || (PlanWords.AboutGoals().IsMatch(heading) && PlanWords.Begins().IsMatch(text)));
            if (isHeading || (isShort && (!isGoal || PlanWords.Labelled().IsMatch(text))))
            {
                heading = text;
            }

            return isHeading || (isShort && !isGoal);
        }

        if (table.Row == 0 && (isHeading || isShort))
        {
            for (var i = 0; i < table.Width; i++)
            {
                table.Headers[table.Column + i] = $"{table.Headers.GetValueOrDefault(table.Column + i)} {text}";
            }

            return true;
        }

        return isHeading;
    }

    private sealed class Table
    {
        public Dictionary<int, string> Headers { get; } = [];

        public PlanRow? Cells { get; set; }

        public int Row { get; set; } = -1;

        public int Column { get; set; } = -1;

        public int Width { get; set; } = 1;
    }
}
