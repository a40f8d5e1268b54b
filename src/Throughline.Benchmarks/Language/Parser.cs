namespace Throughline.Benchmarks.Language;

// The grammar. A statement is a row of parts with other words between them; each production looks at a bounded number
// of tokens from where it stands, so that finding the parts takes time in proportion to the length. Words are compared in lower
// case; [x] may be missing; N is a number; blank is XX, YY, TBD, <X> or a line.
//
//   statement   = { placeholder | evidence | comparison | date | frequency | amount | movement | universal | word }
//   placeholder = "XX" | "YY" | "ZZ" | "TBD" | "<" letter ">" | "__" | "…" after an evidence lead-in | "#" alone
//   evidence    = ["as"] ("measured" | "evidenced" | "shown" | …) ("by" | "through" | "in" | "on" | …)
//               | "according" "to" | "based" "on" | "," ("noted" | "pulled" | …) ("in" | "on" | …) | "per" record      Parser.Evidence.cs
//   comparison  = lead ["in"] ["the"] "same" period [["in" | "as"] ["the"] prior "year"] | lead ["in"] ["the"] prior period
//   lead        = "from" | "than" | "over" | "to" | "with" | "against" | "relative" "to"
//   date        = [preposition] ["the"] [part ["of"] ["the"]] when                                   Parser.Dates.cs
//   when        = N "/" N "/" N | month [day ["," ] year] | [day] month year | season ["of"] [year] | schoolYear
//               | ["year"] N4 | "Q1" … "Q4" | "mid-year" | blank "date" | N ("years" | "months" | "weeks") | occasion
//   schoolYear  = ("SY" | "FY") N | N4 "-" N ["school" | "academic" "year"] | "EOY" [N4]
//   frequency   = "daily" | "weekly" | … | ("each" | "every" | "per" | "a" | "/") [N] period          Parser.Frequencies.cs
//               | (N ["times" | "x"] | "once" | "twice") ("a" | "per" | "each" | "/") period
//   amount      = [bound] N ["-" N] [unit] [bound]                                                    Parser.Amounts.cs
//   unit        = "%" ["points"] | "percent" | "percentage" "points" | "points" | "days" | ":" N
//   bound       = "at" ("least" | "most") | "no" ("more" | "less" | "fewer") "than" | "below" | "or" ("more" | "less" | …) | …
//   movement    = "increase" | "reduce" | "maintain" | …                                              Words.cs
//   universal   = ("each" | "every" | "all") noun that is no time

/// <summary>Text to parts: the grammar stands at the head of this file, one method for each production, in its order.</summary>
internal sealed partial class Parser
{
    private static readonly WordSet Leads = Words.Set("from than over to with against as");

    private static readonly WordSet Universals = Words.Set("each every all both");

    private readonly Tokens tokens;
    private readonly Parts parts;

    private Parser(Tokens tokens, List<PhraseMention> phrases)
    {
        this.tokens = tokens;
        parts = new Parts(tokens, phrases);
    }

    public static Parts Read(Tokens tokens, List<PhraseMention> phrases)
    {
        var parser = new Parser(tokens, phrases);
        parser.Statement();
        return parser.parts;
    }

    private void Statement()
    {
        for (var at = 0; at < tokens.Count;)
        {
            if (BeginsNothing(tokens, at))
            {
                at++;
                continue;
            }

            var past = Placeholder(at);
            past = past > at ? past : Evidence(at);
            past = past > at ? past : Comparison(at);
            past = past > at ? past : Date(at);
            past = past > at ? past : Frequency(at);
            past = past > at ? past : Amount(at);
            past = past > at ? past : Moves(at);
            past = past > at ? past : Universal(at);
            past = Math.Max(past, at + 1);
            Blanked(at + 1, past);
            at = past;
        }
    }

    /// <summary>A word that no part of any kind begins with.</summary>
    public static bool BeginsNothing(Tokens tokens, int at) => tokens[at].IsWord && !tokens.IsAny(at, Beginnings.OfParts) && tokens.Word(at) is not (['s' or 'f', 'y', ..] or ['e', 'o', 'y', ..]);

    /// <summary>Apart from the rest, because the lists of every kind of part must be there before.</summary>
    private static class Beginnings
    {
        /// <summary>Every word that a part of any kind can begin with; most words of a statement can begin none.</summary>
        public static readonly WordSet OfParts = new([.. Words.Blanks.Words, .. Leading.Words, .. Leads.Words, "year", .. DateStarts.Words, .. FrequencyStarts.Words,
            .. AmountStarts.Words, .. Words.Movements.Words, "any", .. Universals.Words]);
    }

    /// <summary>Notes the blanks inside a part: "by XX date".</summary>
    private void Blanked(int first, int past)
    {
        for (var at = first; at < past; at++)
        {
            if (BlankWidth(at) is > 0 and var width)
            {
                parts.Placeholders.Add(new PlaceholderMention(at, at + width));
            }
        }
    }

    /// <summary>The width of the blank that stands at a token; 0 when none does.</summary>
    private int BlankWidth(int at)
    {
        if (tokens.IsAny(at, Words.Blanks) || (tokens.Is(at, "x") && tokens.Is(at + 1, "%")))
        {
            return 1;
        }

        return tokens[at].Text is ['_', '_', ..] ? 1
            : tokens.Is(at, "<") && tokens[at + 1].IsWord && tokens.Is(at + 2, ">") ? 3 : 0;
    }

    /// <summary>Notes a blank. Returns 0 where a production that contains the blank (a date, an amount) may still follow.</summary>
    private int Placeholder(int at)
    {
        if (BlankWidth(at) is > 0 and var width)
        {
            parts.Placeholders.Add(new PlaceholderMention(at, tokens[at].Text is ['_', ..] && tokens.Is(at + width, "%") ? at + width + 1 : at + width));
            return 0;
        }

        if (tokens[at].IsWord)
        {
            return 0;
        }

        var leads = parts.Evidence.Count > 0 && parts.Evidence[^1].Past == at;
        if ((tokens.Is(at, "\u2026") && leads) || (at == 0 && tokens.Is(at, "#") && !tokens[1].IsNumber)
            || (at == 0 && tokens.Is(at, "%")))
        {
            parts.Placeholders.Add(new PlaceholderMention(at, at + 1));
            return at + 1;
        }

        return 0;
    }

    private int Comparison(int at)
    {
        if (tokens.Is(at, "year") && tokens.Past(at + 1, "over", "year") is > 0 and var overYear)
        {
            parts.Comparisons.Add(new ComparisonMention(at, overYear, "year over year", false));
            return overYear;
        }

        if (!tokens.IsAny(at, Leads))
        {
            return 0;
        }

        var next = tokens.SkipAll(tokens.Skip(at + 1, "in"), Words.Articles);
        if (tokens.Is(next, "same") && (tokens.IsAny(next + 1, Words.Periods) || tokens.Word(next + 1) is "time" or "point" or "administration" or "season" or "date" or "term" or "fall" or "winter" or "spring"))
        {
            var past = next + 2;
            past = tokens.Is(past, "in") || tokens.Is(past, "of") || tokens.Is(past, "as") ? past + 1 : past;
            past = tokens.Skip(past, "the");
            var named = tokens.IsAny(past, Words.Prior) && tokens.Is(past + 1, "year") ? past + 2
                : tokens.Past(past, "year", "before") is > 0 and var before ? before : next + 2;
            parts.Comparisons.Add(new ComparisonMention(at, named, tokens.Word(next + 1), true));
            return named;
        }

        if (tokens.Word(next) is "first" or "second" or "third" or "fourth" && tokens.IsAny(next + 1, Words.Periods) && tokens.Word(next + 2) is "of" or "in")
        {
            var year = tokens.SkipAll(next + 3, Words.Articles);
            if (tokens.IsAny(year, Words.Prior) && tokens.Is(year + 1, "year"))
            {
                parts.Comparisons.Add(new ComparisonMention(at, year + 2, tokens.Word(next + 1), true));
                return year + 2; // "compared to the third quarter of last year"
            }
        }

        if (tokens.Is(at, "than") && tokens.IsAny(next, Words.Periods) && tokens.Word(next + 1) is "before" or "earlier")
        {
            parts.Comparisons.Add(new ComparisonMention(at, next + 2, tokens.Word(next), false));
            return next + 2; // "lower than the month before"
        }

        var noun = tokens.Is(next + 1, "school") ? next + 2 : next + 1;
        if (tokens.IsAny(next, Words.Prior)
            && (tokens.IsAny(noun, Words.Periods) || tokens.Is(noun, "administration")) && !tokens.Is(at - 1, "hold"))
        {
            parts.Comparisons.Add(new ComparisonMention(at, noun + 1, tokens.Word(noun), false));
            return noun + 1;
        }

        return 0;
    }

    private int Moves(int at)
    {
        if (!tokens.TryGet(at, Words.Movements, out var way))
        {
            return 0;
        }

        var holdsEvent = tokens.Is(at, "hold") && !(tokens[at + 1].IsNumber || tokens.Word(at + 1) is "at" or "steady" or "above" or "below" or "or");
        var season = tokens.Is(at, "fall") && (tokens.Word(at - 1) is "the" or "in" or "of" or "by" or "from" or "each" or "every" or "between" or "("
            || tokens.Word(at + 1) is "to" or "and" or "-" && tokens.Word(at + 2) is "winter" or "spring");
        var event1 = tokens.Past(at, "hold", "at", "least") is > 0 and var least && Unit(least + 1).Unit is null;
        if (holdsEvent || season || event1 || tokens.Is(at + 1, "out") || (tokens.Is(at, "drop") && tokens.Is(at + 1, "-")) || (tokens.Can(at, WordClass.AnyVerb) && tokens.Is(at + 1, "behind")) || (tokens.Is(at - 1, "or") && !tokens.Is(at + 1, "by")))
        {
            return 0;
        }

        parts.Movements.Add(new MovementMention(at, at + 1, way));
        return at + 1;
    }

    /// <summary>"each trimester's data": a time, not something counted.</summary>
    private bool IsTimesOwn(int at) => tokens.Word(at) is [.., '\'', 's'] and var word && Words.Periods.Contains(word[..^2]);

    /// <summary>"all 4th grade students".</summary>
    private bool IsGrade(int at) => tokens[at].IsNumber && (tokens.Word(at + 1) is "st" or "nd" or "rd" or "th" || tokens.Is(at + 1, "-"));

    private int Universal(int at)
    {
        if (tokens.Is(at, "any") && tokens.Is(at - 1, "of") && tokens.Is(at + 1, "new") && parts.Frequencies.Exists(f => f.How.Name == "each_event"))
        {
            parts.Universals.Add(new UniversalMention(at, at + 1)); // "after the enrollment of any new student": each of them
            return at + 1;
        }

        if (!tokens.IsAny(at, Universals) || tokens.Is(at - 1, "with") || !(tokens[at + 1].IsWord || IsGrade(at + 1)) || tokens.Is(at + 1, "other") || IsTimesOwn(at + 1) || (tokens.Is(at + 1, "of") && tokens.Is(at + 2, "which"))
            || (tokens.Is(at, "all") && (tokens.Word(at + 1) is "areas" || tokens.Word(at + 2) is "areas" || tokens.Is(at - 1, "of") || tokens.Is(at - 1, "overall"))))
        {
            return 0;
        }

        parts.Universals.Add(new UniversalMention(at, at + 1));
        return at + 1;
    }
}
