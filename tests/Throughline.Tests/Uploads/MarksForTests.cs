using System.Text;
using Throughline.Data;

namespace Throughline.Tests.Uploads;

/// <summary>The marks of a quarter at Tannery Hill as its registrar has them: letters and numbers, no date, and headings of its own.</summary>
internal static class MarksForTests
{
    public const string School = "tannery-hill";

    private static readonly string[] Courses = ["ELA07", "MAT07", "SCI07", "SOC07"];

    /// <param name="database">With the sample.</param>
    /// <param name="failing">How many students fail a course.</param>
    /// <param name="isMessy">Whether a mark is one that nobody knows, and one is there twice.</param>
    /// <returns>The file, and the lines of the three rows that are amiss.</returns>
    public static async Task<(byte[] File, IReadOnlyList<int> Lines)> OfQuarterAsync(Database database, int failing, bool isMessy)
    {
        await using var session = await Throughline.Data.Session.BeginReadAsync(database, default);
        var students = await session.RowsAsync(
            """
            SELECT DISTINCT s.code FROM students s JOIN enrolments e ON e.student_id = s.id JOIN organizations o ON o.id = e.organization_id
            WHERE o.code = @school AND e.first_day <= @day AND (e.last_day IS NULL OR e.last_day >= @day) ORDER BY s.code
            """,
            r => r.GetString(0),
            default,
            ("school", School),
            ("day", new DateOnly(2026, 1, 23)));
        var text = new StringBuilder("STUDENT_ID,GR,TERM,COURSE_CD,MARK,HMRM\n");
        var (line, amiss) = (1, new List<int>());
        for (var i = 0; i < students.Count; i++)
        {
            foreach (var course in Courses)
            {
                var mark = i < failing && course == "MAT07" ? (i % 2 == 0 ? "F" : "41") : i % 3 == 0 ? "88" : "B-";
                if (isMessy && i == 300 && course == "SCI07")
                {
                    (mark, _) = ("I", line);
                    amiss.Add(line + 1);
                }

                text.Append(students[i]).Append(",07,Q2,").Append(course).Append(',').Append(mark).Append(",214\n");
                line++;
                if (isMessy && i == 320 && course == "ELA07")
                {
                    text.Append(students[i]).Append(",07,Q2,").Append(course).Append(",C,118\n");
                    line++;
                    amiss.AddRange([line - 1, line]);
                }
            }
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), amiss);
    }
}
