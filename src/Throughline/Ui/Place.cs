using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Ui;

/// <summary>What the frame of every page says: whose data this is, how many schools, and how fresh it is.</summary>
/// <param name="State">The state's name; null before anything came in.</param>
/// <param name="Schools">How many schools are known.</param>
/// <param name="DataAsOf">When the last file came in; null before the first.</param>
public sealed record Place(string? State, int Schools, DateTimeOffset? DataAsOf)
{
    /// <summary>An error page needs its frame too, when the database is what fails: then nothing is said.</summary>
    public static async Task<Place> LoadAsync(Database database, ThroughlineDb db, CancellationToken cancel)
    {
        try
        {
            var state = await db.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Code == Organization.StateCode, cancel);
            var schools = await db.Organizations.CountAsync(o => o.Kind == OrganizationKind.School, cancel);
            var latest = await db.Imports.AsNoTracking().OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancel);
            return new Place(state?.Name, schools, latest?.RecordedAt);
        }
        catch (Exception e) when (DatabaseCheck.Explain(database, e) is not null)
        {
            return new Place(null, 0, null);
        }
    }
}
