using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>A page in one of its states, as somebody finds it.</summary>
/// <param name="Name">What its picture is called.</param>
/// <param name="Address">The address; of the sample unless <paramref name="IsSample"/> says otherwise.</param>
/// <param name="Who">The account that looks; null for nobody.</param>
/// <param name="IsSample">Whether the sample district is there, or one school with nothing in it.</param>
/// <param name="Then">What to do on the page to bring about the state.</param>
public sealed record SitePage(string Name, string Address, string? Who, bool IsSample = true, Func<IPage, Task>? Then = null)
{
    /// <summary>Two halves of about one length, which two cores look at together.</summary>
    public bool IsOfSchool => Address.StartsWith("/s/", StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>
/// Every page of the site, filled, empty, with errors, in conflict, with hidden figures, without the right. A page that
/// is not here fails a test, so none escapes the looks at accessibility, narrow screens and pictures.
/// </summary>
internal static class SitePages
{
    private const string School = "/s/tannery-hill";
    private const string District = "/d/ashmere";
    private const string Principal = "Principal";
    private const string Liaison = "District liaison";
    private const string Reviewer = "State reviewer";
    private const string Administrator = "Administrator";
    private const string Council = "School council member";

    /// <summary>The leader of the one school of the site without a sample.</summary>
    public const string Newcomer = "Newcomer";

    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("home", "/", Principal),
        new("home-district", "/", Liaison),
        new("home-state", "/", Reviewer),
        new("home-reader", "/", Council),
        new("plan", $"{School}/plan", Principal),
        new("plan-group", $"{School}/plan?g=english_learner", Principal),
        new("plan-breaks", $"{School}/plan?only=breaks", Principal),
        new("plan-outline", $"{School}/plan?view=outline", Principal),
        new("plan-write", $"{School}/plan/write", Principal),
        new("plan-edit", $"{School}/plan/edit", Principal),
        new("plan-new", $"{School}/plan/new", Principal),
        new("plan-new-error", $"{School}/plan/new", Principal, Then: SendAsync),
        new("plan-history", $"{School}/plan/history", Principal),
        new("plan-no-right", $"{School}/plan/write", Council),
        new("objective", $"{School}/plan/objectives/1", Principal),
        new("objective-error", $"{School}/plan/objectives/1", Principal, Then: ClearAndSendAsync),
        new("objective-conflict", $"{School}/plan/objectives/1", Principal, Then: ConflictAsync),
        new("root-cause", $"{School}/plan/root-causes/1", Principal),
        new("initiative", $"{School}/plan/initiatives/1", Principal),
        new("mapping", $"{School}/plan/initiatives/1/mapping", Principal),
        new("mapping-backward", $"{School}/plan/initiatives/2/mapping?from=outcome", Principal),
        new("mapping-reader", $"{School}/plan/initiatives/3/mapping", Council),
        new("activity", $"{School}/plan/activities/1", Principal),
        new("progress", $"{School}/progress?open=C1-S1", Principal),
        new("progress-need", $"{School}/progress?need=1", Principal),
        new("progress-activities", $"{School}/progress?type=activity", Principal),
        new("benchmark", $"{School}/b/C1-S1", Principal),
        new("benchmark-group", $"{School}/b/C1-S1?g=english_learner", Principal),
        new("benchmark-hidden", $"{School}/b/C1-S1?g=american_indian", Principal),
        new("benchmark-no-data", $"{School}/b/B1-E1", Principal),
        new("benchmark-milestone", $"{School}/b/A1-A1", Principal),
        new("benchmark-final", $"{School}/b/C-F1", Principal),
        new("benchmark-history", $"{School}/b/A1-E1/history", Principal),
        new("workbench", $"{School}/b/A1-E1/edit", Principal),
        new("workbench-blocked", $"{School}/b/A1-E1/edit", Principal, Then: page => PressAsync(page, "Publish")),
        new("workbench-new", $"{School}/b/new?under=A1&type=early_evidence", Principal),
        new("workbench-idea", $"{School}/b/new?under=A1&type=early_evidence", Principal, Then: page => TypeAsync(page, "All teachers will be trained in SMART goals")),
        new("workbench-target", $"{School}/b/C1-S1/edit", Principal, Then: page => page.Locator(".judged summary").ClickAsync()),
        new("workbench-example", $"{School}/b/new?under=A1&type=early_evidence&example=p2-curriculum-use", Principal),
        new("examples", $"{School}/examples?under=A1", Principal),
        new("examples-none", $"{School}/examples?q=zzz", Principal),
        new("examples-reader", $"{School}/examples?practice=4&focus=students", Council),
        new("district-examples", $"{District}/examples", Liaison),
        new("state-examples", "/state/examples", Reviewer),
        new("workbench-no-right", $"{School}/b/A1-E1/edit", Council),
        new("rows", $"{School}/b/C1-S1/rows?g=all&on=2026-01-31", "Registrar"),
        new("rows-of-visits", $"{School}/b/A1-E1/rows?g=all&on=2026-01-31", Council),
        new("imports", $"{School}/evidence/imports", Principal),
        new("imports-error", $"{School}/evidence/imports", Principal, Then: SendAsync),
        new("evidence", $"{School}/evidence", Principal),
        new("evidence-reader", $"{School}/evidence", Council),
        new("evidence-source", $"{School}/evidence/source?of=attendance", Principal),
        new("evidence-source-error", $"{School}/evidence/source?of=attendance", Principal, Then: NameAndSendAsync),
        new("visit", "/v", Principal),
        new("visit-rooms", "/v", "Teacher-team facilitator", Then: page => page.Locator("details.more summary").ClickAsync()),
        new("visit-error", "/v", Principal, Then: SendAsync),
        new("visit-choose", "/v", "Superintendent"),
        new("visit-none", "/v", Liaison),
        new("visit-no-right", "/v", Council),
        new("values", $"{School}/b/C1-S1/values", Principal),
        new("values-error", $"{School}/b/C1-S1/values", Principal, Then: SendAsync),
        new("removal", $"{School}/b/C1-S1/removal", Principal),
        new("school-supports", $"{School}/supports", Principal),
        new("school-support", $"{School}/supports/1", Principal),
        new("district", $"{District}/schools", Liaison),
        new("district-group", $"{District}/schools?g=english_learner", Liaison),
        new("district-plan", $"{District}/plan", Liaison),
        new("district-progress", $"{District}/progress", Liaison),
        new("supports", $"{District}/supports", Liaison),
        new("support", $"{District}/supports/1", Liaison),
        new("support-new-error", $"{District}/supports/new", Liaison, Then: SendAsync),
        new("priorities", $"{District}/priorities", Liaison),
        new("state", "/state", Reviewer),
        new("standings", "/state/standings", Reviewer),
        new("state-plan", "/state/plan", Reviewer),
        new("schools", "/state/schools", Reviewer),
        new("schools-none", "/state/schools?q=zzz&asof=soon", Reviewer),
        new("proof", "/state/schools/tannery-hill", Reviewer),
        new("search", "/search?q=attendance", Principal),
        new("search-none", "/search?q=zzz", Principal),
        new("people", "/people", Administrator),
        new("people-add", "/people/add", Administrator),
        new("people-add-error", "/people/add", Administrator, Then: SendAsync),
        new("people-sheet", "/people/sheet", Administrator),
        new("person", "/people/1", Administrator),
        new("organizations", "/organizations", Administrator),
        new("organization", "/organizations/2", Administrator),
        new("organization-add", "/organizations/add", Administrator),
        new("organization-sheet", "/organizations/sheet", Administrator),
        new("sample", "/sample", Administrator),
        new("sign-in", "/sign-in", null),
        new("sign-in-error", "/sign-in", null, Then: SendAsync),
        new("sign-out", "/sign-out", Principal),
        new("invitation-unknown", "/invitation/unknown", null),
        new("check", "/check", null),
        new("check-error", "/check", null, Then: page => PressAsync(page, "Check the plan")),
        new("check-statement", "/check", null, Then: ReadAsync),
        new("keyboard", "/help/keyboard", Principal),
        new("accessibility", "/accessibility", null),
        new("privacy", "/privacy", null),
        new("not-found", "/nowhere", Principal),
        new("not-yours", "/d/ashmere/schools", Principal),
        new("empty-home", "/", Newcomer, IsSample: false),
        new("empty-plan", "/s/first/plan", Newcomer, IsSample: false),
        new("empty-progress", "/s/first/progress", Newcomer, IsSample: false),
        new("empty-evidence", "/s/first/evidence", Newcomer, IsSample: false),
        new("empty-visit", "/v", Newcomer, IsSample: false),
        new("empty-supports", "/s/first/supports", Newcomer, IsSample: false),
        new("empty-schools", "/state/schools", AccountsForTests.StateReader, IsSample: false),
        new("empty-state", "/state", AccountsForTests.StateReader, IsSample: false),
    ];

    /// <summary>Presses the last button of the page's form, which saves.</summary>
    private static async Task SendAsync(IPage page)
    {
        await page.Locator("main form[method=post]").Last.EvaluateAsync("f => f.noValidate = true");
        await Browser.ToNextPageAsync(page, () => page.Locator("main form[method=post] button.btn").Last.ClickAsync());
    }

    private static async Task ClearAndSendAsync(IPage page)
    {
        await page.Locator("main form[method=post] textarea, main form[method=post] input[type=text]").First.FillAsync("");
        await SendAsync(page);
    }

    /// <summary>Names an address that is none.</summary>
    private static async Task NameAndSendAsync(IPage page)
    {
        await page.Locator("#Address").FillAsync("the registrar");
        await SendAsync(page);
    }

    private static async Task ReadAsync(IPage page)
    {
        await page.Locator("main textarea").FillAsync("By June, all teachers will be trained in SMART goals.");
        await PressAsync(page, "Read it");
    }

    /// <summary>Types where typing is read, and waits for what was read.</summary>
    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Locator("main textarea[data-live]").FillAsync(text);
        await Assertions.Expect(page.Locator(".found .slots")).ToBeVisibleAsync();
    }

    /// <summary>Saves from a form that was opened before somebody else saved: its version is set back.</summary>
    private static async Task ConflictAsync(IPage page)
    {
        await page.Locator("main input[name$=ersion]").First.EvaluateAsync("i => i.value = '0'");
        await page.Locator("main form[method=post] textarea, main form[method=post] input[type=text]").First.FillAsync("Every lesson has students read and write");
        await SendAsync(page);
    }

    private static Task PressAsync(IPage page, string name) => Browser.ToNextPageAsync(
        page, () => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync());
}
