using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Throughline.Tests.Support;

/// <summary>The accessibility rules of axe, run over a page as it stands.</summary>
public static class Axe
{
    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Fails with every finding of axe's own rules, in words, beside the name given.
    /// </summary>
    /// <remarks>
    /// No page of ours holds a frame, so axe runs where it is; only findings are carried back, which is all that is read and takes
    /// half the time.
    /// </remarks>
    /// <param name="page">A page that has loaded.</param>
    /// <param name="name">What the page is called where a finding is told.</param>
    public static async Task AssertNoFindingAsync(IPage page, string name)
    {
        await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}) ${v.help}: ${n.html}`))
            """);
        Assert.True(found.Length == 0, string.Join('\n', found.Select(f => $"{name}: {f}")));
    }
}
