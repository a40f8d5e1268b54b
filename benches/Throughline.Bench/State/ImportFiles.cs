using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;

namespace Throughline.Bench.State;

/// <summary>The invented state as the files that a district would send: schools, students, days of school, attendance.</summary>
internal static class ImportFiles
{
    public const string Schools = "schools.csv";
    public const string Students = "students.csv";
    public const string Calendar = "calendar.csv";
    public const string Attendance = "attendance.csv";

    private static readonly string[] Facets = ["race", "sex", "english learner", "disability", "low income"];

    public static void Write(string folder, int schools)
    {
        var state = new InventedState(schools);
        using (var writer = To(folder, Schools))
        {
            writer.WriteLine("school_code,district_code,district,school");
            for (var school = 0; school < schools; school++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Code(school)},d{InventedState.DistrictOf(school):00000},District {InventedState.DistrictOf(school)},School {school}"));
            }
        }

        using (var writer = To(folder, Calendar))
        {
            writer.WriteLine("school code,date");
            foreach (var (school, day) in Enumerable.Range(0, schools).SelectMany(s => InventedState.DaysOf(InventedState.DistrictOf(s)).Days.Select(d => (s, d))))
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Code(school)},{day:yyyy-MM-dd}"));
            }
        }

        WriteStudents(folder, state);
        WriteAttendance(folder, state);
    }

    private static void WriteStudents(string folder, InventedState state)
    {
        using var writer = To(folder, Students);
        writer.WriteLine("student id,school code,grade,entry date,exit date,school year," + string.Join(',', Facets));
        for (var student = 0; student < state.Students; student++)
        {
            var home = state.SchoolOf(student);
            var groups = InventedState.GroupsOf(student).Select(g => StudentGroup.Names[g.Group]).ToList();
            var facts = string.Join(',', (string[])[groups[2]["grade_".Length..]]) + ",{0},{1},2025-26," + string.Join(
                ',', groups[0].Replace('_', ' '), groups[1], YesNo("english_learner"), YesNo("disability"), YesNo("low_income"));
            var days = InventedState.DaysOf(InventedState.DistrictOf(home)).Days;
            var move = state.MoveOf(student);
            Line(home, days[0], move is { } left ? days[left.Place - 1] : null);
            if (move is { } to)
            {
                Line(to.School, InventedState.DaysOf(InventedState.DistrictOf(to.School)).Days[to.Place], null);
            }

            string YesNo(string group) => groups.Contains(group) ? "Y" : "N";

            void Line(int school, DateOnly first, DateOnly? last) => writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Number(student)},{Code(school)},")
                + facts.Replace("{0}", first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{1}", last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    /// <summary>A mark for each student and day, day by day: each row is another student's.</summary>
    private static void WriteAttendance(string folder, InventedState state)
    {
        var rows = StateStore.Years(state).ToList();
        var days = Enumerable.Range(0, state.Schools).Select(s => InventedState.DaysOf(InventedState.DistrictOf(s)).Days).ToArray();
        using var writer = To(folder, Attendance);
        writer.WriteLine("student id,school code,date,status");
        for (var place = 0; place < InventedState.Days; place++)
        {
            foreach (var (school, student, year) in rows)
            {
                if (year.Days.Enrolled[place])
                {
                    var mark = year.Days.Mark(place, full: false) switch
                    {
                        DayMark.Tardy => "T",
                        DayMark.HalfExcused => "HE",
                        DayMark.HalfUnexcused => "H",
                        DayMark.Excused => "E",
                        DayMark.Unexcused => "A",
                        _ => "P",
                    };
                    writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Number(student)},{Code(school)},{days[school][place]:yyyy-MM-dd},{mark}"));
                }
            }
        }
    }

    private static long Number(int student) => 1_000_000_000L + student;

    private static string Code(int school) => school.ToString("'s'00000", CultureInfo.InvariantCulture);

    private static StreamWriter To(string folder, string name) => new(Path.Combine(folder, name), append: false, System.Text.Encoding.UTF8, 1 << 20) { NewLine = "\n" };
}
