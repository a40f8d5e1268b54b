using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Organizations;

/// <summary>Districts and schools from any sheet: columns are found by their headings, every line is looked at before any is stored.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class SheetModel(ThroughlineDb db) : PageModel
{
    private static readonly SheetColumn[] Columns =
    [
        new(true, "code", "organization code", "school_code", "school code", "org code", "id"),
        new(true, "name", "organization", "school", "school_name", "school name"),
        new(false, "kind", "level"),
        new(false, "district code", "district_code", "parent", "parent code", "district"),
        new(false, "grades", "grade span", "grade levels"),
        new(false, "type"),
    ];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    public IReadOnlyList<(SheetRow Row, OrganizationFacts? Facts, IReadOnlyList<string> Problems)> Lines { get; private set; } = [];

    public bool IsRight => Lines.Count > 0 && Lines.All(l => l.Problems.Count == 0);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload is { Length: > 0 })
        {
            await using var stream = Upload.OpenReadStream();
            Text = await Sheet.TextAsync(stream, cancel);
        }

        Read();
        Key = Creations.NewKey();
        ModelState.Remove(nameof(Text));
        return Page();
    }

    public async Task<IActionResult> OnPostStoreAsync(CancellationToken cancel)
    {
        Read();
        if (!IsRight)
        {
            return Page();
        }

        var clock = HttpContext.Clock();
        await Creations.MakeAsync(
                db,
                Creations.IsKey(Key) ? Key! : Creations.NewKey(),
                Organization.StampName,
                clock.Now,
            async () =>
            {
                await OrganizationWriting.PutAsync(db, Lines.Select(l => l.Facts!), HttpContext.SignedIn().Name, clock.Now, clock.Today, cancel);
                return "/organizations";
            },
            cancel);
        return Redirect("/organizations");
    }

    private void Read()
    {
        if (HttpContext.Installation().IsSample)
        {
            ModelState.AddModelError("", PeopleTexts.SampleTakesNone);
            return;
        }

        if (string.IsNullOrWhiteSpace(Text) || Text.Length > Sheet.MostLetters)
        {
            ModelState.AddModelError(nameof(Text), string.IsNullOrWhiteSpace(Text) ? PeopleTexts.SheetEmpty : PeopleTexts.SheetTooLong.With(Sheet.MostRows));
            return;
        }

        try
        {
            var rows = Sheet.Read(Text, Columns);
            var districts = rows.Where(r => KindOf(r) == nameof(OrganizationKind.District)).Select(r => r["code"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            Lines = [.. rows.Select(r => LineOf(r, districts, seen))];
        }
        catch (Problem problem)
        {
            ModelState.AddModelError(nameof(Text), problem.Message);
        }
    }

    private (SheetRow, OrganizationFacts?, IReadOnlyList<string>) LineOf(SheetRow row, HashSet<string> districts, HashSet<string> seen)
    {
        if (row.Fault is { } fault)
        {
            return (row, null, [fault]);
        }

        var viewer = HttpContext.SignedIn();
        var (facts, problems) = OrganizationReader.Read(
            new OrganizationText(row["code"], row["name"], KindOf(row), row["district code"], row["grades"], row["type"]), viewer, districts);
        var said = problems.Select(p => p.Message).ToList();
        if (facts is not null && !seen.Add(facts.Code))
        {
            said.Add(PeopleTexts.CodeTwice);
        }

        if (facts is not null && viewer.Tree.Find(facts.Code) is { } there && (there.Kind != facts.Kind || !viewer.May(Right.Administer, there)))
        {
            said.Add(PeopleTexts.CodeTaken);
        }

        return (row, facts, said);
    }

    /// <summary>Without a column that says so, what stands under a district is a school.</summary>
    private static string? KindOf(SheetRow row) =>
        OrganizationReader.KindOf(row["kind"])?.ToString() ?? row["kind"] ?? (row["district code"] is null ? nameof(OrganizationKind.District) : nameof(OrganizationKind.School));
}
