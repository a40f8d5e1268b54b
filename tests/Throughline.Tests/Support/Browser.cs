using Microsoft.Playwright;

namespace Throughline.Tests.Support;

/// <summary>A headless Chromium, started once for a class of tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Array.Find(Places, File.Exists),
            Headless = true,
            Args = Arguments,
        });
    }

    /// <summary>A page in a session of its own.</summary>
    /// <param name="width">In CSS pixels: 1280 for a desk, 390 for a phone.</param>
    /// <param name="isDark">Whether the reader prefers dark.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool isDark = false, bool hasScript = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            BypassCSP = false,
        });
        return await context.NewPageAsync();
    }

    /// <summary>A page in a session of its own, signed in as the client of a site is.</summary>
    public async Task<IPage> OpenAsync(RunningSite site, int width = 1280, bool isDark = false, bool hasScript = true)
    {
        var page = await OpenAsync(width, isDark, hasScript);
        if (site.Cookie is { } cookie)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = cookie, Url = site.Address }]);
        }

        return page;
    }

    /// <summary>Does what leads to another page, and waits until that one has loaded, whatever its address.</summary>
    public static async Task ToNextPageAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { document.isLeft = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !document.isLeft && document.readyState === 'complete'");
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
