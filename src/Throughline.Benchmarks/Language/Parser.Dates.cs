namespace Throughline.Benchmarks.Language;

/// <summary>Dates: a stated period means its last day, unless the words say its start.</summary>
internal sealed partial class Parser
{
    private static readonly WordSet DatePrepositions =
        Words.Set("by in during for at on before until within over after throughout through");

    private static readonly WordSet DueParts = Words.Set("end close conclusion completion finish");

    private static readonly WordSet StartParts = Words.Set("start beginning");

    private static readonly WordSet Terms = Words.Set("year semester quarter trimester term");

    private static readonly WordSet RelativeWords = Words.Set("q1 q2 q3 q4 eoq1 eoq2 eoq3 eoq4 midyear moy eoy boy");

    /// <summary>What a date can begin with, beside a number; a school year may be one word with its digits: "sy26", "eoy27".</summary>
    private static readonly WordSet DateStarts = new([.. DatePrepositions.Words, .. DueParts.Words, .. StartParts.Words, .. RelativeWords.Words, .. Words.Months.Words,
        "no", "prior", "the", "this", "spring", "fall", "autumn", "winter", "summer", "school", "academic", "fiscal", "year", "sy", "fy", "mid"]);

    /// <summary>What goes on as a date after "in", "on", "for" and the like; "by" and "before" stand before more.</summary>
    private static readonly WordSet AfterPreposition = new([.. DueParts.Words, .. StartParts.Words, .. Terms.Words, .. RelativeWords.Words, .. Words.Months.Words, .. Words.Numbers.Words, .. Words.Blanks.Words,
        "x", "no", "prior", "the", "this", "next", "spring", "fall", "autumn", "winter", "summer", "school", "academic", "fiscal", "year", "sy", "fy", "mid", "week"]);

    private readonly record struct When(int Past, DateOnly? Date, DatePrecision Precision, bool IsNoDay = false);

    private int Date(int first)
    {
        if (!tokens[first].IsNumber && !tokens.IsAny(first, DateStarts) && tokens.Word(first) is not (['s' or 'f', 'y', ..] or ['e', 'o', 'y', ..]))
        {
            return 0;
        }

        var later = tokens.Past(first, "no", "later", "than") is > 0 and var than ? than : tokens.Past(first, "prior", "to");
        var prepared = tokens.IsAny(first, DatePrepositions) || later > 0;
        var at = tokens.Skip(later > 0 ? later : prepared ? first + 1 : first, "the");
        if (prepared && later == 0 && tokens[at].IsWord && tokens.Word(first) is not ("by" or "before") && !tokens.IsAny(at, AfterPreposition) && tokens.Word(at) is not (['s' or 'f', 'y', ..] or ['e', 'o', 'y', ..] or [.., '\'', 's']))
        {
            return 0;
        }

        var starts = tokens.IsAny(at, StartParts) && tokens.Is(at + 1, "of");
        var ends = (tokens.IsAny(at, DueParts) && tokens.Is(at + 1, "of")) || tokens.Is(at, "eoy");
        var when = starts || ends ? tokens.Skip(tokens.Skip(tokens.Skip(at + 1, "of"), "the"), "this") : at;
        var found = Day(when) ?? Month(when) ?? Season(when, prepared) ?? SchoolYear(when, ends)
            ?? (IsYearBeside(first) ? CalendarYear(when, true) : null)
            ?? (prepared || ends || tokens.Is(at, "year") || tokens.Is(first, "the") ? CalendarYear(when, prepared || ends) : null)
            ?? (prepared || ends ? Relative(when, first, starts || ends) : Alone(when));
        if (found is null && tokens.Is(at, "eoy"))
        {
            found = new When(at + 1, null, DatePrecision.Relative);
        }

        if (found is null && tokens.Is(first, "this") && (tokens.Is(at + 1, "year") || (tokens.Is(at + 1, "school") && tokens.Is(at + 2, "year"))))
        {
            found = new When(tokens.Skip(at + 1, "school") + 1, null, DatePrecision.Relative);
        }

        if (found is not { } date || (ends && date.Date is null && first > 0 && !tokens.Is(first, "by") && IsTest(date.Past)))
        {
            return 0;
        }

        if (date.Date is null && !tokens.Is(first, "by") && tokens.Word(date.Past - 1) is "midyear" or "moy" or "year" && !tokens.Is(date.Past - 2, "school") && IsTestsYear(date.Past - 1))
        {
            return 0; // "on the mid-year survey": the name of a survey
        }

        if (starts && date is { Precision: DatePrecision.SchoolYear, Date: { } june })
        {
            date = date with { Date = new DateOnly(june.Year - 1, 9, 1), Precision = DatePrecision.Month };
        }

        parts.Dates.Add(new DateMention(first, date.Past, date.Date, date.Precision, prepared || ends || IsYearBeside(first)) { IsNoDay = date.IsNoDay });
        return date.Past;
    }

    private When? Day(int at)
    {
        if (tokens[at].IsNumber && tokens.Is(at + 1, "/") && tokens[at + 2].IsNumber && tokens.Is(at + 3, "/") && tokens[at + 4].IsNumber)
        {
            return Dated(at + 5, FullYear(at + 4), Small(at), Small(at + 2)) ?? NoDay(at + 5, FullYear(at + 4), Small(at), Small(at + 2));
        }

        if (FourDigits(at) && tokens.Is(at + 1, "-") && tokens[at + 2].IsNumber && tokens.Is(at + 3, "-") && tokens[at + 4].IsNumber)
        {
            return Dated(at + 5, FullYear(at), Small(at + 2), Small(at + 4));
        }

        if (tokens[at].IsNumber && tokens.TryGet(at + 1, Words.Months, out var after) && FourDigits(at + 2))
        {
            return Dated(at + 3, FullYear(at + 2), after, Small(at));
        }

        if (!tokens.TryGet(at, Words.Months, out var month) || !tokens[Dot(at + 1)].IsNumber || FourDigits(Dot(at + 1)))
        {
            return null;
        }

        var day = Dot(at + 1);
        var past = tokens.Word(day + 1) is "st" or "nd" or "rd" or "th" ? day + 2 : day + 1;
        var year = tokens.Skip(past, ",");
        return FourDigits(year) ? Dated(year + 1, FullYear(year), month, Small(day)) ?? NoDay(year + 1, FullYear(year), month, Small(day))
            : tokens.Is(past, "%") || tokens.Is(past, "percent") ? null
            : NoDay(past, 2000, month, Small(day)) is { } none ? none
            : new When(past, null, DatePrecision.Relative);
    }

    private When? Month(int at)
    {
        if (!tokens.TryGet(at, Words.Months, out var month))
        {
            return null;
        }

        var year = tokens.Skip(tokens.Skip(Dot(at + 1), ","), "of");
        if (ShortYear(year))
        {
            return Dated(year + 2, FullYear(year + 1), month, DateTime.DaysInMonth(FullYear(year + 1), month), DatePrecision.Month);
        }

        return FourDigits(year)
            ? Dated(year + 1, FullYear(year), month, DateTime.DaysInMonth(FullYear(year), month), DatePrecision.Month)
            : null;
    }

    private When? Season(int at, bool prepared)
    {
        if (tokens.Word(at) is not ("spring" or "fall" or "autumn" or "winter" or "summer"))
        {
            return null;
        }

        var year = tokens.Skip(at + 1, "of");
        year = tokens.Skip(year, "the");
        var shortened = ShortYear(year);
        if (!FourDigits(year) && !shortened)
        {
            return prepared && !tokens.Is(at - 1, "on") && !tokens.Is(at - 2, "on") && !tokens.IsAny(at + 1, Words.ChangeNouns) && !tokens.Is(at + 1, "to")
                ? new When(at + 1, null, DatePrecision.Relative) : null;
        }

        var month = tokens.Word(at) switch { "spring" => 5, "summer" => 8, "winter" => 2, _ => 11 };
        var stated = shortened ? year + 1 : year;
        return Dated(stated + 1, FullYear(stated), month, DateTime.DaysInMonth(FullYear(stated), month), DatePrecision.Season);
    }

    private When? SchoolYear(int at, bool ends)
    {
        var start = tokens.Word(at) is "school" or "academic" or "fiscal" && tokens.Is(at + 1, "year") ? at + 2 : at;
        if (tokens.Word(start) is "sy" or "fy")
        {
            start = tokens.Skip(start + 1, "'");
            return SchoolYearAt(start, true);
        }

        if (tokens.Word(start) is ['s' or 'f', 'y', .. { Length: 2 or 4 } digits] && Digits(digits) is { } year)
        {
            var hyphen = tokens.Is(start + 1, "-") && tokens[start + 2] is { IsNumber: true, Touches: true };
            return EndOf(hyphen ? start + 3 : tokens.Skip(start + 1, "eoy"), hyphen ? Two(FullYear(start + 2)) : Two(year));
        }

        if (tokens.Word(start) is ['e', 'o', 'y', .. { Length: 2 or 4 } ended] && Digits(ended) is { } end)
        {
            return EndOf(start + 1, Two(end));
        }

        return SchoolYearAt(start, start > at || (ends && IsPair(start)) || (ends && NamesSchoolYear(start + 1)) || tokens.Is(at, "eoy") || tokens.Is(at - 1, "eoy"));
    }

    /// <summary>"2026-27", "2025 2026 academic year"; a single year only where the words have said that it is a school year.</summary>
    private When? SchoolYearAt(int at, bool said)
    {
        if (!tokens[at].IsNumber)
        {
            return null;
        }

        var second = tokens.Is(at + 1, "-") || tokens.Is(at + 1, "/") ? at + 2 : at + 1;
        var pair = (FourDigits(at) || (said && tokens.Word(at).Length == 2)) && tokens[second].IsNumber
            && Two(FullYear(second)) == Two(FullYear(at)) + 1 && (second == at + 2 || NamesSchoolYear(second + 1));
        return pair ? EndOf(AfterSchoolYear(second + 1), Two(FullYear(second)))
            : said && tokens.Word(at).Length is 2 or 4 && Digits(tokens.Word(at)) is { } year ? EndOf(AfterSchoolYear(at + 1), Two(year))
            : null;
    }

    /// <summary>"22-23 year".</summary>
    private bool IsPair(int at) => tokens.Is(at + 1, "-") && tokens[at + 2].IsNumber && tokens.Is(at + 3, "year");

    /// <summary>"'26".</summary>
    private bool ShortYear(int at) => tokens.Is(at, "'") && tokens[at + 1] is { IsNumber: true, Touches: true, Text: [>= '0' and <= '9', >= '0' and <= '9'] };

    private When? CalendarYear(int at, bool firm)
    {
        var year = tokens.Skip(at, "year");
        return FourDigits(year) && (!tokens.IsAny(year + 1, Words.Students) || tokens.Is(year - 1, "of") || IsTestsYear(year)) && (firm || tokens.StartsUpper(year + 1) || IsTestsYear(year))
            ? Dated(year + 1, FullYear(year), 12, 31, DatePrecision.CalendarYear)
            : null;
    }

    private When? Relative(int at, int first, bool part)
    {
        var past = Alone(at)?.Past
            ?? (tokens.Has(at, Words.Months) && (tokens.Word(at) != "may" || tokens.StartsUpper(at)) ? at + 1 : 0);
        if (past == 0 && part)
        {
            var ordinal = tokens.Word(at) is "first" or "second" or "third" or "fourth" ? at + 1 : tokens[at].IsNumber && tokens.Word(at + 1) is "st" or "nd" or "rd" or "th" ? at + 2 : 0;
            past = ordinal > 0 && tokens.IsAny(ordinal, Terms) ? ordinal + 1
                : tokens.Is(at, "school") && tokens.Is(at + 1, "year") ? at + 2
                : tokens.IsAny(at, Terms) || tokens.Is(at, "school") ? at + 1
                : tokens.Is(at, "grade") && tokens[at + 1].IsNumber ? at + 2
                : tokens[at].IsNumber && tokens.Is(at + 2, "grade") ? at + 3 : 0;
        }

        if (past == 0 && tokens.Word(at) is [.., '\'', 's'] and var owner && Words.Periods.Contains(owner[..^2]) && tokens.Is(at + 1, "end"))
        {
            past = at + 2; // "by year's end"
        }

        at = tokens.Word(first) is "within" or "over" or "in" ? tokens.Skip(at, "next") : at;
        if (past == 0 && tokens.Word(first) is "within" or "over" or "in"
            && (tokens[at].IsNumber || tokens.Has(at, Words.Numbers))
            && tokens.Word(at + 1) is "years" or "months" or "weeks" or "year" && !(tokens.Is(first, "within") && tokens.Is(at + 2, "of")))
        {
            past = at + 2;
        }

        if (past == 0 && tokens.Is(at, "week") && tokens[at + 1].IsNumber)
        {
            past = tokens.Past(at + 2, "of", "the", "school", "year") is > 0 and var school ? school : tokens.Past(at + 2, "of", "the", "year") is > 0 and var year ? year : at + 2;
        }

        past = past == 0 && BlankWidth(at) is > 0 and var width && (tokens.Is(at + width, "date") || (tokens.Is(first, "by") && tokens.Word(at + width) is "," or "") || (tokens.Is(at, "tbd") && tokens.Is(first, "by"))) ? tokens.Skip(at + width, "date") : past;
        past = past == 0 ? Occasion(at, first) : past;
        return past > 0 ? new When(past, null, DatePrecision.Relative) : null;
    }

    /// <summary>Words that are a point of the year without a preposition.</summary>
    private When? Alone(int at) => tokens.IsAny(at, RelativeWords) && !tokens.Is(at - 1, "from")
        ? new When(at + 1, null, DatePrecision.Relative)
        : (tokens.Is(at, "mid") || tokens.Is(at, "year")) && tokens.Is(at + 1, "-") && tokens.Word(at + 2) is "year" or "end"
            ? new When(at + 3, null, DatePrecision.Relative)
        : tokens.Has(at, Words.Months) && tokens.Is(at + 1, ":") && tokens[at + 2].IsNumber && Unit(at + 3).Unit is not null
            ? new When(at + 1, null, DatePrecision.Relative) : null; // "Nov: 40%"
}
