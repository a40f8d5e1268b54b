namespace Throughline.Benchmarks.Language;

/// <summary>Which frequency is that of the practice, and which that of measuring.</summary>
internal sealed partial class Slots
{
    private static readonly WordSet Watching = Words.Set(
        "observation observations visit visits walk walks walkthrough walkthroughs check checks review survey surveys audit report reports "
        + "ratings poll touch drop lesson retreats admin rounds");

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

    private bool IsMeasuring(FrequencyMention f) =>
        (Parts.Evidence.Count > 0 && f.First >= Parts.Evidence[0].First && f.Past <= EvidencePast)
        || (f.Adjective && (tokens.IsAny(f.Past, Watching) || tokens.IsAny(f.Past + 1, Watching)) && !tokens.Is(f.Past + 1, "drop")
            && tokens.Word(f.First - 1) is not ("complete" or "conduct" or "finish" or "show" or "hold"))
        || tokens.Word(f.First - 1) is "measured" or "checked" or "reviewed" or "monitored" or "given" or "administered" or "assessed" or "collected";

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
