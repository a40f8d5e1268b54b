using Throughline.Benchmarks.Attendance;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>What became of a row; of several that hold, the last.</summary>
internal enum Became
{
    Unchanged,
    Changed,
    Added,
    Refused,
}

/// <summary>A row of a calendar: whether a school, or the schools of a district, keep school on a day.</summary>
internal sealed class CalendarDay(DateOnly day, bool isKept, long line)
{
    public DateOnly Day => day;

    public bool IsKept => isKept;

    public long Line => line;

    public Became Became { get; set; }

    /// <summary>Compares it with a school's days as they are known.</summary>
    public void Say(Dictionary<DateOnly, SchoolDay> known)
    {
        var was = known.TryGetValue(day, out var its) ? its.CancelledAt is null : (bool?)null;
        var now = (was, isKept) switch
        {
            (null, true) => Became.Added,
            (null, false) => Became.Unchanged,
            _ => was == isKept ? Became.Unchanged : Became.Changed,
        };
        Became = now > Became ? now : Became;
    }
}

/// <summary>Reads the rows of a calendar, a day of a school or of a district in each.</summary>
internal sealed class CalendarSheet(CsvRows rows, Places places, Refusals refusals)
{
    private readonly Dictionary<(int Organization, DateOnly Day), CalendarDay> days = [];
    private readonly Dates dates = new();
    private readonly int school = SheetWords.Need(rows, "school", ImportTexts.ColumnSchool);
    private readonly int date = SheetWords.Need(rows, "date", ImportTexts.ColumnDay);
    private readonly int kind = SheetWords.Find(rows, "kind");

    /// <summary>Whether it says of each day what it is; otherwise it lists the days of school.</summary>
    public bool HasKinds => kind >= 0;

    public long Rows { get; private set; }

    public string Note => (HasKinds ? ImportTexts.CalendarKinds : ImportTexts.CalendarList).With(dates.Words);

    public long Count(Became became) => days.Values.LongCount(d => d.Became == became);

    public void Read(Action<long> progress, CancellationToken cancel)
    {
        while (rows.Read())
        {
            if (++Rows % 10_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress(Rows);
            }

            Take();
        }

        if (Rows == 0)
        {
            throw new Problem(ImportTexts.FileNoRows.With(rows.Name));
        }
    }

    /// <summary>What is said of each school, a district's days before the school's own.</summary>
    public IEnumerable<(int School, IReadOnlyCollection<CalendarDay> Days)> BySchool()
    {
        var byOrganization = days.ToLookup(d => d.Key.Organization, d => d.Value);
        var schools = new SortedDictionary<int, Dictionary<DateOnly, CalendarDay>>();
        foreach (var (organization, its) in byOrganization.Select(o => (o.Key, Schools: places.SchoolsOf(o.Key).ToList())).OrderBy(o => o.Schools is [var one] && one == o.Key))
        {
            foreach (var one in its)
            {
                schools.TryAdd(one, []);
                foreach (var day in byOrganization[organization])
                {
                    schools[one][day.Day] = day;
                }
            }
        }

        return schools.Select(s => (s.Key, (IReadOnlyCollection<CalendarDay>)s.Value.Values));
    }

    private void Take()
    {
        if (rows.Fault is { } fault)
        {
            refusals.Add(new Refusal(rows.Line, "", rows.Raw, fault));
        }
        else if (places.WithCode(rows.Text(school)) is not { } organization)
        {
            Refuse(school, ImportTexts.OrganizationUnknown);
        }
        else if (!dates.TryRead(rows[date], out var day))
        {
            Refuse(date, ImportTexts.DateUnreadable.With(dates.Words));
        }
        else if (Kept() is not { } isKept)
        {
            Refuse(kind, ImportTexts.DayKindUnknown);
        }
        else if (!days.TryAdd((organization, day), new CalendarDay(day, isKept, rows.Line)) && days[(organization, day)].IsKept != isKept)
        {
            Refuse(kind, ImportTexts.DayTwice.With(days[(organization, day)].Line));
        }
    }

    private bool? Kept() => !HasKinds ? true : SheetWords.Meaning("kinds", rows.Text(kind)) switch
    {
        "kept" => true,
        "not_kept" => false,
        _ => null,
    };

    private void Refuse(int column, string reason) => refusals.Add(new Refusal(rows.Line, rows.Header[column], rows.Text(column), reason));
}
