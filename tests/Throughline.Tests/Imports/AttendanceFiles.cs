using System.Globalization;
using Throughline.Benchmarks.Attendance;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Imports;

/// <summary>Short ways to attendance files on the two schools of <see cref="SmallDistrict"/>, whose calendars and rolls are there already.</summary>
internal static class AttendanceFiles
{
    public const string Head = "student_id,school_code,date,status\n";

    public static readonly DateTimeOffset Later = SmallDistrict.Autumn.AddDays(1);

    /// <summary>A byte or some changed, lost, doubled, or the end cut off.</summary>
    public static byte[] Damage(Random random, byte[] bytes)
    {
        var all = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(all.Count);
            switch (random.Next(6))
            {
                case 0:
                    all[at] = (byte)random.Next(256);
                    break;
                case 1:
                    all.RemoveAt(at);
                    break;
                case 2:
                    all.InsertRange(at, all.Skip(random.Next(all.Count)).Take(random.Next(30)).ToList());
                    break;
                case 3:
                    all.RemoveRange(at, Math.Min(random.Next(40), all.Count - at));
                    break;
                case 4:
                    all.Insert(at, "\",;\t|\r\n\0"u8[random.Next(8)]);
                    break;
                default:
                    all.RemoveRange(at, all.Count - at);
                    break;
            }

            if (all.Count == 0)
            {
                break;
            }
        }

        return [.. all];
    }

    public static string Row(string student, string school, DateOnly day, string mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{student},{school},{day:yyyy-MM-dd},{mark}\n");

    /// <summary>The two schools with their calendars and rolls, and no attendance.</summary>
    public static async Task<TestDatabase> OpenAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.RollAsync(test.Database);
        return test;
    }

    public static Task<ImportResult> ImportAsync(Database database, string csv, AttendanceWay? way = null, bool accept = false, bool dryRun = false, DateTimeOffset? at = null) =>
        AttendanceImport.RunAsync(database, Importing.Write(database, "days.csv", csv), way ?? new AttendanceWay(), Importing.Options(accept, dryRun, at ?? Later), default);

    /// <summary>What is recorded; null where nothing came for the day, if that is asked.</summary>
    public static async Task<DayMark?> MarkAsync(Database database, string student, string school, int place, bool arrived = false)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var id = (int)await session.NumberAsync("SELECT id FROM organizations WHERE code = @code", default, ("code", school));
        var its = await new AttendanceRows(session).SchoolAsync(id, SmallDistrict.Year, default);
        var who = (int)await session.NumberAsync("SELECT id FROM students WHERE code = @code", default, ("code", student));
        return arrived && its.Days.All[place].ArrivedAt is null ? null : its.Of(who).Days.Mark(place, its.Days.All[place].Full);
    }

    public static async Task<string> StateAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        var rows = await session.RowsAsync("SELECT days FROM attendance UNION ALL SELECT days FROM school_years UNION ALL SELECT marks FROM attendance_corrections", r => Convert.ToHexString(r.GetFieldValue<byte[]>(0)), default);
        return string.Join(' ', rows.Order(StringComparer.Ordinal)) + await session.NumberAsync("SELECT COUNT(*) FROM imports", default);
    }

    public static async Task<string> CellsAsync(TestDatabase test, DateTimeOffset? knownAt = null) => await SmallDistrict.CellsAsync(test.Database, "attendance_rate", knownAt);
}
