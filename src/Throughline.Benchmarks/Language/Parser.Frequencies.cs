using System.Globalization;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Language;

/// <summary>How often something is done, recurs or is measured.</summary>
internal sealed partial class Parser
{
    private static readonly WordMap<string> Adverbs = Words.Pairs(
        "daily day weekly week monthly month quarterly quarter annually year annual year yearly year biweekly two_weeks fortnightly two_weeks");

    private static readonly WordMap<string> Names = Words.Pairs(
        "day daily week weekly two_weeks biweekly month monthly quarter quarterly year annual trimester trimester semester semester "
        + "administration each_administration event each_event");

    private static readonly WordSet Weekdays = Words.Set("monday tuesday wednesday thursday friday");

    private static readonly WordSet FrequencyStarts = new([.. Adverbs.Words, .. Words.Numbers.Words, .. Words.Set(
        "once twice each every per a upon within after following of before bi semi bimonthly semimonthly biquarterly trimester semester").Words]);

    private int Frequency(int at)
    {
        if (tokens[at].IsWord && !tokens.IsAny(at, FrequencyStarts))
        {
            return 0;
        }

        var past = Times(at);
        past = past > 0 ? past : Every(at);
        past = past > 0 ? past : AfterEvent(at);
        return past > 0 ? past : Adverb(at);
    }

    private int Times(int at)
    {
        var times = tokens.Word(at) switch
        {
            "once" => 1,
            "twice" => 2,
            _ when tokens[at].IsNumber => tokens[at].Value,
            _ => tokens.Of(at, Words.Numbers),
        };
        if (times <= 0)
        {
            return 0;
        }

        var range = tokens.Is(at + 1, "-") && tokens[at + 2].IsNumber ? tokens.Word(at) + "-" + tokens.Word(at + 2) : null;
        var next = range is null ? at + 1 : at + 3;
        var days = tokens.Word(next) is "days" or "day" && tokens.Word(next + 1) is "a" or "per" or "each" or "every" && tokens.Word(next + 2) is "week" or "month";
        next = days || tokens.Word(next) is "times" or "x" ? next + 1 : tokens.Word(at) is "once" or "twice" ? next : 0;
        var unit = next == 0 ? 0 : tokens.Word(next) is "a" or "per" or "each" or "every" or "/" ? next + 1 : next;
        var period = tokens.Word(unit) switch { "yr" => "year", "wk" => "week", "monthly" => "month", "weekly" => "week", var word => word };
        if (next == 0 || !Words.Periods.Contains(period))
        {
            return 0;
        }

        var name = times == 1 && range is null ? Names[period]
            : string.Create(CultureInfo.InvariantCulture, $"{range ?? times.ToString(CultureInfo.InvariantCulture)}_per_{period}");
        Add(at, unit + 1, name, times == 1 ? period : "", tokens.Word(at) is "once" ? null : times, period, false);
        return unit + 1;
    }

    private int Every(int at)
    {
        if (tokens.Word(at) is not ("each" or "every" or "per" or "/" or "a" or "upon"))
        {
            return 0;
        }

        var next = tokens.Is(at, "upon") ? tokens.Skip(at + 1, "each") : at + 1;
        var per = tokens.Word(at) is "per" or "/" or "a" ? tokens.Word(next) : null;
        if (tokens.Word(at) is "/" or "a" && !(tokens.Is(at - 1, "%") || tokens.Is(at - 1, "points") || tokens[at - 1].IsNumber || (tokens.Is(at, "a") && tokens.Word(at - 1) is "minutes" or "hours") || (tokens.Is(at, "a") && !tokens.Can(at - 1, WordClass.Preposition | WordClass.AnyVerb) && CountBefore(at, per) is not null)))
        {
            return 0;
        }

        var blank = BlankWidth(next);
        var weeks = blank > 0 ? 0 : tokens[next].IsNumber ? (int)decimal.Min(tokens[next].Value, 60) : tokens.Of(next, Words.Numbers);
        if ((weeks > 0 || blank > 0) && tokens.Word(next + Math.Max(blank, 1)) is "week" or "weeks")
        {
            var number = blank > 0 ? tokens.Text[tokens[next].Start..tokens[next + blank - 1].End]
                : weeks.ToString(CultureInfo.InvariantCulture);
            var name = weeks == 1 ? "weekly" : weeks == 2 ? "biweekly" : $"every_{number}_weeks";
            Add(at, next + Math.Max(blank, 1) + 1, name, weeks > 0 ? number + "_weeks" : "", null, per, false);
            return next + Math.Max(blank, 1) + 1;
        }

        if (tokens.Is(next, "other") && (tokens.Is(next + 1, "week") || tokens.IsAny(next + 1, Weekdays)))
        {
            Add(at, next + 2, "biweekly", "two_weeks", null, null, false);
            return next + 2;
        }

        if (tokens.Word(next) is "subsequent" or "following" or "new" && tokens.Has(next + 1, Names))
        {
            next++;
        }

        if (tokens.Word(next) is [.., '\'', 's'] and var owner && tokens.Word(at) is "each" or "every" && Words.Periods.Contains(owner[..^2]))
        {
            Add(at, next + 1, Names[owner[..^2]], owner[..^2], null, null, false);
            return next + 1;
        }

        var unit = tokens.Is(next, "school") && tokens.Word(next + 1) is "year" or "day" ? next + 1 : next;
        var word = tokens.Word(unit) is "progress" ? "administration" : tokens.IsAny(unit, Weekdays) ? "week" : tokens.Word(unit);
        if (Names.Contains(word) && CountBefore(at, per) is { } count)
        {
            Add(at, unit + 1, string.Create(CultureInfo.InvariantCulture, $"{count}_per_{word}"), "", count, word, false);
            return unit + 1;
        }

        if (Names.TryGet(word, out var often))
        {
            Add(at, unit + 1, often, word, null, per is null ? null : word, false);
            return unit + 1;
        }

        if (tokens.Word(at) is "each" or "every" && tokens.Word(next + 1) is "meeting" or "session" or "event")
        {
            Add(at, next + 2, Names["event"], "event", null, null, false);
        }

        return 0; // "each faculty meeting" is also a universal
    }

    /// <summary>Of "at least three studio visits per year" the three; an amount with a unit counts no occasions.</summary>
    private decimal? CountBefore(int at, string? per)
    {
        for (var i = at - 1; per is not null && i > at - 8 && tokens[i].Text is not ("." or ";" or ":"); i--)
        {
            var number = tokens[i].IsNumber ? tokens[i].Value : tokens.Of(i, Words.Numbers);
            if (number <= 0 || tokens.Word(i) is "one" || (tokens.Is(i - 1, "than") && tokens.Word(i - 2) is "fewer" or "less" && !tokens.Is(i - 3, "no")))
            {
                continue;
            }

            var counted = tokens[i + 1].IsWord && Unit(i + 1).Unit is null && tokens.Word(i + 1) is not ("minutes" or "minute" or "hours" or "points" or "times" or "x")
                && i < at - 1 && number > 1 && decimal.IsInteger(number) && !tokens.Is(i - 1, "-") && !tokens.IsAny(i - 1, Namers);
            return counted ? number : null;
        }

        return null;
    }

    /// <summary>"within one week after each session", "following each window": done at each of them.</summary>
    private int AfterEvent(int at)
    {
        var after = tokens.Word(at) is "within" && tokens.Word(at + 2) is "week" or "weeks" or "day" or "days" ? at + 3 : at;
        if (tokens.Word(after) is not ("after" or "following" or "of" or "before")
            || (after == at && !tokens.Is(after + 1, "each")) || !(tokens.Word(after + 1) is "each" or "the" or "every" or "an"))
        {
            return 0;
        }

        if (tokens.Is(after, "of") && tokens.Has(after + 2, Names))
        {
            return 0; // "by the first of each month"
        }

        var test = tokens.Word(after + 2) is "window" or "administration" or "assessment" || tokens.Word(after + 3) is "window" or "administration";
        Add(at, after + 2, Names[test ? "administration" : "event"], test ? "administration" : "event", null, null, false);
        return after + 2;
    }

    private int Adverb(int at)
    {
        var word = tokens.Word(at);
        var past = at + 1;
        if (word is "bi" or "semi" && tokens.Is(at + 1, "-"))
        {
            word += tokens.Word(at + 2);
            past = at + 3;
        }

        if (word is "bimonthly" or "semimonthly" or "biquarterly" or "trimester" or "semester")
        {
            if (word is "trimester" or "semester" && ((tokens.IsAny(at - 1, Words.Articles) && !IsSaidOf(past)) || tokens.IsAny(at - 1, Words.Prior) || tokens.Word(at - 1) is "of" or "first" or "second" or "third" or "each"))
            {
                return 0;
            }

            Add(at, past, word, word, null, null, true);
            return past;
        }

        if (!(past == at + 1 ? tokens.TryGet(at, Adverbs, out var cadence) : Adverbs.TryGet(word, out cadence)))
        {
            return 0;
        }

        if (tokens.Is(past, "attendance") || (tokens.Is(at, "annual") && (tokens.Word(past) is "goal" or "goals" or "target" or "targets" or "growth" or "due" or "typical" or "iep" || tokens.Word(past + 1) is "growth" or "target" or "targets")))
        {
            return 0; // "average daily attendance" is the name of a measure
        }

        var unsaid = tokens[past].IsWord && !tokens.IsAny(past, EvidencePrepositions) && !tokens.Is(past, "to") && !tokens.Is(past, "and");
        Add(at, past, Names[cadence], cadence, null, word is "annually" or "annual" or "yearly" && (!unsaid || tokens.IsAny(past, Words.ChangeNouns)) ? "year" : null, unsaid);
        return past;
    }

    /// <summary>A noun follows, of which it is said: "a semester audit".</summary>
    private bool IsSaidOf(int at) => tokens[at].IsWord && !tokens.Can(at, WordClass.Preposition | WordClass.Being) && !(tokens.Can(at, WordClass.AnyVerb) && !tokens.Can(at, WordClass.AlsoNoun)) && tokens.Word(at) is not ("and" or "or" or "will" or "we");

    private void Add(int first, int past, string name, string cadence, decimal? times, string? per, bool adjective) =>
        parts.Frequencies.Add(new FrequencyMention(
            first, past, new Frequency(name, Cadence.TryParse(cadence, out var known) ? known : null), times, per, adjective));
}
