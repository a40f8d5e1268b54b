using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;

namespace Throughline.Tests.Support;

/// <summary>The real site on a real port, on a database of its own.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly TestDatabase data;

    private RunningSite(TestDatabase data, WebApplication app)
    {
        (this.data, App) = (data, app);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>The day that is today for every test: Wednesday, February 11, 2026.</summary>
    public static DateOnly Today { get; } = new(2026, 2, 11);

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public Data.Database Database => data.Database;

    public string Address => App.Urls.First();

    public static async Task<RunningSite> StartAsync(string provider, bool sample = true)
    {
        var data = await TestDatabase.CreateAsync(provider);
        var clock = new FixedClock(new DateTimeOffset(Today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        if (sample)
        {
            await Sample.LoadAsync(data.Database, clock, default);
        }

        var app = Throughline.Site.Build(data.Database, clock, new IPEndPoint(IPAddress.Loopback, 0));
        await app.StartAsync();
        return new RunningSite(data, app);
    }

    /// <summary>A page that is there.</summary>
    public Task<IHtmlDocument> PageAsync(string address) => PageAsync(address, HttpStatusCode.OK);

    public async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode status)
    {
        using var response = await Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{address} answered {(int)response.StatusCode}:\n{text}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await data.DisposeAsync();
    }
}

internal static class PageWords
{
    /// <summary>The text of an element as people read it: spaces run together, cells of a row kept apart.</summary>
    public static string Words(this IElement? element) => element is IHtmlTableRowElement row
        ? string.Join(' ', row.Cells.Select(Words))
        : string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of every element that fits, in order.</summary>
    public static List<string> Words(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Words)];
}
