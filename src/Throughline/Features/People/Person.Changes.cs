using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.People;

/// <summary>What can be changed of a person.</summary>
public sealed partial class PersonModel
{
    private const int MostName = 200;

    public Task<IActionResult> OnPostRenameAsync(string? name, CancellationToken cancel)
    {
        var wanted = name?.Trim() ?? "";
        return ChangeAsync(
            wanted,
            () => Account.Name,
            account =>
            {
                var refusal = !Oversees ? PeopleTexts.NotOverseen : wanted.Length is 0 or > MostName ? PeopleTexts.EnterName : null;
                Add(refusal is null ? account.Rename(wanted, Viewer.Name, Now) : null);
                return Task.FromResult(refusal);
            },
            cancel);
    }

    public async Task<IActionResult> OnPostGiveAsync(string? role, string? organization, string? first, string? last, CancellationToken cancel)
    {
        if (Key is { } sent && await Creations.FindAsync(db, sent, cancel) is { } made)
        {
            return Redirect(made);
        }

        var key = Key;
        return await ChangeAsync(
            PeopleTexts.GiveAsked.With(role, organization),
            HoldsNow,
            async account =>
            {
                var (person, problems) = PersonReader.Read(
                    new PersonText(account.Name, account.Email, role, organization, first, last), Viewer, Today);
                if (person is null)
                {
                    return string.Join(". ", problems.Select(p => p.Message));
                }

                await accounts.WidenAsync(account, Giving.IsWide(person.Role), Viewer.Name, Now, cancel);
                var (given, said) = account.Give(person.Role, person.Organization, person.First, person.Last, Viewer.Name, Now);
                Made(key, given, said);
                return null;
            },
            cancel);
    }

    public async Task<IActionResult> OnPostGrantAsync(GrantKind kind, string? organization, string? first, string? last, CancellationToken cancel)
    {
        if (Key is { } sent && await Creations.FindAsync(db, sent, cancel) is { } made)
        {
            return Redirect(made);
        }

        var key = Key;
        return await ChangeAsync(
            PeopleTexts.GiveAsked.With(PeopleWords.Of(kind), organization),
            HoldsNow,
            async account =>
            {
                var place = Viewer.Tree.Find(organization?.Trim() ?? "");
                var (from, to) = (PersonReader.Day(first) ?? Today, PersonReader.Day(last));
                var refusal = place is null || !Viewer.MayGrant(place) ? PeopleTexts.NoSuchPlace
                    : to < from ? PeopleTexts.LastBeforeFirst
                    : !Enum.IsDefined(kind) || (to is null && !string.IsNullOrWhiteSpace(last)) ? PeopleTexts.NotADay
                    : null;
                if (refusal is null)
                {
                    await accounts.WidenAsync(account, isWide: true, Viewer.Name, Now, cancel);
                    var (given, said) = account.Let(kind, place!, from, to, Viewer.Name, Now);
                    Made(key, given, said);
                }

                return refusal;
            },
            cancel);
    }

    public Task<IActionResult> OnPostEndAsync(int? role, int? grant, string? last, CancellationToken cancel) => ChangeAsync(
        PeopleTexts.EndAsked.With(last),
        () => Roles.Cast<IHeld>().Concat(Grants).FirstOrDefault(h => h is Role ? h.Id == role : h.Id == grant) is { } held ? Said(held) : "",
        async account =>
        {
            IHeld? held = role is not null
                ? await db.Roles.FirstOrDefaultAsync(r => r.Id == role && r.AccountId == Id, cancel)
                : await db.Grants.FirstOrDefaultAsync(g => g.Id == grant && g.AccountId == Id, cancel);
            if (held is null || !MayEnd(held))
            {
                return PeopleTexts.NotOverseen;
            }

            // A day before today ends it at once; what has been held cannot be undone.
            if (PersonReader.Day(last) is not { } day || day < Today.AddDays(-1))
            {
                return PeopleTexts.EndDayWrong;
            }

            if (held is Role && await accounts.IsLastAdministratorAsync(Id, held.Id, Viewer.Tree, Today, cancel))
            {
                return PeopleTexts.LastAdministrator;
            }

            Add(account.End(held, Viewer.Tree.Find(held.OrganizationId)!, day, Viewer.Name, Now));
            return null;
        },
        cancel);

    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancel) => ChangeAsync(
        PeopleTexts.MakeLink,
        () => PeopleWords.SignInOf(Account),
        async account =>
        {
            if (account.IsSample || !Oversees)
            {
                return PeopleTexts.NotOverseen;
            }

            Link = $"{Request.Scheme}://{Request.Host}" + await accounts.InviteAsync(account, Viewer.Name, Now, cancel);
            return null;
        },
        cancel);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancel) => ChangeAsync(
        PeopleTexts.CloseAccount,
        HoldsNow,
        async account =>
        {
            if (!Oversees)
            {
                return PeopleTexts.NotOverseen;
            }

            if (await accounts.IsLastAdministratorAsync(Id, null, Viewer.Tree, Today, cancel))
            {
                return PeopleTexts.LastAdministrator;
            }

            await accounts.CloseAsync(account, Viewer.Tree, Today, Viewer.Name, Now, cancel);
            return null;
        },
        cancel);

    private DateTimeOffset Now => HttpContext.Clock().Now;

    private string HoldsNow() => string.Join("; ", Roles.Cast<IHeld>().Concat(Grants).Where(h => h.LastDay is null || h.LastDay >= Today).Select(Said));

    private void Add(Event? done)
    {
        if (done is not null)
        {
            db.Events.Add(done);
        }
    }

    private void Made(string? key, object given, Event said)
    {
        db.AddRange(given, said);
        if (Creations.IsKey(key))
        {
            db.CreationKeys.Add(new CreationKey { Key = key!, Address = $"/people/{Id}", At = Now });
        }
    }
}
