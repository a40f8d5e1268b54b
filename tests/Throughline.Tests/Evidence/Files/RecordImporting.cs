using System.Text;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>Short ways to bring records in and to see what became of them.</summary>
internal static class RecordImporting
{
    public static readonly DateTimeOffset Later = SmallDistrict.Autumn.AddDays(1);

    /// <summary>The district of two schools with its three students, and no records.</summary>
    public static async Task<TestDatabase> DistrictAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await SmallDistrict.FillAsync(test.Database);
        return test;
    }

    public static async Task<ImportResult> RecordsAsync(
        this Database database, string import, string csv, bool accept = false, bool dryRun = false, bool complete = false, DateTimeOffset? at = null, (DateOnly First, DateOnly Last)? days = null, params string[] said)
    {
        var path = Path.Combine(database.Folder, "file.csv");
        await File.WriteAllTextAsync(path, csv, new UTF8Encoding(false));
        return await database.RecordFileAsync(import, path, accept, dryRun, complete, at, days, said);
    }

    public static Task<ImportResult> RecordFileAsync(
        this Database database, string import, string path, bool accept = false, bool dryRun = false, bool complete = false, DateTimeOffset? at = null, (DateOnly First, DateOnly Last)? days = null, params string[] said) =>
        RecordImport.RunAsync(database, import, path, new RecordImportOptions(Importing.Options(accept, dryRun, at ?? SmallDistrict.Autumn), complete, said) { First = days?.First, Last = days?.Last }, default);

    /// <summary>Numerator and denominator of each organization over the school year.</summary>
    public static Task<string> YearAsync(this Database database, string measure, DateTimeOffset? knownAt = null) =>
        CellsTests.ShareAsync(database, measure, "all", knownAt, Cadence.Year);

    /// <summary>Read, added, changed, unchanged, refused.</summary>
    public static string Counts(this ImportResult r) => FormattableString.Invariant($"{r.Read}: {r.Added} {r.Changed} {r.Unchanged} {r.Refused}");

    /// <summary>Every record that was ever stored: key, day, fields.</summary>
    public static async Task<List<string>> StoredAsync(this Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        return await session.RowsAsync(
            "SELECT kind, organization_id, day, about, fields, withdrawn, recorded_at FROM records ORDER BY kind, organization_id, fields, \"key\", recorded_at",
            r => string.Join(' ', r.GetString(0), r.GetInt32(1), r.GetFieldValue<DateOnly>(2).ToString("yyyy-MM-dd"), r.GetString(4), r.GetBoolean(5)), default);
    }
}
