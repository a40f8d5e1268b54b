using System.Globalization;
using Throughline.Benchmarks.Calendar;

namespace Throughline.SampleDistrict;

/// <summary>How many students a school has in a year, as its figures of absence say it.</summary>
/// <param name="Year">The school year.</param>
/// <param name="Months">For each month with a figure, its last day and on how many it rests.</param>
/// <param name="Groups">How many of each group are there.</param>
internal sealed record RollFigures(SchoolYear Year, IReadOnlyList<(DateOnly End, long Students)> Months, IReadOnlyDictionary<string, long> Groups);

/// <summary>
/// Fills the rolls of the schools that keep records, so that each month's figures of absence rest on as many as the plan says.
/// Most students stay; each June the oldest leave, each August the youngest come.
/// </summary>
internal sealed class SampleRoll
{
    /// <summary>A student is asked about from this many days on the roll on.</summary>
    private const int FewestDays = 20;

    private static readonly HashSet<string> Races = ["hispanic", "white", "black", "asian", "american_indian", "pacific_islander", "multi_race"];

    private readonly Dice dice = new(2_025);

    public List<Pupil> Pupils { get; } = [];

    /// <summary>Two years of a school.</summary>
    /// <param name="school">Its code.</param>
    /// <param name="grades">From the youngest.</param>
    /// <param name="last">Last year.</param>
    /// <param name="now">This year.</param>
    public void Add(string school, IReadOnlyList<string> grades, RollFigures last, RollFigures now)
    {
        var before = Fill(school, grades, last, []);
        var stayed = before.Where(p => p.Stays[^1].Grade != grades[^1]).ToList();
        var after = Fill(school, grades, now, stayed);
        Assign(last, before, after: null);
        Assign(now, after, last.Year);
    }

    /// <summary>A student who leaves one of the schools for another on a day in the year.</summary>
    public static void Move(Pupil pupil, string to, DateOnly first)
    {
        var stay = pupil.Stays[^1];
        pupil.Stays[^1] = stay with { Last = first.AddDays(-1) };
        pupil.Stays.Add(stay with { School = to, First = first, Last = stay.Year.End });
    }

    /// <summary>A student who came too late, or left too early, to be asked about.</summary>
    public Pupil AddBriefly(string school, SchoolYear year, string grade, DateOnly first, DateOnly last)
    {
        var pupil = New();
        pupil.Stays.Add(new Stay(school, year, grade, first, last));
        pupil.Join(year, "hispanic");
        return pupil;
    }

    /// <summary>The latest day on which a student can come and have days enough when a month ends.</summary>
    public static DateOnly Joins(SchoolCalendar calendar, DateOnly end)
    {
        var day = end;
        for (var days = calendar.InSession(day) ? 1 : 0; days < FewestDays; days += calendar.InSession(day) ? 1 : 0)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private List<Pupil> Fill(string school, IReadOnlyList<string> grades, RollFigures figures, List<Pupil> stayed)
    {
        var calendar = DefaultCalendar.For(figures.Year);
        var roll = new List<Pupil>();
        var first = figures.Months[0].Students;
        foreach (var pupil in stayed.Take((int)first))
        {
            var grade = grades[grades.ToList().IndexOf(pupil.Stays[^1].Grade) + 1];
            pupil.Stays.Add(new Stay(school, figures.Year, grade, calendar.FirstDay, figures.Year.End));
            roll.Add(pupil);
        }

        // The youngest grade takes whoever is new, and the others a few.
        foreach (var (end, students) in figures.Months)
        {
            while (roll.Count < students)
            {
                var grade = stayed.Count == 0 || roll.Count >= first ? grades[roll.Count % grades.Count] : grades[dice.Between(0, 11) == 0 ? dice.Between(0, grades.Count - 1) : 0];
                var pupil = New();
                pupil.Stays.Add(new Stay(school, figures.Year, grade, roll.Count < first ? calendar.FirstDay : Joins(calendar, end), figures.Year.End));
                roll.Add(pupil);
            }
        }

        return roll;
    }

    /// <summary>Puts as many into each group as there are to be; who was in it last year stays in it where that can be.</summary>
    private static void Assign(RollFigures figures, List<Pupil> roll, SchoolYear? after)
    {
        var late = roll.Where(p => p.Stays.Exists(s => s.Year == figures.Year && s.First > DefaultCalendar.For(figures.Year).FirstDay)).ToHashSet();
        var without = roll.ToHashSet();
        foreach (var (group, count) in figures.Groups.Where(g => g.Key != "all").OrderBy(g => Races.Contains(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var isRace = Races.Contains(group);
            var chosen = roll.Where(p => !isRace || without.Contains(p))
                .OrderBy(late.Contains)
                .ThenByDescending(p => after is { } year && p.GroupsIn(year).Contains(group))
                .ThenBy(p => Mixed(p.Code, group))
                .Take((int)count)
                .ToList();
            foreach (var pupil in chosen)
            {
                pupil.Join(figures.Year, group);
                if (isRace)
                {
                    without.Remove(pupil);
                }
            }
        }
    }

    /// <summary>A number for a student and a group in which neither shows: dice thrown one after the other would put the same students into every group.</summary>
    private static uint Mixed(string code, string group)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in code + group)
        {
            hash = unchecked((hash ^ letter) * 16_777_619u);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x45d9f3bu);
        return hash ^ (hash >> 16);
    }

    private Pupil New()
    {
        var pupil = new Pupil((200_001 + (Pupils.Count * 7)).ToString(CultureInfo.InvariantCulture));
        Pupils.Add(pupil);
        return pupil;
    }
}
