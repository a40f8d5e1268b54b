namespace Throughline.Benchmarks.Language;

/// <summary>Dates that are named by what happens then, and years inside the name of a survey or test.</summary>
internal sealed partial class Parser
{
    private static readonly WordSet Occasions = Words.Set(
        "screener window administration checkpoint assessment diagnostic conferences thanksgiving break holidays graduation observation holiday");

    private static readonly WordSet Tests = Words.Set("pulse survey surveys assessment assessments test tests exam exams administration census");

    /// <summary>"by the winter screener", "before conferences", "by Thanksgiving"; 0 where none stands there.</summary>
    private int Occasion(int at, int first)
    {
        if (tokens.Word(first) is not ("by" or "before"))
        {
            return 0;
        }

        for (var i = at; i < at + 4 && tokens[i].IsWord && !tokens.Can(i, WordClass.Preposition | WordClass.Being | WordClass.Ing); i++)
        {
            if (tokens.IsAny(i, Occasions))
            {
                return i + 1;
            }

            if (tokens.Is(i, "first") && tokens.Is(i + 1, "day"))
            {
                return tokens.Past(i + 2, "of", "school") is > 0 and var past ? past : i + 2;
            }
        }

        return 0;
    }

    /// <summary>"34% (2026)", "from 2025 to 2027".</summary>
    private bool IsYearBeside(int at) => FourDigits(at) && ((tokens.Is(at - 1, "(") && tokens.Is(at + 1, ")") && tokens.Is(at - 2, "%")) || (tokens.Is(at - 1, "to") && tokens.Is(at - 3, "from") && FourDigits(at - 2)));

    /// <summary>"the 2027 parent survey": the year of a test or survey that is named a few words on.</summary>
    private bool IsTestsYear(int at)
    {
        for (var i = at + 1; i < at + 5 && tokens[i].IsWord && !tokens.Can(i, WordClass.Preposition | WordClass.Being | WordClass.Relative) && tokens.Word(i) is not ("will" or "school" or "year" or "and"); i++)
        {
            if (tokens.IsAny(i, Tests))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"end of year Reading Inventory": the name of a test, not a time.</summary>
    private bool IsTest(int at) => tokens.Word(at) is "benchmark" or "benchmarks" or "assessment" or "assessments" or "test" or "tests" or "exam" or "exams" or "survey"
        || (tokens.StartsUpper(at) && tokens.StartsUpper(at + 1));
}
