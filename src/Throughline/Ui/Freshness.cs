using Microsoft.EntityFrameworkCore;
using Throughline.Data;

namespace Throughline.Ui;

/// <summary>How fresh the data is: when the last file or figure came in. Asked for on every page, so it is kept while nothing changes.</summary>
public sealed class Freshness(Database database, Stamps stamps)
{
    private volatile Known known = new(-1, null);

    /// <summary>Null before anything came in, and where the database cannot be asked: an error page has a frame too.</summary>
    public async ValueTask<DateTimeOffset?> AsOfAsync(CancellationToken cancel)
    {
        try
        {
            var stamp = await stamps.AllAsync(cancel);
            if (known.Stamp != stamp)
            {
                await using var db = database.Context();
                var import = await db.Imports.OrderByDescending(i => i.Id).Select(i => (DateTimeOffset?)i.RecordedAt).FirstOrDefaultAsync(cancel);
                var tally = await db.Tallies.OrderByDescending(t => t.RecordedAt).Select(t => (DateTimeOffset?)t.RecordedAt).FirstOrDefaultAsync(cancel);
                known = new Known(stamp, import is null || tally > import ? tally : import);
            }

            return known.AsOf;
        }
        catch (Exception e) when (DatabaseCheck.Explain(database, e) is not null)
        {
            return null;
        }
    }

    private sealed record Known(long Stamp, DateTimeOffset? AsOf);
}
