namespace Throughline.Benchmarks.Language;

/// <summary>Which frequency is that of the practice, and which that of measuring.</summary>
internal sealed partial class Slots
{
    private static readonly WordSet Watching = Words.Set(
        "observation observations visit visits walk walks walkthrough walkthroughs check checks review survey surveys audit report reports "
        + "ratings poll touch drop lesson retreats admin rounds pulse sheet sheets slips tickets interviews trackers videos audits snapshots");

    private static readonly WordSet Showing = Words.Set("show shows showing reveal reveals analysing");

    private FrequencyMention? OftenOf(bool orAdjective)
    {
        foreach (var often in Parts.Frequencies)
        {
            if ((orAdjective || !often.Adjective) && !IsMeasuring(often))
            {
                return often;
            }
        }

        return null;
    }

    private FrequencyMention? MeasuringOf()
    {
        foreach (var often in Parts.Frequencies)
        {
            if (IsMeasuring(often) || (often == Often && !often.Adjective && ShowsAfter(often)))
            {
                return often;
            }
        }

        return null;
    }

    public Span? OftenSpan
    {
        get
        {
            if (Often is not { } often)
            {
                return null;
            }

            var first = often.First;
            for (var at = first - 1; often.Times is > 1 and var times && at > often.First - 8; at--)
            {
                if ((tokens[at].IsNumber ? tokens[at].Value : tokens.Of(at, Words.Numbers)) == times)
                {
                    first = at;
                    break;
                }
            }

            return tokens.SpanOf(first, often.Past);
        }
    }

    private bool IsMeasuring(FrequencyMention f) =>
        (Parts.Evidence.Count > 0 && f.First >= Parts.Evidence[0].First && f.Past <= EvidencePast)
        || (f.Adjective && !tokens[f.First - 1].IsNumber && (tokens.IsAny(f.Past, Watching) || tokens.IsAny(f.Past + 1, Watching)) && !tokens.Is(f.Past + 1, "drop")
            && tokens.Word(f.First - 1) is not ("complete" or "run" or "conduct" or "finish" or "show" or "hold"))
        || (f.Adjective && tokens.Word(f.First - 1) is "in" or "on" && (tokens.Word(f.Past) is "plans" or "pieces" or "essays" or "quizzes" || tokens.Word(f.Past + 1) is "plans" or "pieces" or "essays" or "quizzes" || tokens.Word(f.Past + 3) is "pieces"))
        || tokens.Word(f.First - 1) is "measured" or "checked" or "reviewed" or "monitored" or "given" or "administered" or "assessed" or "collected" or "pulled" or "sampled" or "counted"
        || (tokens.Is(f.First - 1, "done") && tokens.IsAny(f.First - 2, Watching)) || (tokens.Is(f.First - 2, ",") && tokens.Word(f.First - 1) is "tracked" or "scored" or "logged");

    private bool ShowsAfter(FrequencyMention f)
    {
        for (var i = f.Past; i < Math.Min(f.Past + 10, tokens.Count); i++)
        {
            if (tokens.Is(i, "and"))
            {
                break;
            }

            if (tokens.IsAny(i, Showing))
            {
                return true;
            }
        }

        for (var i = HeadFirst; f.How.Name == "each_administration" && tokens.Word(f.First) is "upon" or "each" && i < f.First; i++)
        {
            if (tokens.IsAny(i, Showing))
            {
                return true;
            }
        }

        return false;
    }
}
