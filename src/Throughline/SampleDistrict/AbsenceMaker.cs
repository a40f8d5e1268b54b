using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;

namespace Throughline.SampleDistrict;

/// <summary>How many of each group had missed a tenth of their days or more when a month ended.</summary>
/// <param name="End">The month's last day.</param>
/// <param name="Absent">For "all" and each group with a figure, how many.</param>
internal sealed record AbsenceFigures(DateOnly End, IReadOnlyDictionary<string, long> Absent);

/// <summary>
/// Makes one school's year of days so that its figures of chronic absence come out month by month: first who had missed a
/// tenth of the days when each month ended, then on how many days each student was away, then on which.
/// </summary>
/// <param name="school">The school's code.</param>
/// <param name="year">The school year.</param>
/// <param name="last">The last day of which attendance has come, included.</param>
/// <param name="more">How much more than usual is missed, in days of a thousand.</param>
/// <param name="dice">For what no figure says.</param>
internal sealed class AbsenceMaker(string school, SchoolYear year, DateOnly last, int more, Dice dice)
{
    private const int FewestDays = 20;

    private readonly List<DateOnly> days = [.. DaysOf(DefaultCalendar.For(year))];

    public string School => school;

    public SchoolYear Year => year;

    /// <summary>The last day of which attendance has come, included.</summary>
    public DateOnly Last => last;

    /// <summary>The school days of the year; what has come is a part of them, from the first.</summary>
    public IReadOnlyList<DateOnly> Days => days;

    /// <summary>Each student's marks that are not "there", by day.</summary>
    /// <param name="roll">Whoever was on the school's roll in the year.</param>
    /// <param name="figures">In the order of the months.</param>
    public Dictionary<Pupil, IReadOnlyDictionary<DateOnly, DayMark>> Of(IReadOnlyList<Pupil> roll, IReadOnlyList<AbsenceFigures> figures)
    {
        var ends = figures.Select(f => f.End).Append(last).Distinct().ToList();
        var absent = new List<HashSet<Pupil>>();
        foreach (var figure in figures)
        {
            var asked = roll.Where(p => MemberDays(p, figure.End) >= FewestDays).ToLookup(p => IsThere(p, figure.End));

            // Whoever has left stays as they were.
            var left = asked[false].Where(p => absent.LastOrDefault()?.Contains(p) == true).ToHashSet();
            var wanted = figure.Absent.ToDictionary(f => f.Key, f => f.Value - left.Count(p => f.Key == "all" || p.GroupsIn(year).Contains(f.Key)));
            var picked = new GroupPick<Pupil>([.. asked[true].Select(p => (p, p.GroupsIn(year)))], dice)
                .Of(wanted, absent.LastOrDefault(), $"{school}, absence to {figure.End:O}");
            absent.Add([.. picked, .. left]);
        }

        return roll.ToDictionary(p => p, IReadOnlyDictionary<DateOnly, DayMark> (p) => Marks(p, ends, [.. absent.Select(a => a.Contains(p))]));
    }

    private static IEnumerable<DateOnly> DaysOf(SchoolCalendar calendar)
    {
        for (var day = calendar.FirstDay; day <= calendar.LastDay; day = day.AddDays(1))
        {
            if (calendar.InSession(day))
            {
                yield return day;
            }
        }
    }

    private Dictionary<DateOnly, DayMark> Marks(Pupil pupil, List<DateOnly> ends, bool[] isAbsent)
    {
        var marks = new Dictionary<DateOnly, DayMark>();
        var after = DateOnly.MinValue;
        foreach (var (end, away) in ends.Zip(DaysAway(pupil, ends, isAbsent)))
        {
            var (first, past) = (DaysTo(after), DaysTo(end));
            Place(marks, days.GetRange(first, past - first).FindAll(d => IsThere(pupil, d)), away);
            after = end;
        }

        return marks;
    }

    /// <summary>
    /// On how many days of each month a student was away. The days up to a month's end lie between the fewest and the most that
    /// agree with that month and with those after it.
    /// </summary>
    private int[] DaysAway(Pupil pupil, List<DateOnly> ends, bool[] isAbsent)
    {
        var member = ends.ConvertAll(e => MemberDays(pupil, e));
        var (fewest, most) = (new int[ends.Count], new int[ends.Count]);
        for (var month = 0; month < ends.Count; month++)
        {
            var asked = month < isAbsent.Length && member[month] >= FewestDays;
            fewest[month] = asked && isAbsent[month] ? (member[month] + 9) / 10 : 0;
            most[month] = asked && !isAbsent[month] ? ((member[month] + 9) / 10) - 1 : member[month];
        }

        for (var month = ends.Count - 2; month >= 0; month--)
        {
            most[month] = Math.Min(most[month], most[month + 1]);
            fewest[month] = Math.Max(fewest[month], fewest[month + 1] - (member[month + 1] - member[month]) + 1);
        }

        // Most miss few days and some miss many.
        var often = isAbsent.Length > 0 && isAbsent[^1] ? dice.Between(105, 150 + (2 * more)) : dice.Between(0, 9) < 3 ? dice.Between(40, 85) : dice.Between(4, 40 + more);
        var (so, away) = (0, new int[ends.Count]);
        for (var month = 0; month < ends.Count; month++)
        {
            var likely = member[month] * (often + dice.Between(-6, 6)) / 1_000;
            var until = Math.Max(Math.Clamp(likely, Math.Min(fewest[month], most[month]), most[month]), so);
            away[month] = Math.Min(until - so, month == 0 ? member[0] : member[month] - member[month - 1]);
            so += away[month];
        }

        return away;
    }

    /// <summary>Absences come in spells of one to three days.</summary>
    private void Place(Dictionary<DateOnly, DayMark> marks, List<DateOnly> among, int away)
    {
        while (away > 0)
        {
            var at = dice.Between(0, among.Count - 1);
            var mark = dice.Between(0, 9) < 6 ? DayMark.Excused : DayMark.Unexcused;
            for (var spell = dice.Between(1, 3); spell > 0 && away > 0; spell--, at++)
            {
                if (at < among.Count && marks.TryAdd(among[at], mark))
                {
                    away--;
                }
            }
        }

        foreach (var day in among.Where(_ => dice.Between(0, 39) == 0))
        {
            marks.TryAdd(day, DayMark.Tardy);
        }
    }

    /// <summary>How many school days a student was on the roll up to a day, as far as attendance has come.</summary>
    private int MemberDays(Pupil pupil, DateOnly end)
    {
        var days = 0;
        foreach (var stay in pupil.Stays)
        {
            if (stay.School == school && stay.Year == year)
            {
                var until = stay.Last < end ? stay.Last : end;
                days += Math.Max(0, DaysTo(until < last ? until : last) - DaysTo(stay.First.AddDays(-1)));
            }
        }

        return days;
    }

    /// <summary>How many school days there are up to a day, included.</summary>
    private int DaysTo(DateOnly day) => days.BinarySearch(day) is var place && place >= 0 ? place + 1 : ~place;

    public bool IsThere(Pupil pupil, DateOnly day) => pupil.Stays.Exists(s => s.School == school && s.First <= day && s.Last >= day);
}
