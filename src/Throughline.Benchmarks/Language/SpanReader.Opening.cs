namespace Throughline.Benchmarks.Language;

/// <summary>What stands before the subject: list signs, labels, dates, frequencies, opening phrases.</summary>
internal sealed partial class SpanReader
{
    /// <summary>Past the sign of a list, a label, a date, a frequency and an opening phrase with its comma.</summary>
    private int SubjectFirst()
    {
        var at = slots.HeadFirst;
        while (tokens[at] is { Kind: TokenKind.Symbol, Text: "-" or "*" or "\u2022" or "\u00B7" or "\u25CF" or "\u25AA" or [>= '\uD800' and <= '\uDFFF', ..] })
        {
            at++;
        }

        at = AfterEvidence(Label(at));
        for (var turns = 0; turns < 8; turns++)
        {
            var opening = parts.DateAt(at)?.Past ?? (parts.FrequencyAt(at) is { How.Name: "each_event" } event1 ? PastEvent(event1.Past) : parts.FrequencyAt(at)?.Past) ?? Opening(at);
            opening = tokens.Word(opening) is "," or "-" or ":" ? opening + 1 : opening;
            if (opening == at)
            {
                break;
            }

            at = opening;
        }

        return tokens.SkipAll(at, Words.Articles);
    }

    /// <summary>"... as evidenced by the survey, [the on-time rate will be 91%]": the figure has a subject of its own.</summary>
    private int AfterEvidence(int at)
    {
        var figure = slots.Head.Count > 0 ? slots.Head[0].First : at;
        var lead = parts.Evidence.Find(e => e.First > at && e.First < figure);
        var modal = figure;
        while (lead is not null && modal > lead.Past && !predicates.IsModal(modal))
        {
            modal--;
        }

        for (var i = modal; lead is not null && modal > lead.Past && i > lead.Past; i--)
        {
            if (tokens.Is(i, ","))
            {
                return predicates.IsModal(i + 1) ? at : i + 1; // "scores, as measured by the test, will rise": the same subject
            }
        }

        return at;
    }

    /// <summary>"Target 4.2:", "Staff Goal:", "For assessments that ...:"; a heading that a figure follows is the measure itself.</summary>
    private int Label(int at)
    {
        var end = Math.Min(limit, at + (tokens.Is(at, "for") ? 24 : 7));
        for (var i = at + 1; i < end; i++)
        {
            if (tokens.Is(i, "-") && !tokens[i].Touches && !tokens[i + 1].Touches && tokens.Word(i - 1) is "goal" or "target" or "benchmark")
            {
                return i + 1;
            }

            if (tokens.Is(i, ":") && !(tokens[i].Touches && tokens[i + 1] is { Touches: true, IsNumber: true }))
            {
                return parts.AmountAt(i + 1) is null || tokens.Word(i - 1) is "goal" or "target" or "benchmark" or "smart" || tokens[i - 1].IsNumber ? i + 1 : at;
            }

            if (parts.AmountAt(i) is not null && !tokens.Is(i + 1, ":"))
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>"after the enrollment of any new student (...), [supports will be assigned]".</summary>
    private int PastEvent(int at)
    {
        for (var i = at; i < Math.Min(limit, at + 30); i++)
        {
            i = tokens.Is(i, "(") ? predicates.PastBracket(i, limit) : i;
            if (tokens.Is(i, ","))
            {
                return i + 1;
            }

            if (predicates.IsModal(i))
            {
                break;
            }
        }

        return at;
    }

    /// <summary>"At our school,", "On the math diagnostic,", "As measured by KSA,", "During monthly visits,".</summary>
    private int Opening(int at)
    {
        if (tokens.Word(at) is "from" or "in" && tokens.Has(at + 1, Words.Months))
        {
            return tokens.Has(at + 3, Words.Months) ? at + 4 : at + 2; // "from Dec-April"
        }

        if (LeadsTo(at) is > 0 and var led)
        {
            return led;
        }

        if (!tokens.Can(at, WordClass.Preposition) && tokens.Word(at) is not ("as" or "starting" or "after" or "before" or "given" or "and" or "which" or "this"))
        {
            return at;
        }

        for (var i = at + 1; i < Math.Min(limit, at + 16); i++)
        {
            if (tokens.Is(i, ",") && !(parts.AmountOver(i) is not null))
            {
                return i + 1;
            }

            if (predicates.IsModal(i) || parts.AmountAt(i) is { Role: AmountRole.Level or AmountRole.Change })
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>"leading to", "which leads to", "this will lead to".</summary>
    private int LeadsTo(int at)
    {
        var end = Math.Min(limit, at + 6);
        for (var i = at; i < end; i++)
        {
            if (tokens.Word(i) is "leading" or "leads" or "lead" or "led" or "resulting" or "results")
            {
                return tokens.Word(i + 1) is "to" or "too" or "in" ? i + 2 : 0;
            }

            if (tokens.Word(i) is not ("all" or "of" or "which" or "this" or "will" or "that" or "and" or "these"))
            {
                return 0;
            }
        }

        return 0;
    }
}
