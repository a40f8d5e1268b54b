using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Evidence;

namespace Throughline.Tests.Evidence;

/// <summary>Everything that was said of students' days, in the order it was said, and what it comes to, counted the slow way.</summary>
internal sealed class RawAttendance(SchoolYear year)
{
    private readonly List<(DateTimeOffset At, int School, DateOnly Day, bool Kept)> days = [];
    private readonly List<(DateTimeOffset At, int School, DateOnly Day, bool Full, Dictionary<int, DayMark> Marks)> marks = [];
    private readonly List<(DateTimeOffset At, int Student, int School, DateOnly First, DateOnly? Last, string? Grade, bool Withdrawn)> enrolments = [];
    private readonly List<(DateTimeOffset At, int Student, string Group, DateOnly First, DateOnly? Last, bool Withdrawn)> memberships = [];

    public void Day(DateTimeOffset at, int school, DateOnly day, bool kept) => days.Add((at, school, day, kept));

    public void Marks(DateTimeOffset at, int school, DateOnly day, bool full, Dictionary<int, DayMark> of) => marks.Add((at, school, day, full, of));

    public void Enrolment(DateTimeOffset at, int student, int school, DateOnly first, DateOnly? last, string? grade, bool withdrawn) =>
        enrolments.Add((at, student, school, first, last, grade, withdrawn));

    public void Membership(DateTimeOffset at, int student, string group, DateOnly first, DateOnly? last, bool withdrawn) =>
        memberships.Add((at, student, group, first, last, withdrawn));

    /// <summary>The standing totals of some schools together, each student once, as known at an instant.</summary>
    public Known At(DateTimeOffset at) => new(
        marks.Where(m => m.At <= at).GroupBy(m => (m.School, m.Day))
            .Where(g => days.Last(d => d.School == g.Key.School && d.Day == g.Key.Day && d.At <= at).Kept)
            .ToDictionary(g => g.Key, g => (g.First().Full, Marks: g.SelectMany(m => m.Marks).GroupBy(m => m.Key).ToDictionary(m => m.Key, m => m.Last().Value))),
        [.. enrolments.Where(e => e.At <= at).GroupBy(e => (e.Student, e.School, e.First)).Select(g => g.Last()).Where(e => !e.Withdrawn)
            .Select(e => (e.Student, e.School, e.First, e.Last ?? year.End, e.Grade))],
        [.. memberships.Where(m => m.At <= at).GroupBy(m => (m.Student, m.Group, m.First)).Select(g => g.Last()).Where(m => !m.Withdrawn)
            .Select(m => (m.Student, m.Group, m.First, m.Last ?? year.End))]);

    internal sealed record Known(
        Dictionary<(int School, DateOnly Day), (bool Full, Dictionary<int, DayMark> Marks)> Days,
        List<(int Student, int School, DateOnly First, DateOnly Last, string? Grade)> Enrolments,
        List<(int Student, string Group, DateOnly First, DateOnly Last)> Memberships)
    {
        public string? Difference(AttendanceTotals totals, IReadOnlyCollection<int> schools, IReadOnlyList<Period> periods)
        {
            // One line a student and day that counts, with all its groups.
            var facts = (from e in Enrolments.Where(e => schools.Contains(e.School)).Select(e => (e.Student, e.School)).Distinct()
                         from d in Days.Where(d => d.Key.School == e.School)
                         let day = d.Key.Day
                         where Enrolments.Exists(x => x.Student == e.Student && x.School == e.School && day >= x.First && day <= x.Last)
                         let mark = d.Value.Marks.GetValueOrDefault(e.Student, d.Value.Full ? DayMark.Unknown : DayMark.Present)
                         where mark != DayMark.Unknown
                         select (e.Student, Day: day, Mark: mark, Groups: GroupsOf(e.Student, e.School, day))).ToList();
            for (var group = 0; group < totals.Groups; group++)
            {
                var inGroup = facts.FindAll(f => group == 0 || f.Groups.Contains(StudentGroup.Names[group]));
                for (var period = 0; period < periods.Count; period++)
                {
                    var students = inGroup.Where(f => periods[period].Contains(f.Day)).GroupBy(f => f.Student).Select(Count).ToList();
                    var sums = totals[group, period];
                    var expected = (students.Count, students.Sum(s => s.Member), students.Sum(s => s.Absent), students.Sum(s => s.Open), students.Sum(s => s.Late));
                    if (expected != (sums.Students, sums.Member / 2m, sums.Absent / 2m, sums.Unexcused / 2m, sums.Tardy))
                    {
                        return $"{StudentGroup.Names[group]} {periods[period]}: {expected} but {sums}";
                    }

                    for (var test = 0; test < Standing.Tests.Count; test++)
                    {
                        var rule = Standing.Tests[test];
                        var asked = students.FindAll(s => s.Member >= rule.MinimumDays);
                        var holds = asked.Count(s => (rule.UnexcusedOnly ? s.Open : s.Absent) is var away && 100 * away >= (rule.Percent ?? 0) * s.Member && away >= (rule.Days ?? 0));
                        if (totals[group, period, test] != (holds, asked.Count))
                        {
                            return $"{StudentGroup.Names[group]} {periods[period]} {rule}: {holds} of {asked.Count} but {totals[group, period, test]}";
                        }
                    }
                }
            }

            return null;
        }

        private static (decimal Member, decimal Absent, decimal Open, int Late) Count(IEnumerable<(int, DateOnly, DayMark Mark, HashSet<string>)> days)
        {
            var marks = days.Select(d => d.Mark).ToList();
            var (whole, half) = (marks.Count(m => m is DayMark.Excused or DayMark.Unexcused), marks.Count(m => m is DayMark.HalfExcused or DayMark.HalfUnexcused));
            var open = marks.Count(m => m == DayMark.Unexcused) + (marks.Count(m => m == DayMark.HalfUnexcused) / 2m);
            return (marks.Count, whole + (half / 2m), open, marks.Count(m => m == DayMark.Tardy));
        }

        private HashSet<string> GroupsOf(int student, int school, DateOnly day)
        {
            var groups = Memberships.Where(m => m.Student == student && day >= m.First && day <= m.Last).Select(m => m.Group)
                .Concat(Enrolments.Where(e => e.Student == student && e.School == school && day >= e.First && day <= e.Last && e.Grade is not null).Select(e => "grade_" + e.Grade))
                .ToHashSet(StringComparer.Ordinal);
            if (groups.Contains("english_learner"))
            {
                groups.Add("english_learner_or_former");
            }

            if (groups.Overlaps(["low_income", "english_learner_or_former", "disability"]))
            {
                groups.Add("high_needs");
            }

            return groups;
        }
    }
}
