namespace Throughline.Benchmarks.Language;

/// <summary>Levels by name: with a comparator, in a list, or in quotation marks.</summary>
internal sealed partial class ThresholdFinder
{
    /// <summary>"proficient or above", "Levels 3 and 4", "DOK 1 and 2", "pass or pass advanced", "Algebra 1 (or higher)".</summary>
    private int Level(int at)
    {
        if (tokens.IsAny(at, Levels) && tokens.Is(at + 1, "evident") && tokens.Is(at + 2, "or") && tokens.IsAny(at + 3, Levels) && tokens.Is(at + 4, "evident"))
        {
            return at + 5;
        }

        if (tokens.IsAny(at, Levels) && tokens.Word(at + 1) is "or" or "and" && (tokens.IsAny(at + 2, Above) || tokens.IsAny(at + 2, Levels)))
        {
            return tokens.Is(at + 2, "fully") ? tokens.Skip(at + 3, "evident") : tokens.Word(at + 2) is "pass" or "mostly" ? at + 4 : at + 3;
        }

        if (tokens.Word(at) is "level" or "levels" or "dok" or "tier" or "band" or "bands" && tokens[at + 1].IsNumber && !tokens.Is(at, "tier") && !tokens.Is(at - 1, "grade"))
        {
            return tokens.Word(at + 2) is "and" or "&" or "or" && (tokens[at + 3].IsNumber || tokens.IsAny(at + 3, Above)) ? at + 4
                : tokens.Is(at + 2, "-") && tokens.Is(at + 3, "level") ? at + 4
                : tokens.Is(at + 2, "+") ? at + 3 : at + 2;
        }

        return tokens[at].IsWord && tokens.StartsUpper(at) && tokens[at + 1].IsNumber && tokens.Is(at + 2, "(") && tokens.Is(at + 3, "or") && tokens.IsAny(at + 4, Above) && tokens.Is(at + 5, ")")
            ? at + 6 : 0;
    }

    /// <summary>A rating in quotation marks, with "levels" or "stage" where it follows.</summary>
    private int Quoted(int at)
    {
        if (!tokens.Is(at, "\"") || !tokens[at + 1].IsWord)
        {
            return 0;
        }

        for (var close = at + 2; close < at + 6; close++)
        {
            if (tokens.Is(close, "\""))
            {
                if (tokens.Is(close + 1, "or") && tokens.Is(close + 2, "\""))
                {
                    for (var last = close + 4; last < close + 7; last++)
                    {
                        if (tokens.Is(last, "\""))
                        {
                            return last + 1; // "Agree" or "Strongly Agree"
                        }
                    }
                }

                var noun = tokens.Word(close + 1) is "level" or "levels" or "stage" or "band" or "bands" or "zone" or "range";
                return noun ? close + 2 : tokens.IsAny(close - 1, Rated) ? close + 1 : 0;
            }
        }

        return 0;
    }
}
