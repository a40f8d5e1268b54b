using System.Globalization;
using System.Text;
using Throughline.Benchmarks.Targets;
using Throughline.Ui;

namespace Throughline.Features.StateSchools;

/// <summary>The columns that the list can be sorted by. The names are those of the address.</summary>
public enum SchoolSort
{
    /// <summary>Who needs most comes first.</summary>
    Need,
    Name,
    District,
    Value,
    Year,
}

/// <summary>
/// All that an address says about the list of schools; a page, its download and the proof of one school read the same
/// words. Only what differs from the usual is written back, so that an address stays short and can be shared.
/// </summary>
public sealed record SchoolsQuery
{
    /// <summary>The benchmark's id; null is the first of the state's.</summary>
    public int? Benchmark { get; init; }

    /// <summary>The day that decides what is due, as the address gives it; null is today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The instant that decides which figures were known; null is now.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    public Status? Status { get; init; }

    /// <summary>A district's code.</summary>
    public string? District { get; init; }

    /// <summary>Words of a school's name, or its code; empty for all.</summary>
    public string Search { get; init; } = "";

    public SchoolSort Sort { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether the list is narrowed by anything.</summary>
    public bool IsFiltered => Status is not null || District is not null || Search.Length > 0;

    /// <summary>The same list sorted by a column: once more turns it round.</summary>
    public SchoolsQuery SortedBy(SchoolSort sort) =>
        this with { Sort = sort, IsDescending = sort == Sort && !IsDescending, Page = 1 };

    /// <summary>This question put to an address: "/state/schools?status=off_track&amp;page=2".</summary>
    public string Href(string path)
    {
        var href = new StringBuilder(path);
        Add("benchmark", Benchmark?.ToString(CultureInfo.InvariantCulture));
        Add("asof", AsOf is { } day ? Dates.Iso(day) : null);
        Add("knownat", KnownAt is { } instant ? Dates.Iso(instant) : null);
        Add("status", Status is { } status ? Words.Of(status) : null);
        Add("district", District);
        Add("q", Search.Length > 0 ? Search : null);
        Add("sort", Sort == SchoolSort.Need ? null : Words.Of(Sort));
        Add("dir", IsDescending ? "desc" : null);
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return href.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                href.Append(href.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
