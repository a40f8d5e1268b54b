namespace Throughline.Benchmarks.Language;

/// <summary>What leads to the evidence: "as measured by", "according to", ", noted in", "per the survey".</summary>
internal sealed partial class Parser
{
    private static readonly WordSet EvidenceVerbs = Words.Set(
        "measured evidenced demonstrated shown reported verified indicated monitored tracked checked reflected documented determined comes track assessed seen recorded gauged captured confirmed evaluated validated illustrated substantiated corroborated tallied calculated quantified");

    private static readonly WordSet EvidencePrepositions = Words.Set("by through in on via with using from per");

    private static readonly WordSet Noting = Words.Set("noted logged pulled found counted observed scored collected visible seen posted gathered tallied listed rated judged drawn taken captured compiled marked documented recorded verified reported");

    /// <summary>Things that show what was done or reached.</summary>
    public static readonly WordSet Records = Words.Set(
        "survey surveys pulse pulses sheet sheets log logs notes tracker trackers checklist checklists rubric rubrics walk walks walkthrough walkthroughs visits checks slips tickets cards forms form "
        + "interviews observations report reports dashboard data screener tally tallies maps samples binders journals videos conversations audits rounds records sets rosters transcripts card poll polls "
        + "gradebook gradebooks roster scorecard scorecards portfolio portfolios screeners probe probes quizzes system systems database questionnaire questionnaires assessments tests exams ratings results "
        + "packets notebooks planners planner audit recordings dashboards interview diagnostics inventories reviews artifacts screenings sweeps");

    /// <summary>What the words before evidence can begin with.</summary>
    private static readonly WordSet Leading = new([.. EvidenceVerbs.Words, .. Noting.Words, "as", "per", "according", "based", "track", "evident", "evidence"]);

    private static readonly WordSet Adverbial = Words.Set("daily weekly biweekly monthly quarterly annually");

    private int Evidence(int at)
    {
        if (!tokens.IsAny(at, Leading))
        {
            return 0;
        }

        var verb = tokens.Skip(at, "as");
        var past = tokens.IsAny(verb, EvidenceVerbs) && tokens.IsAny(verb + 1, EvidencePrepositions) ? verb + 2 : 0;
        past = past > 0 && tokens.IsAny(past, Adverbial) && !tokens[past + 1].IsWord ? 0 : past; // "reported on quarterly"
        past = past > 0 ? past : Annually(verb);
        past = past > 0 ? past : Noted(at);
        past = past > 0 ? past : PerRecord(at);
        past = past > 0 && !tokens.Is(at, "as") && tokens.Word(verb) is "seen" or "recorded" or "determined" or "assessed" or "evaluated" or "documented" && tokens.Word(verb + 1) is "in" or "on" or "with" or "using" or "from" && tokens.Can(at - 1, WordClass.Being) && !(tokens.Is(at - 2, "will") && tokens.Word(at - 3) is "this" or "it" or "progress" or "which") ? 0 : past;
        past = past > 0 ? past : tokens.Past(at, "according", "to");
        past = past > 0 ? past : tokens.Past(at, "based", "on");
        past = past > 0 ? past : tokens.Past(at, "track", "this", "in");
        past = past > 0 ? past : tokens.Is(at, "evident") && tokens.Word(at + 1) is "in" or "through" or "by" or "from" ? at + 2 : 0;
        past = past > 0 ? past : tokens.Is(at, "evidence") ? tokens.Past(at + 1, "includes") is > 0 and var includes ? includes : tokens.Past(at + 1, "will", "include") is > 0 and var include ? include : tokens.Past(at + 1, "will", "be") : 0;
        if (past > 0 && !tokens.Is(at - 1, "built") && !(tokens.Is(at, "based") && tokens.Word(at - 1) is "are" or "is" && tokens.Word(at - 2) is "that" or "which")
            && !(tokens.Is(at, "track") && tokens.Word(at + 1) is not ("this")))
        {
            parts.Evidence.Add(new EvidenceMention(at, past));
            return past;
        }

        return 0;
    }

    /// <summary>", noted in the log", ", pulled from binders": after a comma a participle of keeping records.</summary>
    private int Noted(int at) => tokens.IsAny(at, Noting) && (tokens.Word(at - 1) is "," or "(" or "as" || tokens.Is(at - 1, "evidence")) && tokens.Word(at + 1) is "in" or "on" or "by" or "through" or "from" or "via" or "during" ? at + 2 : 0;

    /// <summary>"per the winter survey", "per daily point sheets": a record, not a period or a unit.</summary>
    private int PerRecord(int at)
    {
        if (tokens.Is(at, "per") && tokens.Word(at - 1) is "," or "(" && tokens[at + 1].IsWord && !tokens.IsAny(at + 1, Words.Periods) && !tokens.Can(at + 1, WordClass.People)
            && tokens.Word(at + 1) is not ("grade" or "class" or "classroom" or "school" or "lesson" or "unit" or "session" or "visit" or "minute" or "building" or "course"))
        {
            return at + 1; // ", per the student information system"
        }

        for (var i = at + 1; tokens.Is(at, "per") && i < at + 8 && tokens[i].IsWord | tokens.Is(i, "-"); i++)
        {
            if (tokens.IsAny(i, Records))
            {
                return tokens.Is(i, "report") && !tokens.Can(at + 1, WordClass.Determiner) ? 0 : at + 1;
            }

            if ((tokens.Can(i, WordClass.Preposition | WordClass.Being | WordClass.Ing) && !tokens.Is(i - 1, "-")) || (tokens.IsAny(i, Words.Periods) && i == at + 1))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>"as measured annually by", "measured and reported by".</summary>
    private int Annually(int verb)
    {
        if (!tokens.IsAny(verb, EvidenceVerbs))
        {
            return 0;
        }

        var by = tokens.Is(verb + 1, "and") ? verb + 3 : tokens.Can(verb + 1, WordClass.Adverb) || tokens.Word(verb + 1) is "monthly" or "quarterly" or "weekly" or "annually" ? verb + 2 : 0;
        return by > 0 && tokens.Word(by) is "by" or "through" or "via" ? by + 1 : 0;
    }
}
