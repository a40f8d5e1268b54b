namespace Throughline.Benchmarks.Language;

/// <summary>Whose result it is and what kind of benchmark (the labelling guide, 3 and 4): outcomes first, then activity against practice.</summary>
internal sealed partial class Classifier
{
    private readonly Slots slots;
    private readonly Tokens tokens;
    private readonly SpanReader spans;
    private readonly Movement movement;

    /// <summary>The tokens of the measure, its verb included.</summary>
    private readonly int first;
    private readonly int past;

    public Classifier(Slots slots, SpanReader spans, Movement movement)
    {
        this.slots = slots;
        this.spans = spans;
        this.movement = movement;
        tokens = slots.Parts.Tokens;
        var measure = spans.Found.Measure ?? spans.Found.Population ?? (slots.HeadFirst, slots.HeadPast);
        first = spans.Found.Verb >= 0 && spans.Found.Verb < measure.Item1 ? spans.Found.Verb : measure.Item1;
        past = measure.Item2;
        Focus = FocusOf();
        Type = TypeOf();
        Closes = Type != BenchmarkType.Activity || ClosesTheLoop();
        OutputNotOutcome = !Closes && CountsOutput();
    }

    public Focus Focus { get; }

    public BenchmarkType Type { get; }

    /// <summary>Something is acted on, or a measured result follows.</summary>
    public bool Closes { get; }

    /// <summary>An activity that only counts something produced or held.</summary>
    public bool OutputNotOutcome { get; }

    private Focus FocusOf()
    {
        var who = spans.Found.Population;
        if (IsIndicator() && movement is Movement.Increase or Movement.Decrease && !WalksWatch() && !Has(who?.First ?? 0, who?.Past ?? 0, Words.Adults) && !Has(who?.First ?? 0, who?.Past ?? 0, Words.Families))
        {
            return Has(first, past, Families) || Says("family", "survey") || Says("family", "climate") ? Focus.Family : Focus.Student;
        }

        if (spans.Found.Order && !IsIndicator() && VerbAt() is >= 0 and var verb && tokens.Can(verb, WordClass.Act))
        {
            return Focus.Organisation;
        }

        if (who is { } meeting && tokens.Word(meeting.Past - 1) is "meeting" or "meetings" && !Has(meeting.First, meeting.Past, PlcWords))
        {
            return Focus.Organisation;
        }

        if (who is { } place && tokens.IsAny(place.Past - 1, Places) && Does())
        {
            return Focus.Organisation;
        }

        if (Last(who, ClassUnits))
        {
            return Has(first, past, StudentDoers) && !Has(first, past, TeacherDoers) ? Focus.Student : Focus.Adult;
        }

        if (who is { } range)
        {
            for (var at = range.First; at < range.Past; at++)
            {
                if (tokens.IsAny(at, Words.Families) && !(tokens.IsAny(at + 1, Words.Adults) && at + 1 < range.Past))
                {
                    return Focus.Family;
                }

                if (tokens.IsAny(at, Words.Students) && !((tokens.IsAny(at + 1, Words.Adults) || tokens.Is(at + 1, "services")) && at + 1 < range.Past))
                {
                    return HasADocument() ? Focus.Adult : Focus.Student;
                }

                if (tokens.IsAny(at, Words.Adults))
                {
                    return Focus.Adult;
                }
            }
        }

        if (who is null && WalksWatch() && !Has(slots.HeadFirst, slots.HeadPast, StudentDoers))
        {
            return Focus.Adult;
        }

        if (HasSurvey() && Has(first, past, Perceptions))
        {
            return Says("family", "survey") || Says("family", "climate") || Says("parent", "survey") ? Focus.Family : Focus.Student;
        }

        if (who is { } unit && tokens.Can(unit.Past - 1, WordClass.Countable) && !tokens.IsAny(unit.Past - 1, Places) && !tokens[unit.Past - 2].IsNumber && tokens.Word(unit.Past - 1) is not ("grade" or "grades"))
        {
            return Focus.Adult;
        }

        if (who is null && spans.Found.Order && movement is Movement.Increase or Movement.Decrease && !Has(first, past, TeacherDoers) && !Has(first, past, Instruction))
        {
            return Focus.Student;
        }

        if (who is { } young && tokens.IsAny(young.First, Young))
        {
            return Focus.Student;
        }

        return IsIndicator() || Has(first, past, StudentResults) ? WalksWatch() && !Has(first, past, StudentDoers) && who is null && !Has(slots.HeadFirst, slots.HeadPast, StudentDoers)
                ? Focus.Adult : Focus.Student
            : Has(first, past, TeacherDoers) || (Has(first, past, Instruction) && who is null) ? Focus.Adult
            : who is { } r && tokens.Can(r.Past - 1, WordClass.People) && !tokens.IsAny(r.Past - 1, Places) && !Has(r.First, r.Past, StudentDoers) && !tokens[r.First].IsNumber
                && !tokens.IsAny(r.Past - 1, Acronyms) ? Focus.Adult
            : who is null && movement is Movement.Increase or Movement.Decrease && slots.Quantities.Count > 0 ? Focus.Student
            : Has(first, past, Families) && !Has(first, past, EventNouns) ? Focus.Family
            : who is { } x && (tokens.IsAny(x.Past - 1, Acronyms) || tokens[x.First].IsNumber) ? Focus.Student
            : Focus.Organisation;
    }

    private BenchmarkType TypeOf()
    {
        if (IsOutcome())
        {
            return IsShortTerm() ? BenchmarkType.ShortTermOutcome : BenchmarkType.FinalOutcome;
        }

        if (WalksWatch() && movement is Movement.Increase or Movement.Decrease)
        {
            return BenchmarkType.EarlyEvidence;
        }

        return IsActivity() ? BenchmarkType.Activity : BenchmarkType.EarlyEvidence;
    }

    /// <summary>A result rather than something done: an indicator, a level of learning, an answer in a survey.</summary>
    private bool IsOutcome()
    {
        if (WalksWatch() || Last(spans.Found.Population, ClassUnits) || (spans.Found.Order && Focus == Focus.Organisation && movement == Movement.Attain))
        {
            return false;
        }

        var survey = HasSurvey();
        var answers = Has(first, past, Perceptions);
        if (Focus == Focus.Adult)
        {
            return (answers && survey && !Does()) || (IsIndicator() && movement is Movement.Increase or Movement.Decrease && slots.Quantities.Count > 0 && !Does());
        }

        if (Focus == Focus.Organisation)
        {
            return (IsIndicator() || (survey && answers)) && !Does() && (movement is Movement.Increase or Movement.Decrease || slots.Head.Count > 0);
        }

        var moves = movement is Movement.Increase or Movement.Decrease;
        var attains = (Has(first, past, StudentResults) || AtGradeLevel()) && !Does();
        return IsIndicator() || attains || (spans.Found.Order && moves && !Has(first, past, PracticeNouns)) || (answers && (survey || Focus == Focus.Family || Has(first, Math.Min(first + 3, past), Perceptions))) || (moves && slots.Quantities.Count > 0);
    }

    /// <summary>The verb says what somebody does; showing growth or making progress is a result.</summary>
    private bool Does()
    {
        var verb = VerbAt();
        return verb >= 0 && tokens.IsAny(verb, Doing) && !(tokens.Word(verb) is "show" or "make" or "showing" or "making" or "demonstrate" && Has(verb, Math.Min(past, verb + 9), Gains));
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
        for (var at = first; at < past; at++)
        {
            if (tokens.IsAny(at, Words.RateNouns) && slots.Parts.AmountOver(at) is null && !tokens.IsAny(at + 1, DataWords) && !tokens.Can(at, WordClass.AnyVerb & ~WordClass.AlsoNoun)
                && !Has(first, at, Doing) && tokens.Word(at - 1) is not ("about" or "regarding"))
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
    private bool WalksWatch()
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

    private bool HasSurvey()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.Word(at) is "survey" or "surveys" or "panorama" or "vocal" or "poll")
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(int from, int to, HashSet<string> words)
    {
        for (var at = Math.Max(0, from); at < to; at++)
        {
            if (tokens.IsAny(at, words))
            {
                return true;
            }
        }

        return false;
    }

    private bool Any(HashSet<string> words) => Has(0, tokens.Count, words);

    /// <summary>The noun of a phrase, which is its last word or the one before "in", "of", "with" and the like.</summary>
    private bool Last((int First, int Past)? range, HashSet<string> words)
    {
        if (range is not { } r)
        {
            return false;
        }

        for (var at = r.First; at < r.Past; at++)
        {
            var ends = at + 1 == r.Past || tokens.Can(at + 1, WordClass.Preposition | WordClass.Past) || tokens.Word(at + 1) is "(" or "and" or "/" or "," or "that";
            if (ends && tokens.IsAny(at, words))
            {
                return true;
            }
        }

        return false;
    }
}
