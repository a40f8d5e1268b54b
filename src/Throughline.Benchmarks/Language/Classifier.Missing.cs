namespace Throughline.Benchmarks.Language;

/// <summary>Which elements of a good statement it lacks (the labelling guide, 8).</summary>
internal sealed partial class Classifier
{
    /// <summary>Rates of a whole school that need no population.</summary>
    private static readonly WordSet WholeSchool = Words.Set(
        "attendance absence absenteeism truancy truant dropouts detentions absent absences absentee tardiness tardies tardy discipline referrals referral suspensions suspension incidents write-ups expulsions graduation "
        + "enrollment enrolment reclassification climate safety dropout overall schoolwide ups oss iss time");

    private static readonly WordSet ActionNouns = Words.Set(
        "use implementation training increase decrease reduction rise drop growth decline improvement visits roll-out rollout gain cut bump progress drop-ins ins held raise taught kept");

    private static readonly WordSet Closers = Words.Set(
        "regroup regrouping reteach re-teach adjust adjusts refine reset rework reassign assign assigned tweak follow-up follow-through deploy redirect changes respond");

    /// <summary>One of these stands wherever a loop is closed.</summary>
    private static readonly WordSet Closing = new([.. Closers.Words, "form", "change", "identify", "follow", "action", "support", "leading", "resulting", "ensuring", "making"]);

    private static readonly WordSet Watching = Words.Set("review reviews monitor monitors communicate communicates engage follow convene discuss share reflect");

    public IReadOnlyList<Element> Missing(Reading reading)
    {
        var missing = new List<Element>();
        var quantity = reading.Form is not ReadingForm.None || slots.Quantities.Count > 0 || reading.Targets.Count > 0;
        var acts = HasAction();
        var bareName = !quantity && !acts;
        Add(reading.MeasureSpan is null || bareName || (reading.Population is null && !IsWholeSchool()), Element.Specific);
        Add(!quantity, Element.Measurable);
        Add(!acts, Element.Action);
        Add(!Closes || (bareName && Type < BenchmarkType.ShortTermOutcome), Element.ResultsFocused);
        Add(reading.Deadline is null && reading.Frequency is null, Element.Timed);
        return missing;

        void Add(bool lacks, Element element)
        {
            if (lacks)
            {
                missing.Add(element);
            }
        }
    }

    private bool IsWholeSchool()
    {
        if (Type < BenchmarkType.ShortTermOutcome)
        {
            return false;
        }

        return Has(slots.HeadFirst, slots.HeadPast, WholeSchool) || Has(first, past, WholeSchool) || IsNamedIndex();
    }

    /// <summary>"Climate Index", "SOL pass rates": an indicator of the school by its own name.</summary>
    private bool IsNamedIndex()
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Word(at) is "index" || (tokens.Word(at) is "rate" or "rates" && tokens.StartsUpper(first)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A verb, a predicate without one, or a noun of action.</summary>
    private bool HasAction()
    {
        if (spans.Found.Verb >= 0 || (spans.Found is { Population: { } who, Measure: { } what } && what.First >= who.Past) || Any(ActionNouns) || slots.Parts.Movements.Count > 0)
        {
            return true;
        }

        for (var at = slots.HeadFirst; at < slots.HeadPast; at++)
        {
            if (tokens.Can(at, WordClass.Being) || (tokens.Can(at, WordClass.Verb | WordClass.Third) && !tokens.Can(at, WordClass.AlsoNoun | WordClass.Countable | WordClass.People) && at > slots.HeadFirst)
                || (tokens.Can(at, WordClass.State) && tokens.Can(at - 1, WordClass.People)) || tokens.Word(at) is "will")
            {
                return true;
            }
        }

        return slots.Baselines.Count > 0 || slots.Evolves || (slots.Head.Count > 0 && slots.Head[0].First > slots.HeadFirst + 1 && tokens.Word(slots.Head[0].First) is "below" or "under" or "above");
    }

    /// <summary>Data used to regroup, reteach or assign support; or a measured result that follows.</summary>
    private bool ClosesTheLoop()
    {
        var end = tokens.Holds(Closing) ? slots.ClauseEnd(slots.HeadFirst) : first;
        for (var at = first; at < end; at++)
        {
            if ((tokens.IsAny(at, Closers) && tokens.Word(at + 1) is not ("plan" or "plans" or "template" or "form" or "lesson"))
                || (tokens.Is(at, "form") && (tokens.Is(at + 1, "groups") || tokens.Is(at + 2, "groups")))
                || (tokens.Is(at, "change") && tokens.Word(at + 1) is "a" or "the" or "their")
                || (tokens.Word(at) is "identify" && tokens.Word(at + 1) is "students" or "actions" or "appropriate" or "interventions")
                || (tokens.Word(at) is "follow" or "action" or "support" && tokens.Word(at + 1) is "plans" or "-")
                || (tokens.Word(at) is "leading" or "resulting" or "ensuring" or "making" && ResultFollows(at, end)))
            {
                return true;
            }
        }

        return false;
    }

    private bool ResultFollows(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (slots.Parts.AmountAt(i) is { Role: AmountRole.Change or AmountRole.Level })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Something produced, held or signed is what is counted; watching over something is not that.</summary>
    private bool CountsOutput()
    {
        var verb = VerbAt();
        return spans.Found.Measure is not null && Found(verb) && !(spans.Found.Population is null && !HasAction());

        bool Found(int at) => !(at >= 0 && tokens.IsAny(at, Watching));
    }
}
