using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Language;

/// <summary>Whose result it is, what kind of benchmark, and which elements of a good statement it lacks.</summary>
internal sealed class Classifier
{
    private static readonly HashSet<string> Done = Words.Set(
        "meet meets convene develop develops plan planning train training attend submit submitted complete inventory redesign host review "
        + "reviews participate hold offer finish write build create provide file bring redo visits forums nights protocol protocols monitor "
        + "join plans goals recorded track identify revised sessions minutes");

    private static readonly HashSet<string> Results = Words.Set(
        "proficient proficiency absenteeism absence absent attendance suspensions suspension graduation graduate referrals score scores "
        + "scoring scored benchmark growth pass passing survey belonging gap reading math failing percentage rate rates dropout tardy "
        + "tardies standard standards index report progress assessment assessments feeling enrollment novice absentee absences expulsions");

    private static readonly HashSet<string> Classroom = Words.Set(
        "classroom classrooms rooms lessons lesson instruction techniques students teach routines routine strategies student support supports "
        + "blocks curriculum homerooms labs studios");

    private static readonly HashSet<string> Annual = Words.Set("spring eoy annual annually year");

    private static readonly HashSet<string> Interim = Words.Set("interim mid middle map dibels star screener unit common fastbridge panorama survey surveys");

    private static readonly HashSet<string> Closing = Words.Set("regroup reteach identify adjust follow action changes supports");

    private readonly Slots slots;
    private readonly Tokens tokens;
    private readonly SpanReader spans;

    public Classifier(Slots slots, SpanReader spans, Movement movement)
    {
        this.slots = slots;
        this.spans = spans;
        tokens = slots.Parts.Tokens;
        Focus = FocusOf();
        Type = TypeOf(movement);
        OutputNotOutcome = Type == BenchmarkType.Activity && slots.Quantities.Count < 2
            && !In(spans.Measure, Closing) && !(In(spans.Measure, Words.Set("analyze data")));
    }

    public Focus Focus { get; }

    public BenchmarkType Type { get; }

    public bool OutputNotOutcome { get; }

    public IReadOnlyList<Element> Missing(Reading reading)
    {
        var missing = new List<Element>();
        var allowed = reading.MeasureSpan is { } measure && In(measure, Words.RateNouns) && Type >= BenchmarkType.ShortTermOutcome;
        Add(reading.MeasureSpan is null || (reading.Population is null && !allowed), Element.Specific);
        var steady = reading.Form is ReadingForm.None && slots.Quantities.Count == 0;
        Add(steady, Element.Measurable);
        Add(reading.MeasureSpan is null || tokens.Count < 5, Element.Action);
        Add(Type == BenchmarkType.Activity && OutputNotOutcome, Element.ResultsFocused);
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

    private Focus FocusOf()
    {
        var who = spans.Population ?? spans.Measure;
        return In(who, Words.Families) ? Focus.Family
            : In(who, Words.Adults) ? Focus.Adult
            : In(who, Words.Students) || In(spans.Measure, Results) || slots.Parts.Phrases.Count > 0 ? Focus.Student
            : slots.Head.Count == 0 && In(spans.Measure, Done) ? Focus.Organisation
            : Focus.Student;
    }

    private BenchmarkType TypeOf(Movement movement)
    {
        var moves = movement is Movement.Increase or Movement.Decrease;
        var verb = In(First(spans.Measure), Done) || (Focus == Focus.Organisation && !moves);
        if (Focus is Focus.Adult or Focus.Organisation && !(In(spans.Measure, Words.Set("agree survey"))))
        {
            return verb || (slots.Quantities.Count == 0 && slots.Universal is null && !In(spans.Measure, Classroom))
                ? BenchmarkType.Activity : BenchmarkType.EarlyEvidence;
        }

        if (slots.Parts.Phrases.Count == 0 && !moves && !In(spans.Measure, Results))
        {
            return verb || DevelopsByADate() ? BenchmarkType.Activity : BenchmarkType.EarlyEvidence;
        }

        return DevelopsByADate() && slots.Quantities.Count == 0 && !moves ? BenchmarkType.Activity : OutcomeOf();
    }

    /// <summary>"By October each school will develop plans": an activity verb right after the modal.</summary>
    private bool DevelopsByADate()
    {
        for (var at = slots.HeadFirst; at < slots.HeadPast; at++)
        {
            if (tokens.Is(at, "will") && tokens.IsAny(at + 1, Done))
            {
                return true;
            }
        }

        return false;
    }

    private BenchmarkType OutcomeOf()
    {
        var recurs = slots.Often is { How.Name: "weekly" or "monthly" or "quarterly" or "daily" } || slots.Comparison is { Period: "month" or "quarter" };
        if (recurs || Any("interim") || Any("mid"))
        {
            return BenchmarkType.ShortTermOutcome;
        }

        if (slots.Deadline is { Date: { } date })
        {
            return date >= SchoolYear.Of(date).End.AddDays(-61) || date.Month > 6 && slots.Deadline.Precision == DatePrecision.CalendarYear
                || date.Month == 7 ? BenchmarkType.FinalOutcome : BenchmarkType.ShortTermOutcome;
        }

        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.IsAny(at, Annual))
            {
                return BenchmarkType.FinalOutcome;
            }
        }

        return In(spans.Evidence, Interim) || In(spans.Measure, Interim) ? BenchmarkType.ShortTermOutcome : BenchmarkType.FinalOutcome;
    }

    private bool Any(string word)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.Is(at, word))
            {
                return true;
            }
        }

        return false;
    }

    private Span? First(Span? span)
    {
        var end = span?.Text.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return end < 0 ? span : Span.Of(tokens.Text, span!.Start, span.Start + end);
    }

    private bool In(Span? span, HashSet<string> words)
    {
        for (var at = 0; span is not null && at < tokens.Count && tokens[at].Start < span.End; at++)
        {
            if (tokens[at].Start >= span.Start && tokens.IsAny(at, words))
            {
                return true;
            }
        }

        return false;
    }
}
