using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The sites that the pages are looked at on: the sample, and one with a single school and nothing in it.</summary>
public sealed class WalkedSites : IAsyncLifetime
{
    private RunningSite? sample;
    private RunningSite? empty;

    public async Task<RunningSite> SampleAsync() => sample ??= await RunningSite.StartAsync(SqliteAttribute.Name);

    public async Task<RunningSite> EmptyAsync()
    {
        if (empty is null)
        {
            empty = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false);
            await using var db = empty.Database.Context();
            var now = new DateTimeOffset(RunningSite.Today.ToDateTime(default), TimeSpan.Zero);
            var state = db.Organizations.Single(o => o.Code == Organization.StateCode);
            var district = new Organization { Code = "one", Kind = OrganizationKind.District, Name = "One district", ParentId = state.Id, RecordedAt = now };
            db.Add(district);
            await db.SaveChangesAsync();
            db.Add(new Organization { Code = "first", Kind = OrganizationKind.School, Name = "First school", ParentId = district.Id, RecordedAt = now });
            await db.SaveChangesAsync();
            await empty.Database.AddAsync(SitePages.Newcomer, RoleKind.SchoolLeader, "first");
        }

        return empty;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var site in new[] { sample, empty }.OfType<RunningSite>())
        {
            await site.DisposeAsync();
        }
    }
}
