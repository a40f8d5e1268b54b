using Microsoft.AspNetCore.Mvc;
using Throughline.Access;
using Throughline.Data;
using Throughline.Ui;

namespace Throughline.Features.People;

/// <summary>Adds many people from a sheet: every line is looked at before any is stored.</summary>
[Needs(Right.Lead)]
[ResponseCache(NoStore = true)]
public sealed class SheetModel(ThroughlineDb db, Accounts accounts) : SheetPage
{
    private static readonly SheetColumn[] Columns =
    [
        new(true, "name", "full name", "person"),
        new(true, "e-mail", "email", "e-mail address", "email address", "mail"),
        new(true, "role"),
        new(true, "organization code", "organization", "code", "school code", "school_code"),
        new(false, "from", "first day", "first_day"),
        new(false, "to", "last day", "last_day"),
    ];

    /// <summary>What each line says; empty before there is a sheet.</summary>
    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    public override bool IsRight => Lines.Count > 0 && Lines.All(l => l.Problems.Count == 0);

    /// <summary>The people who were added and have no password yet, each with a link that is shown this once.</summary>
    public IReadOnlyList<(string Name, string Email, string Link)>? Links { get; private set; }

    public IActionResult OnGet()
    {
        if (HttpContext.SignedIn().GivesAnywhere())
        {
            return Page();
        }

        HttpContext.Deny(Right.Administer, null);
        return new EmptyResult();
    }

    protected override async Task<IActionResult> StoreAsync(string key, CancellationToken cancel)
    {
        var (viewer, now) = (HttpContext.SignedIn(), HttpContext.Clock().Now);
        var links = new List<(string, string, string)>();
        var address = await Creations.MakeAsync(
                db,
                key,
                Model.Account.StampName,
                now,
            async () =>
            {
                var added = new HashSet<Model.Account>();
                foreach (var line in Lines)
                {
                    added.Add(await accounts.AddAsync(line.Person!, viewer.Name, now, cancel));
                }

                foreach (var account in added.Where(a => a.PasswordHash is null && a.RecordedAt == now))
                {
                    var link = await accounts.InviteAsync(account, viewer.Name, now, cancel);
                    links.Add((account.Name, account.Email!, $"{Request.Scheme}://{Request.Host}{link}"));
                }

                return "/people";
            },
            cancel);
        if (links.Count == 0)
        {
            return Redirect(address);
        }

        Links = links;
        return Page();
    }

    protected override void LookAt(string text)
    {
        var (viewer, today) = (HttpContext.SignedIn(), HttpContext.Clock().Today);
        Lines = [.. Sheet.Read(text, Columns).Select(row => LineOf(row, viewer, today))];
    }

    private static SheetLine LineOf(SheetRow row, Viewer viewer, DateOnly today)
    {
        if (row.Fault is { } fault)
        {
            return new SheetLine(row, null, [fault]);
        }

        var (person, problems) = PersonReader.Read(
            new PersonText(row["name"], row["e-mail"], row["role"], row["organization code"], row["from"], row["to"]), viewer, today);
        return new SheetLine(row, person, [.. problems.Select(p => p.Message)]);
    }
}

/// <summary>A line of a sheet of people: the person it names, or what is wrong with it.</summary>
public sealed record SheetLine(SheetRow Row, NewPerson? Person, IReadOnlyList<string> Problems);
