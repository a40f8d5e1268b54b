using Microsoft.AspNetCore.Mvc;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Organizations;

/// <summary>Districts and schools from any sheet: columns are found by their headings, every line is looked at before any is stored.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class SheetModel(ThroughlineDb db) : SheetPage
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

    public IReadOnlyList<(SheetRow Row, OrganizationFacts? Facts, IReadOnlyList<string> Problems)> Lines { get; private set; } = [];

    public override bool IsRight => Lines.Count > 0 && Lines.All(l => l.Problems.Count == 0);

    public void OnGet()
    {
    }

    protected override async Task<IActionResult> StoreAsync(string key, CancellationToken cancel)
    {
        var clock = HttpContext.Clock();
        await Creations.MakeAsync(
                db,
                key,
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

    protected override bool MayTake()
    {
        if (HttpContext.Installation().IsSample)
        {
            ModelState.AddModelError("", PeopleTexts.SampleTakesNone);
            return false;
        }

        return true;
    }

    protected override void LookAt(string text)
    {
        var rows = Sheet.Read(text, Columns);
        var districts = rows.Where(r => KindOf(r) == nameof(OrganizationKind.District)).Select(r => r["code"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Lines = [.. rows.Select(r => LineOf(r, districts, seen))];
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
