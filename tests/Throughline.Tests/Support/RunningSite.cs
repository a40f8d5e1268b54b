using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Tests.Support;

/// <summary>The real site on a real port, on a database of its own.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly TestDatabase data;

    private RunningSite(TestDatabase data, WebApplication app, FixedClock clock)
    {
        (this.data, App, Clock) = (data, app, clock);
        Client = NewClient(null);
    }

    /// <summary>The day that is today for every test: Wednesday, February 11, 2026.</summary>
    public static DateOnly Today { get; } = new(2026, 2, 11);

    public WebApplication App { get; }

    /// <summary>The machine's clock, as the site sees it.</summary>
    public FixedClock Clock { get; }

    public T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Signed in as whom the test named last; at first as somebody who reads the whole state.</summary>
    public HttpClient Client { get; private set; }

    /// <summary>The cookie of the same person, for browsers.</summary>
    public string? Cookie { get; private set; }

    public Data.Database Database => data.Database;

    public string Address => App.Urls.First();

    public static async Task<RunningSite> StartAsync(string provider, bool sample = true, bool reader = true)
    {
        var clock = new FixedClock(new DateTimeOffset(Today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        var data = sample ? await SampleCopies.MakeAsync(provider, clock) : await TestDatabase.CreateAsync(provider);

        if (reader)
        {
            await data.Database.AddAsync(AccountsForTests.StateReader, RoleKind.Reader);
        }

        var app = Throughline.Site.Build(data.Database, clock, new IPEndPoint(IPAddress.Loopback, 0));
        await app.StartAsync();
        var site = new RunningSite(data, app, clock);
        if (reader)
        {
            await site.SignInAsync(AccountsForTests.StateReader);
        }

        return site;
    }

    /// <summary>From now on the client is somebody else: the account of that name, with a new session.</summary>
    public async Task SignInAsync(string accountName)
    {
        await using var db = Database.Context();
        SignIn(await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == accountName));
    }

    public void SignIn(Account account)
    {
        Cookie = CookieOf(account);
        Client.Dispose();
        Client = NewClient(Cookie);
    }

    /// <summary>A cookie such as signing in gives.</summary>
    public string CookieOf(Account account) => Service<IOptionsMonitor<CookieAuthenticationOptions>>()
        .Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat.Protect(Session.Begin(account, Clock.Now));

    /// <summary>A session of an account, for a browser; the client stays who it is.</summary>
    public async Task<string> CookieAsync(string accountName)
    {
        await using var db = Database.Context();
        return Protect(await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == accountName));
    }

    /// <summary>Another client, signed out or with a cookie; forms that it posts carry the token of the page it fetched.</summary>
    public HttpClient NewClient(string? cookie)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        var client = new HttpClient(handler) { BaseAddress = new Uri(Address) };
        if (cookie is not null)
        {
            handler.CookieContainer.Add(client.BaseAddress, new Cookie(Session.CookieName, cookie));
        }

        return client;
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

    private string Protect(Account account)
    {
        var cookies = App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return cookies.TicketDataFormat.Protect(Session.Begin(account, App.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
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
