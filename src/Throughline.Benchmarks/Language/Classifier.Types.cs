using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Language;

/// <summary>The two soft boundaries of the guide: activity or early evidence, short-term or final.</summary>
internal sealed partial class Classifier
{
    /// <summary>
    /// Complete once a document exists or a meeting took place (activity), or seen where students learn (early evidence).
    /// The verb and the nouns it takes are weighed; evidence from classrooms and units that are seen there weigh for practice.
    /// </summary>
    private bool IsActivity()
    {
        var who = spans.Found.Population;
        if (who is { } meeting && (tokens.Word(meeting.Past - 1) is "meeting" or "meetings" or "development" || (tokens.Is(meeting.Past - 1, "days") && tokens.Word(meeting.Past - 2) is "learning" or "development" or "pd") || Has(meeting.First, meeting.Past, EventNouns)))
        {
            return true;
        }

        if (Focus == Focus.Family && Has(first - 2, first + 3, Informed))
        {
            return true; // families informed or invited
        }

        if (Last(who, ClassUnits))
        {
            return (Has(first, Math.Min(first + 3, past), HeldDocuments) && !Has(first, past, Posted) && !Has(first, Math.Min(first + 4, past), Words.Students)) || Has(first, Math.Min(first + 3, past), PutIn);
        }

        if (spans.Found.Measure is null)
        {
            return who is null;
        }

        if (Focus == Focus.Student && tokens.Word(first - 1) is "get" or "receive" or "have" && Has(first, past, Doses))
        {
            return false; // "students receive 60 minutes of intervention"
        }

        var verb = VerbAt();
        var act = verb >= 0 && tokens.Can(verb, WordClass.Act) && !tokens.IsAny(verb, Practising);
        var practice = verb >= 0 && tokens.IsAny(verb, Practising);
        var held = verb >= 0 && tokens.Word(verb) is "have" or "has" or "having" or "hold" or "host" or "fill" or "give" or "bring" or "finish" or "coaching" or "join" or "take";
        if (Chained())
        {
            return false;
        }

        act |= verb >= 0 && tokens.Word(verb) is "provide" or "give" && Has(verb, Math.Min(past, verb + 6), Feedback) && Focus == Focus.Adult && !Has(verb, past, Words.Students);
        act |= IsPutIn(verb) || (verb >= 0 && ((tokens.Is(verb, "take") && tokens.Is(verb + 1, "part")) || (tokens.Is(verb, "earn") && Focus == Focus.Adult)));
        if (verb >= 0 && tokens.Word(verb) is "keep" && tokens.Is(verb + 1, "up") && !Has(verb, past, Kept))
        {
            return false; // "keep up the tardy plan": kept running
        }

        practice &= !(verb >= 0 && tokens.Word(verb) is "keep" or "keeping" && Has(verb, Math.Min(past, verb + 4), Kept));
        practice &= !act;
        act &= (Focus != Focus.Student || Has(verb, past, StudentActs)) && !tokens.Is(verb - 2, "able"); // "will be able to report on": kept up
        var score = (act ? 2.5 : 0) - (practice ? 1.5 : 0) + (held ? 0.5 : 0);
        var (acts, practices) = (0, 0);
        for (var at = verb + 1; at < past && !(tokens.Word(at) is "within" or "after" && at > verb + 1); at++)
        {
            acts += tokens.IsAny(at, ActNouns) && !(Focus == Focus.Student && tokens.Word(at) is "goal" or "goals" && !held) ? 1 : 0;
            practices += tokens.IsAny(at, PracticeNouns) && tokens.Word(at + 1) is not ("drop" or "study" or "studies") ? 1 : 0;
        }

        score += Math.Min(acts, 2) - Math.Min(practices, 2);
        score -= Shown() ? 1 : 0;
        score += !practice && slots.Quantities.Count == 0 && slots.Universal is null && Focus is Focus.Organisation ? 1 : 0;
        score += Focus == Focus.Adult && (act || held || acts > 0) && practices == 0 && Last(who, Teams) && !Has(verb + 1, past, Words.Students) ? 1 : 0;
        score += Focus == Focus.Organisation && !practice ? 1 : Focus == Focus.Student ? -0.5 : 0;
        return score > 0;
    }

    /// <summary>"turn in", "send in", "fill out", "sign up", "log", "call home": done once it is in or said.</summary>
    private bool IsPutIn(int verb) => verb >= 0 && ((tokens.Word(verb) is "turn" or "turned" or "hand" or "handed" or "send" or "sent" or "fill" or "filled" or "sign" or "signed"
            && tokens.Word(verb + 1) is "in" or "out" or "up") || (tokens.Word(verb) is "call" or "calls" && tokens.Word(verb + 1) is "home" or "families" or "parents"));

    /// <summary>"develop and use": the higher part of a chain wins.</summary>
    private bool Chained()
    {
        for (var at = first + 1; at < past - 1; at++)
        {
            var adjacent = tokens.Can(at - 1, WordClass.Verb) && at <= first + 4;
            if ((adjacent || Has(first, first + 2, Joining)) && tokens.Word(at) is "and" or "&" && tokens.Word(at + 1) is "use" or "implement" or "apply" or "teach" or "run" or "lead" or "deliver")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The evidence comes from lessons or classrooms.</summary>
    private bool Shown()
    {
        for (var at = 0; spans.Evidence is { } evidence && at < tokens.Count; at++)
        {
            if (tokens[at].Start >= evidence.Start && tokens[at].End <= evidence.End && tokens.IsAny(at, Classroom) && !tokens.Is(at - 1, "agendas"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb of the head clause past "will be able to"; -1 where the clause has none.</summary>
    private int VerbAt()
    {
        var from = spans.Found.Measure is { } measure && tokens.Can(measure.First, WordClass.Verb | WordClass.Ing) && !tokens.Can(measure.First, WordClass.AlsoNoun)
            && (tokens.Word(measure.First - 1) is "to" or "and" or "that" || tokens.Can(measure.First - 1, WordClass.Adverb)) ? measure.First : first;
        var end = Math.Min(past, from + 8);
        var have = -1;
        for (var at = from; at < end; at++)
        {
            if (tokens.Word(at) is "have" or "has" or "having")
            {
                have = at;
                continue;
            }

            if (tokens.Can(at, WordClass.AnyVerb) && !tokens.Can(at, WordClass.Being) && have < 0 && !(tokens.Word(at) is "observed" or "seen" && tokens.Can(at + 1, WordClass.Ing)) && (at <= from + 1 || tokens.Can(at - 1, WordClass.Adverb)
                || tokens.Word(at - 1) is "will" or "be" or "able" or "to" or "are" or "is" or "should" or "can" or "been"))
            {
                return at;
            }
        }

        return have;
    }

    private static readonly WordSet MidYear = Words.Set("interim mid middle");

    private static readonly WordSet Winter = Words.Set("winter");

    private static readonly WordSet Growths = Words.Set("typical projected stretch individual");

    /// <summary>Seen within the year: the first rule of the guide that fits.</summary>
    private bool IsShortTerm()
    {
        var recurs = slots.Often is { How.Name: "weekly" or "monthly" or "quarterly" or "daily" or "trimester" or "each_administration" or "semester" or "biweekly" } often
            || slots.Often is { How.Name: [.., 's'] and ['e', 'v', 'e', 'r', 'y', ..] };
        if (recurs || slots.Comparison is { Period: "month" or "quarter" or "administration" or "semester" } || (tokens.Holds(MidYear) && (Says("interim") || Says("mid") || (Says("middle") && !Says("middle", "school")))))
        {
            return true;
        }

        if (tokens.Holds(Winter))
        {
            return true;
        }

        if (slots.Deadline is { Date: { } date } deadline)
        {
            return !(date >= SchoolYear.Of(date).End.AddDays(-61) || date.Month is 7 or 8 || deadline.Precision is DatePrecision.CalendarYear or DatePrecision.Season or DatePrecision.SchoolYear);
        }

        if (Any(Annual) || GrowthTargets())
        {
            return false;
        }

        if (slots.Deadline is { } relative)
        {
            for (var at = relative.First; at < relative.Past; at++)
            {
                if (tokens.Word(at) is "q1" or "q2" or "q3" or "moy" or "eoq1" or "eoq2" or "eoq3" or "semester" or "trimester" or "quarter" or "semester's" or "quarter's" || (tokens.TryGet(at, Words.Months, out var month) && month is not (5 or 6))
                    || tokens.Is(relative.First, "within"))
                {
                    return !Says("years");
                }
            }

            if (slots.Parts.Placeholders.Count == 0)
            {
                return false;
            }
        }

        if (slots.Measuring is { How.Name: not "annual" } || slots.Parts.Dates.Exists(d => tokens.Word(d.First) is "q1" or "q2" or "q3" || tokens.Word(d.First + 1) is "q1" or "q2" or "q3" or "eoq1"))
        {
            return true;
        }

        return HasInterim() || HasSurvey() || Says("panorama") || Focus == Focus.Family || (Any(Perceptions) && !IsIndicator() && !Any(RateWords));
    }

    private bool HasInterim()
    {
        for (var at = tokens.Holds(Interim) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            if (tokens.IsAny(at, Interim) && (tokens.Word(at) is not ("map" or "star" or "unit" or "common") || tokens.StartsUpper(at) || tokens.Word(at + 1) is "assessment" or "assessments" or "formative" or "writing" or "grade"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Annual, typical, projected or stretch growth is that of a year.</summary>
    private bool GrowthTargets()
    {
        for (var at = tokens.Holds(Growths) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            if (tokens.Word(at) is "typical" or "projected" or "stretch" or "individual" && (tokens.Is(at + 1, "rit") || tokens.Is(at + 1, "growth") || tokens.Is(at + 2, "growth") || tokens.Is(at + 3, "growth")))
            {
                return true;
            }
        }

        return false;
    }

    private bool Says(string word, string? next = null)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.Is(at, word) && (next is null || tokens.Is(at + 1, next)))
            {
                return true;
            }
        }

        return false;
    }
}
