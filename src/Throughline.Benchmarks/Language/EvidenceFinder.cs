namespace Throughline.Benchmarks.Language;

/// <summary>The words for what would show it: led in ("as measured by ..."), shown by ("observations show ..."), or a named instrument.</summary>
internal sealed class EvidenceFinder(Slots slots, int subject)
{
    /// <summary>Names of tests, surveys and tools, and the nouns that mean one.</summary>
    private static readonly HashSet<string> Instruments = Words.Set(
        "map maps dibels iready nwea staar mcas panorama ksa star survey surveys assessment assessments exam exams test tests screener sol rubric rubrics "
        + "fastbridge mca isat fast peli diagnostic inventory checklist amath milestones access wida pals aspire aimsweb acadience walk walks walkthrough walkthroughs "
        + "scores indicators sample checks ost avmr act psat sat tsi naep sbac caaspp elpac parcc njsla pssa keystone keystones cmas tcap ilearn leap eoc eog acap "
        + "cogat vkrp mstep keystone smarter balanced nwf aleks lexia teks nys portfolio interviews poll polls questionnaire ready");

    /// <summary>Nouns that a longer name of an instrument goes on with.</summary>
    private static readonly HashSet<string> Ends = Words.Set(
        "survey surveys assessment assessments exam exams test tests screener diagnostic inventory checklist composite scores rubric data results reading mathematics math");

    private static readonly HashSet<string> Before = Words.Set("on in by via from through of at to passing");

    private static readonly HashSet<string> Stops = Words.Set("on the in of by from via to through a an as their our each all his her at for and or with using taking");

    /// <summary>Names in capitals that are no test.</summary>
    private static readonly HashSet<string> Subjects = Words.Set("ela math mathematics reading writing science history ell els swd iep ieps pbis mtss sel stem smart frp avid ccr ap de esl spm tier level look indicator domain standard pd plc");

    private static readonly HashSet<string> Shows = Words.Set("visits visit observations walkthroughs notebooks walks");

    private readonly Tokens tokens = slots.Parts.Tokens;
    private readonly PredicateFinder predicates = new(slots.Parts);

    public Span? Find() => Led() ?? Labelled() ?? Shown() ?? During() ?? SeenTo() ?? Named() ?? Proper();

    private Span? Led()
    {
        foreach (var lead in slots.Parts.Evidence)
        {
            var first = PastChange(tokens.SkipAll(lead.Past, Words.Articles));
            if (tokens.SpanOf(first, End(first)) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>"Evidence: exit tickets", "Data source: iReady".</summary>
    private Span? Labelled()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var past = tokens.Is(at, "evidence") || (tokens.Is(at, "data") && tokens.Word(at + 1) is "source" or "sources") || (tokens.Word(at) is "measure" or "tool" or "instrument" && at > 3)
                ? tokens.Is(at, "data") ? at + 2 : tokens.Past(at + 1, "of", "success") is > 0 and var success ? success : at + 1 : 0;
            if (past > 0 && tokens.Is(past, ":") && tokens.SpanOf(past + 1, End(past + 1)) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>A proper name after "on" or "in" where a result is said: "score a 3 on the AP exam", "growth on NWF".</summary>
    private Span? Proper()
    {
        for (var at = slots.HeadFirst; at < slots.HeadPast - 1; at++)
        {
            if (IsAcronymOfTest(at))
            {
                return tokens.SpanOf(at, NamePast(at));
            }

            if (!tokens.Is(at, "on"))
            {
                continue;
            }

            var first = tokens.SkipAll(at + 1, Words.Articles);
            var name = tokens[first].IsNumber && slots.Parts.AmountAt(first) is null ? first + 1 : first;
            if (IsName(name) && NamePast(name) is var past && !predicates.IsModal(name))
            {
                return tokens.SpanOf(first, past);
            }
        }

        return null;
    }

    /// <summary>"NYSESLAT scores", "results in WIDA": capitals beside a word of testing.</summary>
    private bool IsAcronymOfTest(int at) => IsName(at) && tokens[at].End - tokens[at].Start >= 3 && char.IsUpper(tokens.Text[tokens[at].Start + 1])
        && (tokens.Word(at + 1) is "score" or "scores" or "assessment" or "test" or "exam" or "results" or "proficiency" or "growth" || tokens.Word(at + 2) is "scores" or "exam" or "test" or "proficiency" or "assessment");

    /// <summary>Capitals that name a test: an acronym, or two capitalised words in a row.</summary>
    private bool IsName(int at) => tokens[at].IsWord && tokens.StartsUpper(at) && !Subjects.Contains(tokens.Word(at)) && !Words.Months.ContainsKey(tokens.Word(at))
        && ((tokens[at].End - tokens[at].Start >= 3 && tokens.Text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is var word && char.IsUpper(word[1]))
            || tokens.StartsUpper(at + 1));

    /// <summary>"as evidenced by a 10% rise in [MAP Growth]": what rises is what shows it.</summary>
    private int PastChange(int first)
    {
        if (slots.Parts.AmountAt(first) is not { Role: AmountRole.Change } change)
        {
            return first;
        }

        for (var at = change.Past; at < change.Past + 4; at++)
        {
            if (tokens.Word(at) is "in" or "on")
            {
                return tokens.SkipAll(at + 1, Words.Articles);
            }
        }

        return first;
    }

    /// <summary>Past the last word of the evidence: a consequence, a date or what it shows ends it.</summary>
    private int End(int first)
    {
        var end = slots.ClauseEnd(first);
        var rises = first > 0 && slots.Parts.Amounts.Exists(a => a.Role == AmountRole.Change && a.First < first && a.First > first - 8);
        for (var past = first; past < end; past++)
        {
            var dated = slots.Parts.DateAt(past) is { Firm: true } date && past > first && !IsName(date);
            var consequence = tokens.Is(past, ",") && (tokens.IsAny(past + 1, Words.Tails) || tokens.IsAny(past + 2, Words.Tails) || IsNewClause(past + 1, end));
            var purpose = (tokens.Is(past, "to") && tokens.Can(past + 1, WordClass.Verb) && !tokens.Is(past + 1, "end")) || (tokens.Is(past, "looking") && tokens.Is(past + 1, "at"))
                || (tokens.Is(past, "on") && tokens.Is(past + 1, "top"));
            var another = rises && past > first && (tokens.Is(past, "and") || (tokens.Is(past, "\"") && past > first));
            if (dated || consequence || purpose || another || tokens.Word(past) is "\u2026" or "showing" or "collected" or "where" || (tokens.Is(past, "(") && !IsAcronym(past))
                || (tokens.Is(past, "that") && tokens.Word(past + 1) is "show" or "shows"))
            {
                return past;
            }
        }

        return end;
    }

    private bool IsAcronym(int at) => tokens[at + 1].IsWord && tokens.Is(at + 2, ")") && tokens.StartsUpper(at + 1);

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

    /// <summary>"Classroom observations show ...", "85% of notebooks will show ...".</summary>
    private Span? Shown()
    {
        for (var at = subject + 1; at < Math.Min(subject + 14, slots.HeadPast); at++)
        {
            if (tokens.Word(at) is not ("show" or "shows" or "reveal" or "reveals"))
            {
                continue;
            }

            var share = slots.Head.Count > 0 && slots.Head[0].First < at && tokens.Is(slots.Head[0].Past, "of") ? tokens.SkipAll(slots.Head[0].Past + 1, Words.Articles) : -1;
            if (share < 0)
            {
                return slots.Head.All(a => a.First > at) && !predicates.IsModal(at - 1) && !NamesPeople(subject, at) ? tokens.SpanOf(Analysing(at) ?? subject, at) : null;
            }

            var noun = predicates.Find(share, at) is { Restriction: > 0 and var narrowed } ? narrowed - 1 : predicates.IsModal(at - 1) ? at - 2 : at - 1;
            return tokens.IsAny(noun, Shows) ? tokens.SpanOf(share, predicates.IsModal(at - 1) ? at - 1 : at) : null;
        }

        return null;
    }

    /// <summary>People who show something are no evidence; surveys of them are.</summary>
    private bool NamesPeople(int first, int past)
    {
        for (var at = first; at < past && !tokens.Can(at, WordClass.Preposition) && !tokens.Is(at, "analysing") && !tokens.Is(at, "analyzing"); at++)
        {
            if (tokens.Can(at, WordClass.People) && (at + 1 == past || tokens.Can(at + 1, WordClass.Preposition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Progress reports analysing [walkthrough data] by principals show".</summary>
    private int? Analysing(int past)
    {
        for (var at = subject; at < past; at++)
        {
            if (tokens.Word(at) is "analysing" or "analyzing")
            {
                return at + 1;
            }
        }

        return null;
    }

    /// <summary>"During monthly visits and climate checks, ...".</summary>
    private Span? During()
    {
        if (!tokens.Is(slots.HeadFirst, "during"))
        {
            return null;
        }

        for (var at = slots.HeadFirst + 1; at < slots.HeadFirst + 10; at++)
        {
            if (tokens.Is(at, ","))
            {
                return tokens.Word(at - 1) is "visits" or "checks" or "observations" or "walks" or "walkthroughs" ? tokens.SpanOf(slots.HeadFirst + 1, at) : null;
            }
        }

        return null;
    }

    /// <summary>"do weekly learning walks to see that ...".</summary>
    private Span? SeenTo()
    {
        for (var at = slots.HeadFirst; at < slots.HeadPast - 2; at++)
        {
            if (tokens.Is(at, "to") && tokens.Word(at + 1) is "see" or "verify" or "check" && tokens.Word(at + 2) is "that" or "if" or "whether")
            {
                var often = slots.Parts.Frequencies.FindLast(f => f.First < at && f.First > at - 8);
                return often is null ? null : tokens.SpanOf(often.First, at);
            }
        }

        return null;
    }

    /// <summary>The first instrument of the head clause, else of the text; one that stands after "on" before others.</summary>
    private Span? Named()
    {
        (int First, int Past)? best = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens.IsAny(at, Instruments) || ((tokens.Is(at, "ready") && !tokens.Is(at - 1, "-")) || (tokens.Word(at) is "map" && tokens.Word(at - 1) is "course" or "curriculum" or "pacing") || (!tokens.StartsUpper(at) && tokens.Word(at) is "balanced" or "smarter" or "leap" or "keystone" or "nys" or "portfolio" or "map" or "star" or "fast" or "access" or "act" or "inventory" or "indicators" or "sat" or "aspire")))
            {
                continue;
            }

            var first = NameFirst(at);
            var past = NamePast(at);
            var lead = tokens.SkipAll(first - 1, Words.Articles) == first && first > 0 && tokens.IsAny(first - 1, Words.Articles) ? first - 2 : first - 1;
            var proper = tokens.StartsUpper(first) || tokens.StartsUpper(at);
            var used = tokens.Word(lead) is "using" or "analyze" or "review" or "use" or "built" || (tokens.Can(lead, WordClass.Verb | WordClass.Ing) && !tokens.Is(lead, "taking"))
                || (tokens.Is(lead, "on") && tokens.Word(lead - 1) is "built" or "based") || (tokens.Is(lead, "of") && tokens.Word(lead - 3) is "on" && tokens.Is(lead - 4, "built"));
            if (used || (predicates.IsModal(past) && !tokens.IsAny(lead, Before) && !tokens.Is(lead, "taking")) || (!proper && !tokens.IsAny(lead, Before) && !tokens.Is(lead, "taking")) || IsWork(first, past))
            {
                at = past - 1;
                continue;
            }

            past = tokens.Word(at) is "assessment" or "survey" && tokens.Is(past, "of") && past == at + 1 ? PastOf(past + 1) : past;
            if (tokens.Is(lead, "on"))
            {
                best = (first, past);
                break;
            }

            best ??= (first, past);
            at = past - 1;
        }

        return best is { } found ? tokens.SpanOf(found.First, found.Past) : null;
    }

    /// <summary>"an assessment of SEL skills".</summary>
    private int PastOf(int at)
    {
        while (tokens[at].IsWord && !tokens.Can(at, WordClass.Preposition | WordClass.Being) && !predicates.IsModal(at))
        {
            at++;
        }

        return at;
    }

    /// <summary>Work with assessments, not one of them: "analyze the assessment data", "the test will be revised".</summary>
    private bool IsWork(int first, int past) => (tokens.Is(past - 1, "data") && !tokens.Can(first - 1, WordClass.Preposition) && first > subject + 1) || tokens.Word(first - 1) is "beyond" or "missed"
        || (tokens.Word(past) is "preparation" or "prep" or "routine" or "rounds" or "tasks");

    private int NameFirst(int at)
    {
        var first = at;
        while (first > 0 && at - first < 7 && !slots.Parts.Amounts.Exists(a => a.Past == first) && !slots.Parts.DateEnds(first) && tokens.Word(first - 1) is not ("," or "(" or ")" or ":" or ";" or "." or "\"")
            && (tokens.Is(first - 1, "-") || tokens.Is(first - 1, "/") || tokens.Is(first, "-") || (!Stops.Contains(tokens.Word(first - 1)) && !IsVerb(first - 1))))
        {
            first--;
        }

        if (tokens.Word(first) is "year" or "grade" or "course" && tokens.Is(first - 1, "of") && tokens.Is(first - 2, "end"))
        {
            return NameFirst(first - 2);
        }

        first = tokens.Is(first, "-") || tokens.Is(first, "/") ? first + 1 : first;
        if (tokens.Word(first - 1) is "," or "and" && ListStart(first) is { } start)
        {
            return start;
        }

        return first;
    }

    /// <summary>"on [Classroom Tasks, MAP and Unit Assessments]".</summary>
    private int? ListStart(int at)
    {
        for (var i = at - 1; i > at - 10 && i > 0; i--)
        {
            if (tokens.Is(i, "on"))
            {
                return tokens.SkipAll(i + 1, Words.Articles);
            }

            if (!tokens.StartsUpper(i) && tokens.Word(i) is not ("," or "and"))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsVerb(int at) => !tokens.StartsUpper(at) && (predicates.IsModal(at) || tokens.Can(at, WordClass.Being) || (tokens.Can(at, WordClass.AnyVerb) && !tokens.Can(at, WordClass.AlsoNoun)
        && tokens.Word(at) is not ("reading" or "writing" or "learning" or "written")) || (tokens.Can(at, WordClass.People) && tokens.Word(at) is not ("family" or "student" or "staff" or "parent" or "teacher" or "school")) || tokens.Can(at, WordClass.State)
        || tokens.IsAny(at, Words.RateNouns));

    private int NamePast(int at)
    {
        var past = at + 1;
        while (past < at + 16)
        {
            if (tokens.Is(past, "(") && IsAcronym(past))
            {
                past += 3;
            }
            else if ((tokens.StartsUpper(past) && !predicates.IsModal(past)) || tokens.IsAny(past, Instruments) || tokens.IsAny(past, Ends) || tokens.Is(past, "/") && tokens.StartsUpper(past + 1))
            {
                past++;
            }
            else if (tokens.Word(past) is "and" or "," && tokens.StartsUpper(past + 1) && (tokens.IsAny(past + 1, Instruments) || tokens.IsAny(past + 2, Instruments) || tokens.IsAny(past + 1, Ends))
                || (tokens.Is(past, "-") && tokens[past].Touches && tokens[past + 1] is { IsWord: true, Touches: true }))
            {
                past += 2;
            }
            else if (EndsWithin(past))
            {
                past++;
            }
            else
            {
                break;
            }
        }

        return past;
    }

    /// <summary>A noun that ends the name follows within a few words, with nothing but words and hyphens between: "math diagnostic".</summary>
    private bool EndsWithin(int at)
    {
        for (var i = at; i < at + 12; i++)
        {
            if (tokens.IsAny(i, Ends))
            {
                return i > at;
            }

            if (!(tokens.Is(i, "-") || (tokens[i].IsWord && (tokens.Is(i - 1, "-") || tokens.Is(i + 1, "-") || (!Stops.Contains(tokens.Word(i)) && !IsVerb(i) && i == at)))))
            {
                return false;
            }
        }

        return false;
    }
}
