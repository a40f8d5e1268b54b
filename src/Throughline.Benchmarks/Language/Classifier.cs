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
        if (slots.Head.Count > 0 && slots.Head[0] is { Unit: TargetUnit.Ratio } && !Last(who, ClassUnits))
        {
            return Focus.Organisation; // "the ratio of students to counselors"
        }

        if (IsIndicator() && movement is Movement.Increase or Movement.Decrease && !WalksWatch() && !Has(who?.First ?? 0, who?.Past ?? 0, Words.Adults) && !Has(who?.First ?? 0, who?.Past ?? 0, Words.Families))
        {
            return Has(first, past, Families) || Says("family", "survey") || Says("family", "climate") ? Focus.Family : Focus.Student;
        }

        if (spans.Found.Order && !IsIndicator() && VerbAt() is >= 0 and var verb && (tokens.Can(verb, WordClass.Act) || tokens.Word(verb) is "hold" or "host" or "offer" or "provide"))
        {
            return Focus.Organisation;
        }

        if (who is { } meeting && tokens.Word(meeting.Past - 1) is "meeting" or "meetings" && !Has(meeting.First, meeting.Past, PlcWords))
        {
            return Focus.Organisation;
        }

        if (who is { } place && tokens.IsAny(place.Past - 1, Places) && !IsIndicator() && movement is Movement.Attain or Movement.Maintain && VerbAt() >= 0)
        {
            return Focus.Organisation;
        }

        if (who is { } paper && tokens.IsAny(paper.Past - 1, Papers) && Last(paper, Papers))
        {
            return Focus.Adult;
        }

        if (who is { } seen && tokens.IsAny(seen.Past - 1, Watched) && tokens.Word(first) is "land" or "rate" or "score" or "fall" or "rated")
        {
            return Focus.Adult; // what is rated in an observation is the teaching
        }

        if (Last(who, ClassUnits) && tokens.Word(first - 1) is "teachers" or "teacher" or "staff" or "adults" or "coaches" or "tutors")
        {
            return Focus.Adult; // "in 80% of rooms, teachers keep ..."
        }

        if (who is { } work && tokens.IsAny(work.Past - 1, StudentWork))
        {
            return Focus.Student;
        }

        if (Last(who, ClassUnits))
        {
            return Has(Math.Min(first, who!.Value.Past), past, StudentDoers) && !Has(first, past, TeacherDoers) && !Says("number", "talk") ? Focus.Student : Focus.Adult;
        }

        if (who is { } range)
        {
            // "The student support team": its last word says who it is.
            if (tokens.Word(range.Past - 1) is "team" or "teams" or "committee" or "staff")
            {
                return Focus.Adult;
            }

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

        if (who is null && OpensWithFewer())
        {
            return Focus.Student; // "Fewer fights"
        }

        if (who is null && WalksWatch() && !Has(slots.HeadFirst, slots.HeadPast, StudentDoers))
        {
            return Focus.Adult;
        }

        if (HasSurvey() && Has(first, past, Perceptions))
        {
            return Says("family", "survey") || Says("family", "climate") || Says("parent", "survey") ? Focus.Family : Focus.Student;
        }

        if (who is { } unit && tokens.Can(unit.Past - 1, WordClass.Countable) && !tokens.IsAny(unit.Past - 1, Places) && (!tokens[unit.Past - 2].IsNumber || tokens.Is(unit.Past - 3, "tier")) && tokens.Word(unit.Past - 1) is not ("grade" or "grades"))
        {
            return Focus.Adult;
        }

        if (who is null && spans.Found.Order && movement is Movement.Increase or Movement.Decrease && !Has(first, past, TeacherDoers) && !Has(first, past, Instruction))
        {
            return Focus.Student;
        }

        if (who is null && movement == Movement.Increase && (Has(first, past, Interim) || (HasSurvey() && slots.Quantities.Count == 0)))
        {
            return Focus.Student; // "growth in all MAP areas"
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
            : (who is null || tokens.Word(who.Value.Past - 1) is "grade" or "grades") && movement is Movement.Increase or Movement.Decrease && slots.Quantities.Count > 0 ? Focus.Student
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

    private bool Has(int from, int to, WordSet words)
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

    private bool Any(WordSet words) => tokens.Holds(words);

    /// <summary>The noun of a phrase, which is its last word or the one before "in", "of", "with" and the like.</summary>
    private bool Last((int First, int Past)? range, WordSet words)
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

            if (tokens.Word(at) is "on" or "with" or "from" or "who" or "receiving" && tokens.Can(at - 1, WordClass.People) && at > r.First)
            {
                return false; // "students on behavior plans" are students
            }
        }

        return false;
    }
}
