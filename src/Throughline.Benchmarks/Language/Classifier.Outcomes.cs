namespace Throughline.Benchmarks.Language;

/// <summary>Results: indicators, levels of learning, answers in surveys; and what is seen in classrooms instead.</summary>
internal sealed partial class Classifier
{
    private static readonly WordSet Walks = Words.Set("learning walkthrough walkthroughs look classroom lesson formal");

    private static readonly WordSet Surveys = Words.Set("survey surveys panorama vocal poll pulse");

    /// <summary>Whether walks watch it, once it is known.</summary>
    private bool? walks;

    /// <summary>A result rather than something done: an indicator, a level of learning, an answer in a survey.</summary>
    private bool IsOutcome()
    {
        if ((Focus == Focus.Family && Has(first - 2, first + 3, Informed)) || WalksWatch() || Last(spans.Found.Population, StudentWork) || Last(spans.Found.Population, ClassUnits) || (spans.Found.Order && Focus == Focus.Organisation && movement == Movement.Attain))
        {
            return false;
        }

        if (spans.Found.Population is null && slots.Quantities.Count == 0 && Has(first, past, Held))
        {
            return false; // "review held of attendance letters"
        }

        if (OpensWithFewer() && Focus is Focus.Student or Focus.Family)
        {
            return true;
        }

        var survey = HasSurvey();
        var answers = Has(first, past, Perceptions);
        if (Focus == Focus.Adult)
        {
            return (answers && survey && !Does()) || (IsIndicator() && movement is not Movement.Attain && slots.Quantities.Count > 0 && !Does());
        }

        if (Focus == Focus.Organisation)
        {
            return (IsIndicator() || (survey && answers)) && !Does() && (movement is Movement.Increase or Movement.Decrease || slots.Head.Count > 0);
        }

        if (Focus == Focus.Student && (slots.Quantities.Count > 0 || slots.Universal is not null) && !Does() && IsTested())
        {
            return true;
        }

        var moves = movement is Movement.Increase or Movement.Decrease;
        var attains = (HasResult() || AtGradeLevel() || (tokens.Word(first) is "move" or "moves" or "moving" or "advance" && Has(first, past, Interim))) && !Does();
        return IsIndicator() || attains || (spans.Found.Order && moves && !Has(first, past, PracticeNouns)) || (answers && (survey || Focus == Focus.Family || Has(first, Math.Min(first + 3, past), Perceptions))) || (moves && slots.Quantities.Count > 0) || (moves && Focus == Focus.Student && (Has(first, past, Interim) || HasSurvey()));
    }

    /// <summary>"Fewer fights", "More seniors finishing": there is to be more or less of something, which is a result.</summary>
    private bool OpensWithFewer() => tokens.Word(slots.HeadFirst) is "fewer" or "more" or "less" && tokens[slots.HeadFirst + 1].IsWord && !tokens.Is(slots.HeadFirst + 1, "than");

    /// <summary>What shows it is a test, and the clause says what students can do on it: "master content on interim assessments".</summary>
    private bool IsTested()
    {
        for (var at = 0; spans.Evidence is { } evidence && at < tokens.Count; at++)
        {
            if (tokens[at].Start >= evidence.Start && tokens[at].End <= evidence.End && tokens.IsAny(at, TestNouns))
            {
                return VerbAt() is var verb && !(verb >= 0 && (tokens.Can(verb, WordClass.Act) || tokens.IsAny(verb, Practising)));
            }
        }

        return false;
    }

    /// <summary>A word of results that is not part of the name of an event: "progress meetings", "meet with a counselor".</summary>
    private bool HasResult()
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.IsAny(at, StudentResults) && !(tokens.Word(at) is "attendance" or "graduation" or "absence" or "benchmark" && tokens.IsAny(at + 1, DataWords)) && !(tokens.Word(at) is "progress" or "growth" or "performance" or "attendance" or "graduation" && tokens.Word(at + 1) is "meeting" or "meetings" or "conference" or "conferences" or "plan" or "plans" or "monitoring")
                && !(tokens.Word(at) is "meet" or "meeting" && (tokens.Is(at + 1, "with") || tokens[at + 1].IsNumber || slots.Parts.FrequencyAt(at + 1) is not null)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb says what somebody does; showing growth or making progress is a result.</summary>
    private bool Does()
    {
        var verb = VerbAt();
        if (verb >= 0 && tokens.Word(verb) is "have" or "has" && Has(verb + 1, Math.Min(past, verb + 5), RateWords))
        {
            return false; // "schools will have absence rates of 12% or lower"
        }

        return verb >= 0 && tokens.IsAny(verb, Doing) && !tokens.Is(verb - 1, "on") && !(tokens.Word(verb) is "show" or "make" or "showing" or "making" or "demonstrate" && Has(verb, Math.Min(past, verb + 9), Gains));
    }

    /// <summary>"have a goal sheet": a document that somebody else writes.</summary>
    private bool HasADocument()
    {
        var verb = VerbAt();
        return verb >= 0 && tokens.Word(verb) is "have" or "has" && Has(verb, past, Documents);
    }

    /// <summary>"read on grade level", "at or beyond grade level", "on track".</summary>
    private bool AtGradeLevel()
    {
        for (var at = first; at < past; at++)
        {
            if (tokens.Is(at, "on") && tokens.Is(at + 1, "track"))
            {
                return true;
            }

            if (tokens.Is(at, "grade") && tokens.Is(at + 1, "level") && tokens.Word(at - 1) is "on" or "at" or "beyond" or "above")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The measure is a named rate, score or count, or a phrase of the catalog.</summary>
    private bool IsIndicator()
    {
        var from = tokens.Word(first) is "have" or "has" ? first + 1 : first;
        for (var at = from; at < past; at++)
        {
            if (tokens.IsAny(at, Words.RateNouns) && slots.Parts.AmountOver(at) is null && !tokens.IsAny(at + 1, DataWords) && !tokens.Can(at, WordClass.AnyVerb & ~WordClass.AlsoNoun)
                && !Has(from, at, Doing) && tokens.Word(at - 1) is not ("about" or "regarding"))
            {
                return true;
            }
        }

        foreach (var phrase in slots.Parts.Phrases)
        {
            if (phrase.First >= first && phrase.Past <= past && !tokens.IsAny(phrase.Past, DataWords) && !Has(first, phrase.First, Doing) && tokens.Word(phrase.First - 1) is not ("about" or "regarding"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Seen in classrooms: learning walks, look-fors, walkthroughs, observations.</summary>
    private bool WalksWatch() => walks ??= tokens.Holds(Walks) && FindsWalks();

    private bool FindsWalks()
    {
        for (var at = 0; at < tokens.Count - 1; at++)
        {
            if ((tokens.Is(at, "learning") && tokens.Word(at + 1) is "walk" or "walks") || tokens.Word(at) is "walkthrough" or "walkthroughs"
                || (tokens.Is(at, "look") && tokens.Is(at + 1, "-") && tokens.Word(at + 2) is "for" or "fors")
                || (tokens.Word(at) is "classroom" or "lesson" or "formal" && tokens.Word(at + 1) is "observation" or "observations"))
            {
                return Focusless(at);
            }
        }

        return false;
    }

    /// <summary>Said of the head of the statement, not of a rating in a list after it.</summary>
    private bool Focusless(int at) => at < slots.ClauseEnd(slots.HeadFirst) && !(slots.Head.Count > 0 && slots.Head[^1].First > slots.Head[0].First && at > slots.Head[^1].First)
        && !(at > past && spans.Evidence is { } evidence && (tokens[at].Start < evidence.Start || tokens[at].End > evidence.End));

    private bool HasSurvey() => tokens.Holds(Surveys);
}
