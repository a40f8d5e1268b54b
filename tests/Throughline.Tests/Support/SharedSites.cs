namespace Throughline.Tests.Support;

/// <summary>Sites that many tests only read: one a database, with the sample; one empty. Started when first asked for.</summary>
public sealed class SharedSites : IAsyncLifetime
{
    private readonly Dictionary<(string, bool), RunningSite> sites = [];

    public async Task<RunningSite> SampleAsync(string provider) => await GetAsync(provider, sample: true);

    public async Task<RunningSite> EmptyAsync(string provider) => await GetAsync(provider, sample: false);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var site in sites.Values)
        {
            await site.DisposeAsync();
        }
    }

    private async Task<RunningSite> GetAsync(string provider, bool sample)
    {
        if (!sites.TryGetValue((provider, sample), out var site))
        {
            sites[(provider, sample)] = site = await RunningSite.StartAsync(provider, sample);
        }

        return site;
    }
}
