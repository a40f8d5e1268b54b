using System.Globalization;
using Throughline.Benchmarks.Targets;

namespace Throughline.Features.StateSchools;

/// <summary>
/// Reads an address. Nothing in it can fail: what cannot be read is left at its usual value, and a sentence in
/// <see cref="Notices"/> says so.
/// </summary>
internal sealed class SchoolsQueryReader(IQueryCollection query)
{
    private const int LongestSearch = 80;
    private const int LongestShown = 40;
    private const int EarliestYear = 1902;
    private const int LatestYear = 2198;

    private static readonly Dictionary<string, Status> Statuses = Enum.GetValues<Status>().ToDictionary(Words.Of);
    private static readonly Dictionary<string, SchoolSort> Sorts = Enum.GetValues<SchoolSort>().ToDictionary(Words.Of);
    private static readonly Dictionary<string, bool> Directions = new() { ["asc"] = false, ["desc"] = true };

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>What was not understood and what is shown instead, for people.</summary>
    public List<string> Notices { get; } = [];

    public SchoolsQuery Read() => new()
    {
        Benchmark = Number("benchmark", PageTexts.NotABenchmark),
        AsOf = Day(),
        KnownAt = Instant(),
        Status = Statuses.TryGetValue(Text("status"), out var status) ? status : Unknown<Status>("status", PageTexts.NotAStatus),
        District = Text("district") is { Length: > 0 } district ? district : null,
        Search = Search(),
        Sort = Sorts.TryGetValue(Text("sort"), out var sort) ? sort : Unknown<SchoolSort>("sort", PageTexts.NotASort) ?? SchoolSort.Need,
        IsDescending = Directions.TryGetValue(Text("dir"), out var down) ? down : Unknown<bool>("dir", PageTexts.NotASort) ?? false,
        Page = Number("page", PageTexts.NotAPage) ?? 1,
    };

    /// <summary>What stands in the address, short enough to be shown.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    /// <summary>The first value of that name; what is given twice counts once.</summary>
    private string Text(string name) => query[name] is [{ } text, ..] ? text.Trim() : "";

    private T? Unknown<T>(string name, string notice)
        where T : struct
    {
        if (Text(name).Length > 0)
        {
            Notices.Add(notice.With(Shown(Text(name))));
        }

        return null;
    }

    private int? Number(string name, string notice) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : Unknown<int>(name, notice);

    private DateOnly? Day() =>
        DateOnly.TryParseExact(Text("asof"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= EarliestYear and <= LatestYear
            ? day
            : Unknown<DateOnly>("asof", PageTexts.NotADay);

    /// <summary>A day means its last moment in UTC, as it does for the commands.</summary>
    private DateTimeOffset? Instant()
    {
        var text = Text("knownat");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= EarliestYear and <= LatestYear)
        {
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMilliseconds(-1);
        }

        return DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && instant.Year is >= EarliestYear and <= LatestYear
            ? instant
            : Unknown<DateTimeOffset>("knownat", PageTexts.NotAnInstant);
    }

    private string Search()
    {
        var text = Text("q");
        if (text.Length <= LongestSearch)
        {
            return text;
        }

        Notices.Add(PageTexts.SearchTooLong.With(LongestSearch));
        return text[..LongestSearch];
    }
}
