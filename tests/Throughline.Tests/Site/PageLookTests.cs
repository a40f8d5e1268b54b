using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The pages of a school, in every state.</summary>
public sealed class SchoolPageLookTests(Browser browser, WalkedSites sites) : PageLook(browser, sites)
{
    public static TheoryData<string> Names => new(SitePages.All.Where(p => p.IsOfSchool).Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_page_has_no_accessibility_finding_and_fits_320_pixels(string name) => LookAsync(name);
}

/// <summary>All other pages, in every state.</summary>
public sealed class OtherPageLookTests(Browser browser, WalkedSites sites) : PageLook(browser, sites)
{
    public static TheoryData<string> Names => new(SitePages.All.Where(p => !p.IsOfSchool).Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_page_has_no_accessibility_finding_and_fits_320_pixels(string name) => LookAsync(name);
}
