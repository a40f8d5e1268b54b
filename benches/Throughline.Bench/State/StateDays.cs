using System.Diagnostics;
using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Bench.State;

/// <summary>Records a new day at one school after another, and says how long each took, in milliseconds.</summary>
internal static class StateDays
{
    private const int Unmeasured = 100;

    public static async Task RunAsync(Database database, int count)
    {
        var at = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        List<int> ids;
        await using (var session = await Session.BeginReadAsync(database, default))
        {
            ids = await session.RowsAsync("SELECT id FROM organizations WHERE kind = 'School' ORDER BY code", r => r.GetInt32(0), default);
        }

        for (var i = 0; i < 2 * (count + Unmeasured); i++)
        {
            var (school, full) = (ids[i * 7 % ids.Count], i % 2 == 1);
            var day = new DateOnly(2026, 6, 15).AddDays(i / ids.Count);
            IReadOnlyDictionary<int, DayMark> marks;
            await using (var session = await Session.BeginAsync(database, default))
            {
                var recorder = new AttendanceRecorder(session, at.AddSeconds(2 * i));
                var now = await new AttendanceRows(session).SchoolAsync(school, InventedState.Year, default);
                await recorder.DaysAsync(school, InventedState.Year, [.. now.Days.Days.Days, day], default);
                await session.CommitAsync(default);
                marks = now.Students.Keys.Where(s => full || s % 13 == 0).ToDictionary(s => s, s => s % 13 == 0 ? DayMark.Unexcused : DayMark.Present);
            }

            var start = Stopwatch.GetTimestamp();
            await using (var session = await Session.BeginAsync(database, default))
            {
                await new AttendanceRecorder(session, at.AddSeconds((2 * i) + 1)).MarksAsync(school, InventedState.Year, [new DayAttendance(day, full, marks)], default);
                await session.CommitAsync(default);
            }

            if (i >= 2 * Unmeasured)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(full ? "all" : "some")} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.000}"));
            }
        }
    }
}
