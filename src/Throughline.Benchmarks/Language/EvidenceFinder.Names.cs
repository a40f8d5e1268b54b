namespace Throughline.Benchmarks.Language;

/// <summary>Instruments by their names: known ones, and proper names beside words of testing.</summary>
internal sealed partial class EvidenceFinder
{
    /// <summary>Names of tests, surveys and tools, and the nouns that mean one.</summary>
    private static readonly WordSet Instruments = Words.Set(
        "map maps dibels iready nwea staar mcas panorama ksa star survey surveys assessment assessments exam exams test tests screener sol rubric rubrics "
        + "fastbridge mca isat fast peli diagnostic inventory checklist amath milestones access wida pals aspire aimsweb acadience walk walks walkthrough walkthroughs "
        + "scores indicators sample checks ost avmr act psat sat tsi naep sbac caaspp elpac parcc njsla pssa keystone keystones cmas tcap ilearn leap eoc eog acap "
        + "cogat vkrp mstep keystone smarter balanced nwf aleks lexia teks nys portfolio interviews poll polls questionnaire ready quiz quizzes prompt probe probes pulse");

    /// <summary>Nouns that a longer name of an instrument goes on with.</summary>
    private static readonly WordSet Ends = Words.Set(
        "survey surveys assessment assessments exam exams test tests screener diagnostic inventory checklist composite scores rubric data results reading mathematics math");

    private static readonly WordSet Before = Words.Set("on in by via from through of at to passing");
    private static readonly WordSet Stops = Words.Set("on the in of by from via to through a an as their our each all his her at for and or with using taking average mean median");

    /// <summary>Names in capitals that are no test.</summary>
    private static readonly WordSet Subjects = Words.Set("ela math mathematics reading writing science history ell els swd iep ieps pbis mtss sel stem smart frp avid ccr ap de esl spm tier level look indicator domain standard pd plc");

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
            name = tokens.Word(name) is "spring" or "fall" or "winter" or "state" or "district" or "annual" or "final" or "summer" ? name + 1 : name;
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

    /// <summary>The first instrument of the head clause, else of the text; one that stands after "on" before others.</summary>
    private Span? Named()
    {
        (int First, int Past)? best = null;
        for (var at = tokens.Holds(Instruments) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            if (!tokens.IsAny(at, Instruments) || ((tokens.Is(at, "ready") && !tokens.Is(at - 1, "-")) || (tokens.Word(at) is "map" or "maps" && tokens.Word(at - 1) is "course" or "curriculum" or "pacing") || (!tokens.StartsUpper(at) && tokens.Word(at) is "balanced" or "smarter" or "leap" or "keystone" or "nys" or "portfolio" or "map" or "star" or "fast" or "access" or "act" or "inventory" or "indicators" or "sat" or "aspire")))
            {
                continue;
            }

            var first = NameFirst(at);
            var past = NamePast(at);
            var lead = tokens.SkipAll(first - 1, Words.Articles) == first && first > 0 && tokens.IsAny(first - 1, Words.Articles) ? first - 2 : first - 1;
            var proper = tokens.StartsUpper(first) || tokens.StartsUpper(at);
            var shown = (tokens.Is(lead, "using") && lead == slots.HeadFirst) || tokens.Is(lead, "using") && slots.Head.Count > 0 && slots.Head[0].First < lead && !DoneByStaff(lead);
            var used = !shown && tokens.Word(lead) is "using" or "analyze" or "review" or "use" or "built" || (tokens.Can(lead, WordClass.Verb | WordClass.Ing) && !tokens.Has(lead, Words.Movements) && !shown && tokens.Word(lead) is not ("taking" or "passing" or "pass"))
                || (tokens.Is(lead, "on") && tokens.Word(lead - 1) is "built" or "based" or "centered" or "focused" or "grounded" or "modeled" or "trained" or "calibrated") || (tokens.Is(lead, "of") && tokens.Word(lead - 3) is "on" && tokens.Is(lead - 4, "built"));
            if (best is null && !used && predicates.IsModal(past) && tokens.StartsUpper(at) && first == at && at < subject + 3 && tokens.Word(at) is not ("act" or "access" or "ready") | char.IsUpper(tokens.Text[tokens[at].End - 1]) && (tokens.IsAny(past - 1, Words.RateNouns) || tokens.Is(past - 1, "composite")))
            {
                best = (at, tokens.StartsUpper(at + 1) ? at + 2 : at + 1); // "Panorama belonging scores will rise"
                at = past - 1;
                continue;
            }

            if (used || tokens.Word(lead - 1) is "flagged" or "calibrated" or "trained" or "identified" or "norm" or "normed" || (tokens.Is(lead, "of") && tokens.Is(lead - 1, "%") && tokens.Word(at) is "walkthrough" && tokens.Is(past, "forms")) || (predicates.IsModal(past) && !tokens.IsAny(lead, Before) && !tokens.Is(lead, "taking")) || (!proper && !tokens.IsAny(lead, Before) && !shown && tokens.Word(lead) is not ("taking" or "passing" or "pass")) || IsWork(first, past))
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

    /// <summary>Staff use an instrument to work; said of students it is what shows their result.</summary>
    private bool DoneByStaff(int past)
    {
        for (var at = subject; at < past; at++)
        {
            if (tokens.IsAny(at, Words.Adults))
            {
                return true;
            }
        }

        return false;
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
            && (tokens.Is(first - 1, "-") || tokens.Is(first - 1, "/") || tokens.Is(first, "-") || ((!tokens.IsAny(first - 1, Stops) || tokens.Is(first - 2, "-")) && !IsVerb(first - 1))))
        {
            first--;
        }

        if (tokens.Word(first) is "year" or "grade" or "course" && tokens.Is(first - 1, "of") && tokens.Is(first - 2, "end"))
        {
            return NameFirst(first - 2);
        }

        first = tokens.Is(first, "-") || tokens.Is(first, "/") ? first + 1 : first;
        if (tokens[first - 1].IsNumber && slots.Parts.DateEnds(first) && !tokens.StartsUpper(first) && tokens.Word(first - 2) is "the" or "on" or "our")
        {
            return first - 1; // "the 2027 student survey"
        }

        if (tokens[first - 1].IsNumber && slots.Parts.DateEnds(first) && tokens.Word(first - 3) is "on" or "the" && tokens.Word(first - 2) is "spring" or "fall" or "winter")
        {
            return first - 2; // "on Spring 2015 scores"
        }

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

    private bool IsVerb(int at) => !tokens.StartsUpper(at) && (predicates.IsModal(at) || (predicates.IsModal(at - 1) && tokens.Can(at, WordClass.Verb)) || tokens.Can(at, WordClass.Being) || (tokens.Can(at, WordClass.AnyVerb) && !tokens.Can(at, WordClass.AlsoNoun)
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

            if (!(tokens.Is(i, "-") || (tokens[i].IsWord && (tokens.Is(i - 1, "-") || tokens.Is(i + 1, "-") || (!tokens.IsAny(i, Stops) && !IsVerb(i) && i == at)))))
            {
                return false;
            }
        }

        return false;
    }
}
