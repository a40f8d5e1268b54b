using Microsoft.EntityFrameworkCore;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Collecting;

/// <summary>What a site holds of visits that were entered.</summary>
internal static class VisitsOf
{
    public const string Form = "/v?school=tannery-hill";

    /// <summary>The visits, oldest first.</summary>
    public static async Task<List<Visit>> VisitsAsync(this RunningSite site)
    {
        await using var db = site.Database.Context();
        return await db.Visits.AsNoTracking().OrderBy(v => v.At).ToListAsync();
    }

    /// <summary>What was kept of a visit as evidence.</summary>
    public static async Task<List<Model.Record>> RecordsAsync(this RunningSite site, string key)
    {
        await using var db = site.Database.Context();
        return await db.Set<Model.Record>().AsNoTracking().Where(r => r.Kind == "observation" && r.Key.StartsWith(key)).ToListAsync();
    }

    /// <summary>The form as it opens, with all that has to be chosen.</summary>
    public static async Task<Dictionary<string, string>> FilledAsync(this RunningSite site, string address = Form)
    {
        var fields = (await site.PageAsync(address)).FieldsOf();
        (fields["Grade"], fields["Subject"], fields["q.look_for_1"]) = ("grade_7", "science", "4");
        return fields;
    }
}
