using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>What districts promised their schools, kept while none of it changes. Rows are not tracked.</summary>
public sealed class Promises(Database database, Stamps stamps)
{
    private volatile Kept kept = new(-1, Enumerable.Empty<Support>().ToLookup(s => s.OrganizationId));

    /// <summary>By the number of the school, the earliest promised first.</summary>
    public async ValueTask<ILookup<int, Support>> BySchoolAsync(CancellationToken cancel)
    {
        var stamp = await stamps.OfAsync(Support.StampName, cancel);
        if (kept.Stamp != stamp)
        {
            await using var db = database.Context();
            var all = await db.Supports.AsNoTracking().OrderBy(s => s.PromisedFor).ThenBy(s => s.Id).ToListAsync(cancel);
            kept = new Kept(stamp, all.ToLookup(s => s.OrganizationId));
        }

        return kept.BySchool;
    }

    private sealed record Kept(long Stamp, ILookup<int, Support> BySchool);
}
