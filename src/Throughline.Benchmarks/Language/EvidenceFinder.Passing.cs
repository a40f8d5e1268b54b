namespace Throughline.Benchmarks.Language;

/// <summary>A record in lower case that is named in passing: "prompt first on exit slips", "reread in weekly plan checks".</summary>
internal sealed partial class EvidenceFinder
{
    /// <summary>Verbs whose record is where their work is kept, or what they work on, and shows nothing else.</summary>
    private static readonly WordSet Keeping = Words.Set(
        "log logs logged keep keeps kept enter entered record recorded upload uploaded post posted file filed write written writes note turn submit submitted include included name named list listed "
        + "build built based add added place placed give given work works focus train trained calibrated comb use using collaborate reflect meet feedback flagged act acting participate engage "
        + "score scored draw share shared publish published put update updated complete completed capture look looks see seen target targeted schedule");

    /// <summary>What would be opened to see it; not "data" or "plans", which are worked with.</summary>
    private static readonly WordSet Opened = Words.Set(
        "slips tickets checks check forms form logs log sheets sheet trackers tracker pulse walks walkthroughs walkthrough visits observations videos interviews notes cards tallies tally "
        + "rubrics rounds samples binders audits journals drop-ins ins maps conferences checklist checklists dashboard "
        + "records record roster rosters transcripts gradebook gradebooks portfolios screeners screener probe probes quizzes scorecards scorecard recordings audit tracker sweeps packets "
        + "writes warm-ups ringers do-nows assessments exams tests interview questionnaire questionnaires inventories screenings dashboards ratings");

    /// <summary>Work that shows it where it comes back: "in weekly lesson plans", "in quarterly essays".</summary>
    private static readonly WordSet Rhythmic = Words.Set("plans pieces notebooks essays drafts planners quizzes assignments");

    private static readonly WordSet Brackets = Words.Set("(");

    private static readonly WordSet Dashes = Words.Set("-");

    /// <summary>"on", "in" or "during" with a record as the last noun of what follows.</summary>
    private Span? Passing()
    {
        for (var at = subject + 2; at < slots.HeadPast; at++)
        {
            if (tokens.Word(at) is not ("on" or "in" or "during" or "via" or "across") || tokens.Can(at - 1, WordClass.Act) || tokens.IsAny(at - 1, Keeping) || slots.Parts.DateAt(at) is not null)
            {
                continue;
            }

            var first = tokens.SkipAll(at + 1, Words.Articles);
            var past = RecordPast(first);
            if (past > first && (tokens.Word(at) is "during" or "via" or "across" || !KeptThere(at)) && !tokens.StartsUpper(past - 1))
            {
                Lead = at;
                return tokens.SpanOf(first, past);
            }
        }

        return null;
    }

    /// <summary>"(walkthrough data)", "(MAP EOY, Learning Walk data)", "(quick writes, biweekly)": brackets that name records and no figures.</summary>
    private Span? Bracketed()
    {
        for (var at = tokens.Holds(Brackets) ? subject + 2 : slots.HeadPast; at < slots.HeadPast; at++)
        {
            if (!tokens.Is(at, "("))
            {
                continue;
            }

            var (named, often, past) = (false, false, at + 1);
            while (past < at + 12 && (tokens[past].IsWord || tokens.Word(past) is "," or "-" or "&" or "/"))
            {
                if (slots.Parts.FrequencyAt(past) is { Adjective: false } said && said.First > at + 2 && tokens.Word(said.Past) is ")" or ",")
                {
                    often = true;
                    break;
                }

                named |= tokens.IsAny(past, Opened) || tokens.Is(past, "data") || tokens.IsAny(past, Parser.Records) || (tokens.IsAny(past, Instruments) && (tokens.StartsUpper(past) || tokens.Is(past + 1, ")")));
                past++;
            }

            if ((named || often) && (often || tokens.Is(past, ")")) && past > at + 2 && !tokens.Can(at + 1, WordClass.Preposition | WordClass.Ing | WordClass.Relative) && tokens.Word(at + 1) is not ("such" or "e" or "including" or "not" or "at" or "or" or "and"))
            {
                Lead = at;
                return tokens.SpanOf(at + 1, tokens.Is(past - 1, ",") ? past - 1 : past);
            }
        }

        return null;
    }

    /// <summary>"... by May - unit tests": a dash, and nothing behind it but the name of an instrument.</summary>
    private Span? Dashed()
    {
        for (var at = tokens.Holds(Dashes) ? subject + 3 : slots.HeadPast - 1; at < slots.HeadPast - 1; at++)
        {
            if (!tokens.Is(at, "-") || tokens[at].Touches || tokens[at + 1].Touches)
            {
                continue;
            }

            var past = at + 1;
            while (past < at + 7 && tokens[past].IsWord && !predicates.IsModal(past) && !tokens.Can(past, WordClass.Being | WordClass.Determiner | WordClass.Preposition))
            {
                past++;
            }

            if (past > at + 1 && (past >= slots.HeadPast || tokens.Word(past) is "." or "," or ";") && (tokens.IsAny(past - 1, Opened) || tokens.IsAny(past - 1, Instruments) || tokens.IsAny(past - 1, Parser.Records)))
            {
                return tokens.SpanOf(at + 1, past);
            }
        }

        return null;
    }

    /// <summary>The preposition before evidence that was named in passing; -1 where it was not.</summary>
    public int Lead { get; private set; } = -1;

    /// <summary>Past the last record of a row of nouns that ends there; 0 where no record ends it.</summary>
    private int RecordPast(int first)
    {
        var last = 0;
        var rhythm = slots.Parts.FrequencyAt(first) is { Adjective: true };
        var at = first;
        for (; at < first + 12; at++)
        {
            var joined = tokens.Word(at) is "and" or "&" or "," or "/" or "-";
            if ((tokens.IsAny(at, Opened) || (rhythm && tokens.IsAny(at, Rhythmic))) && !tokens.Is(at + 1, "-"))
            {
                last = at + 1;
            }

            if (!joined && (!tokens[at].IsWord || tokens.Can(at, WordClass.Preposition | WordClass.Determiner | WordClass.Being | WordClass.Relative) || predicates.IsModal(at)
                || (at == last && tokens.Can(at, WordClass.Past | WordClass.Ing))))
            {
                break;
            }
        }

        var end = tokens.Word(last) is "." or "," or ";" or "(" or "done" or "by" or "as" or "in" or "at" or "each" or "every" or "showing" || last == tokens.Count || tokens[last].NewLine || slots.Parts.FrequencyAt(last) is not null || slots.Parts.DateAt(last) is not null;
        return last > first && end ? last : last == first + 1 && end ? last : 0;
    }

    /// <summary>The verb of the clause puts something there.</summary>
    private bool KeptThere(int past)
    {
        for (var at = Math.Max(subject, past - 8); at < past; at++)
        {
            if (tokens.IsAny(at, Keeping) && !tokens.Is(at - 1, "-") && (tokens.Can(at, WordClass.AnyVerb) || tokens.Is(at, "feedback")))
            {
                return true;
            }
        }

        return false;
    }
}
