using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Imports;
using Throughline.Model;
using Throughline.SampleDistrict;

namespace Throughline;

/// <summary>
/// The invented district that a new data folder starts with, so that there is something to look at. Its files travel
/// inside the program and come in like anybody's.
/// </summary>
public static class Sample
{
    private const string Who = "sample";

    private static readonly DateTimeOffset RecordedAt = new(2025, 9, 30, 12, 0, 0, TimeSpan.Zero);

    /// <param name="database">An empty one of this version.</param>
    /// <param name="clock">Whose wall the story's times are read from; the days are the story's own.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task LoadAsync(Database database, TimeProvider clock, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-sample-");
        try
        {
            var options = new ImportOptions(RecordedAt, DryRun: false, AcceptGoodRows: false, Who);
            await OrganizationImport.RunAsync(
                database, [Extract("districts.csv", folder), Extract("schools.csv", folder)], Texts.SampleState, options, cancel);
            await SeriesImport.RunAsync(database, Extract("series.csv", folder), options, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await using var db = database.Context();
        var state = await db.Organizations.SingleAsync(o => o.Code == Organization.StateCode, cancel);
        var (plan, planAdded) = state.AddPlan(Texts.SamplePlan, Plan.UsualKind, new SchoolYear(2025), new SchoolYear(2025), Who, RecordedAt);
        await db.SaveNewAsync(plan, () => plan.Id, planAdded, cancel);
        foreach (var statement in (string[])[Texts.SampleStatement, Texts.SampleStatement2])
        {
            await BenchmarkWriting.AddAsync(db, plan, statement, measure: null, kept: null, Who, RecordedAt, cancel);
        }

        await District.LoadAsync(database, db, new SampleClock(clock.LocalTimeZone), cancel);
        db.Settings.Add(new Setting { Name = Setting.Sample, Value = "ashmere" });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Sample and real data never mix: a folder with the sample in it takes no files.</summary>
    public static async Task RefuseRealDataAsync(Database database, CancellationToken cancel)
    {
        await using var db = database.Context();
        if (await db.Settings.AnyAsync(s => s.Name == Setting.Sample, cancel))
        {
            throw new Problem(Texts.SampleTakesNoFiles.With(database.Folder));
        }
    }

    private static string Extract(string name, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, name);
        using var stream = SampleFiles.Open(name);
        using var file = File.Create(path);
        stream.CopyTo(file);
        return path;
    }
}
