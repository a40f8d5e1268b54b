namespace Throughline.Benchmarks.Language;

/// <summary>The words for what would show it: led in ("as measured by ..."), shown by ("observations show ..."), or a named instrument.</summary>
internal sealed class EvidenceFinder(Slots slots, int subject)
{
    private static readonly HashSet<string> Instruments = Words.Set(
        "map maps dibels iready nwea staar mcas panorama ksa star survey surveys assessment assessments exam test tests screener sol rubric "
        + "fastbridge mca isat fast peli diagnostic inventory checklist amath milestones access wida pals aspire aimsweb acadience");

    private static readonly HashSet<string> Connectors = Words.Set("on the in of by from via to through a an as their our");

    private readonly Tokens tokens = slots.Parts.Tokens;

    public Span? Find() => Led() ?? Shown() ?? Named();

    private Span? Led()
    {
        foreach (var lead in slots.Parts.Evidence)
        {
            var first = tokens.SkipAll(lead.Past, Words.Articles);
            if (tokens.SpanOf(first, End(first)) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Past the last word of the evidence: a consequence, a date or what it shows ends it.</summary>
    private int End(int first)
    {
        var end = slots.ClauseEnd(first);
        for (var past = first; past < end; past++)
        {
            var dated = slots.Parts.DateAt(past) is { Firm: true } date && past > first && !IsName(date);
            var consequence = tokens.Is(past, ",") && (tokens.IsAny(past + 1, Words.Tails) || tokens.IsAny(past + 2, Words.Tails) || IsNewClause(past + 1, end));
            if (dated || consequence || tokens.Word(past) is "(" or "\u2026" or "showing" or "collected" or "where"
                || (tokens.Is(past, "that") && tokens.Word(past + 1) is "show" or "shows"))
            {
                return past;
            }
        }

        return end;
    }

    /// <summary>"in the 2021 NYC Survey": a year inside a name is no deadline.</summary>
    private bool IsName(DateMention date) => date.Precision == DatePrecision.CalendarYear && tokens.StartsUpper(date.Past);

    private bool IsNewClause(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 12); i++)
        {
            if (tokens.Word(i) is "will" or "should")
            {
                return true;
            }

            if (tokens.Is(i, ","))
            {
                return false;
            }
        }

        return false;
    }

    private Span? Shown()
    {
        var first = subject;
        for (var at = first + 1; at < Math.Min(first + 12, slots.HeadPast); at++)
        {
            if (tokens.Word(at) is "show" or "shows" or "reveal" or "reveals" && slots.Head.All(a => a.First > at)
                && !tokens.Can(first, WordClass.People))
            {
                return tokens.SpanOf(first, at);
            }
        }

        return null;
    }

    private Span? Named()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens.IsAny(at, Instruments) || (!tokens.StartsUpper(at) && tokens.Word(at).Length < 5))
            {
                continue;
            }

            var first = at;
            while (first > 0 && !tokens.IsAny(first - 1, Connectors) && (tokens[first - 1].IsWord || tokens[first - 1].IsNumber || tokens.Is(first - 1, "-"))
                && at - first < 6 && !slots.Parts.Amounts.Any(a => a.Past == first))
            {
                first--;
            }

            var past = at + 1;
            while (tokens.StartsUpper(past) || tokens.IsAny(past, Instruments))
            {
                past++;
            }

            return tokens.SpanOf(first, past);
        }

        return null;
    }
}
