using Microsoft.Playwright;
using Throughline.Tests.Support;
using Throughline.Ui;

namespace Throughline.Tests.Ui;

/// <summary>What the script adds, on a page that asks for all of it.</summary>
public sealed class LiveScriptTests(Browser browser) : IClassFixture<Browser>
{
    private const string Site = "http://throughline.test/";

    private const string Page = """
        <nav><a data-place="1" href="#work">My work</a><a data-place="2" href="#plan">Plan</a></nav><a data-key="search" href="#search">Search</a>
        <button data-keys>Keys</button>
        <table class="grid"><tr><th><a id="a1" href="#">A</a></th><td></td><td><a id="a3" href="#">3</a></td></tr>
        <tr><th colspan="3">Group</th></tr><tr><th><a id="b1" href="#">B</a></th><td><a id="b2" href="#">2</a></td><td><a id="b3" href="#">3</a></td></tr></table>
        <div data-map><a data-outline href="#outline">Outline</a>
        <ol data-line><li data-station><a id="p1" href="#">1</a><a id="p1x" href="#">1x</a></li><li data-station></li><li data-station><div data-break><a id="brk" href="#">Why</a></div><a id="p3" href="#">3</a></li></ol>
        <ol data-line><li data-station><a id="q1" href="#">1</a></li><li data-station><a id="q2" href="#">2</a></li></ol></div>
        <form id="once" method="post" action="/saved" target="sent" data-once><button>Save</button></form><iframe name="sent"></iframe>
        <form method="post" action="/check"><input type="hidden" name="token" value="t1">
        <textarea name="text" data-live="/check" data-live-target="reading"></textarea></form><div id="reading">Nothing yet</div>
        <form method="get" action="/list" data-auto target="sent"><select name="g"><option>all</option><option>EL</option></select></form>
        """;

    [Theory]
    [InlineData("a1", "ArrowRight", "a3")]
    [InlineData("a1", "ArrowDown", "b1")]
    [InlineData("b3", "ArrowUp", "a3")]
    [InlineData("b2", "ArrowUp", "b2")]
    [InlineData("b1", "End", "b3")]
    [InlineData("b3", "Home", "b1")]
    [InlineData("p1", "ArrowRight", "brk")]
    [InlineData("brk", "ArrowLeft", "p1")]
    [InlineData("p1", "ArrowDown", "p1x")]
    [InlineData("p1x", "ArrowDown", "q1")]
    [InlineData("p3", "ArrowDown", "q2")]
    [InlineData("q1", "ArrowUp", "p1x")]
    [InlineData("q1", "b", "brk")]
    [InlineData("a1", "b", "a1")]
    public async Task Keys_move_within_a_grid_and_a_map(string from, string key, string to)
    {
        var page = await OpenAsync();
        await page.FocusAsync("#" + from);
        await page.Keyboard.PressAsync(key);
        Assert.Equal(to, await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_lead_to_places_until_they_are_turned_off()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("Alt+Shift+Digit2");
        Assert.EndsWith("#plan", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Alt+Shift+KeyF");
        Assert.EndsWith("#search", page.Url, StringComparison.Ordinal);
        await page.FocusAsync("#p1");
        await page.Keyboard.PressAsync("o");
        Assert.EndsWith("#outline", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("[data-keys]");
        Assert.Equal("false", await page.GetAttributeAsync("[data-keys]", "aria-pressed"));
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("Alt+Shift+Digit1");
        Assert.EndsWith("#outline", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_is_sent_once()
    {
        var sent = 0;
        var page = await OpenAsync((route, path) => path == "/saved" && ++sent > 0);
        await page.ClickAsync("#once button");
        await Assertions.Expect(page.Locator("#once button")).ToBeDisabledAsync();
        await page.ClickAsync("#once button", new PageClickOptions { Force = true });
        await page.WaitForTimeoutAsync(200);
        Assert.Equal(1, sent);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_reading_follows_the_text_and_is_said_politely()
    {
        var posted = new List<string>();
        var page = await OpenAsync((route, path) =>
        {
            if (path == "/check")
            {
                posted.Add(route.Request.PostData!);
            }

            return false;
        });
        await page.Locator("textarea").PressSequentiallyAsync("By June");
        await Assertions.Expect(page.Locator("#reading")).ToHaveTextAsync("Read it");
        Assert.Equal(["token=t1&text=By+June"], posted);
        await Assertions.Expect(page.Locator("textarea + [role=status]")).ToHaveTextAsync("1 to fix");
        Assert.Equal("By June", await page.InputValueAsync("textarea"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_list_sends_its_form_only_when_a_pointer_chose()
    {
        var asked = new List<string>();
        var page = await OpenAsync((_, path) =>
        {
            asked.Add(path);
            return false;
        });
        await page.FocusAsync("select");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForTimeoutAsync(100);
        Assert.DoesNotContain("/list", asked);
        await page.ClickAsync("h1");
        await page.SelectOptionAsync("select", "all");
        await page.WaitForTimeoutAsync(200);
        Assert.Contains("/list", asked);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(Func<IRoute, string, bool>? heard = null)
    {
        using var source = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream("Throughline.Ui.Assets.live.js")!);
        var script = await source.ReadToEndAsync();
        var page = await browser.OpenAsync();
        await page.RouteAsync("**/*", route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            heard?.Invoke(route, path);
            return route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = path == "/live.js" ? "text/javascript" : "text/html",
                Body = path switch
                {
                    "/live.js" => script,
                    "/check" => "<div id=\"reading\" data-say=\"1 to fix\">Read it</div>",
                    "/" => $"<!doctype html><title>All of it</title><script src=\"/live.js\" defer></script><h1>All of it</h1>{Page}",
                    _ => "",
                },
            });
        });
        await page.GotoAsync(Site);
        return page;
    }
}
