using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Commands;

/// <summary>organization set CODE: what a directory does not say, its type and which organizations it follows.</summary>
internal static class OrganizationCommand
{
    public static Command Create() => new("organization", CommandTexts.OrganizationHelp) { Set() };

    private static Command Set()
    {
        var code = new Argument<string>("CODE") { Description = CommandTexts.OrganizationCodeHelp };
        var type = new Option<string?>("--type") { Description = CommandTexts.OrganizationTypeHelp, HelpName = "TYPE" };
        var predecessor = new Option<string?>("--predecessor") { Description = CommandTexts.PredecessorHelp, HelpName = "CODE" };
        var successor = new Option<string?>("--successor") { Description = CommandTexts.SuccessorHelp, HelpName = "CODE" };
        var remove = new Option<bool>("--remove") { Description = CommandTexts.RemoveLinkHelp };
        var data = Shared.Data();
        var command = new Command("set", CommandTexts.OrganizationSetHelp) { code, type, predecessor, successor, remove, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(remove) && result.GetValue(predecessor) is null && result.GetValue(successor) is null)
            {
                result.AddError(CommandTexts.RemoveNeedsLink);
            }
        });
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                var now = TimeProvider.System.GetUtcNow();
                var organization = await FindAsync(db, parsed.GetValue(code)!, cancel);
                if (parsed.GetResult(type) is not null
                    && organization.SetType(parsed.GetValue(type) is { Length: > 0 } text ? text : null, Shared.Who(), now) is { } changed)
                {
                    db.Events.Add(changed);
                }

                if (parsed.GetValue(predecessor) is { } before)
                {
                    await LinkAsync(db, await FindAsync(db, before, cancel), organization, parsed.GetValue(remove), now, cancel);
                }

                if (parsed.GetValue(successor) is { } after)
                {
                    await LinkAsync(db, organization, await FindAsync(db, after, cancel), parsed.GetValue(remove), now, cancel);
                }

                await db.SaveChangesAsync(cancel);
                Console.WriteLine(CommandTexts.OrganizationIs.With(organization.Code, organization.Name, organization.Type ?? CommandTexts.NoType));
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static async Task LinkAsync(
        ThroughlineDb db, Organization predecessor, Organization successor, bool remove, DateTimeOffset now, CancellationToken cancel)
    {
        var existing = await db.Successions.FirstOrDefaultAsync(
            s => s.PredecessorId == predecessor.Id && s.SuccessorId == successor.Id, cancel);
        if (predecessor.Id == successor.Id)
        {
            throw new Problem(CommandTexts.CannotFollowItself);
        }

        if (existing is null && !remove)
        {
            var (succession, added) = successor.Follow(predecessor, Shared.Who(), now);
            db.AddRange(succession, added);
        }
        else if (existing is not null && remove)
        {
            db.Remove(existing);
            db.Events.Add(new Event
            {
                At = now,
                Who = Shared.Who(),
                Subject = "organization",
                SubjectId = successor.Id,
                What = "follows",
                Before = predecessor.Code,
            });
        }
    }

    private static async Task<Organization> FindAsync(ThroughlineDb db, string code, CancellationToken cancel) =>
        await db.Organizations.FirstOrDefaultAsync(o => o.Code == code, cancel)
        ?? throw new Problem(CommandTexts.NoOrganization.With(code));
}
