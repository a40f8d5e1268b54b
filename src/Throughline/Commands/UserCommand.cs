using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Commands;

/// <summary>user add, user disable, user reset: the way in for whoever has the machine and no account.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", CommandTexts.UserHelp) { Add(), Disable(), Reset() };

    private static Command Add()
    {
        var email = Email();
        var name = new Option<string>("--name") { Description = CommandTexts.UserNameHelp, HelpName = "NAME", Required = true };
        var role = new Option<RoleKind>("--role") { Description = CommandTexts.UserRoleHelp, HelpName = "ROLE", Required = true };
        var organization = new Option<string>("--organization")
        {
            Description = CommandTexts.UserOrganizationHelp,
            HelpName = "CODE",
            DefaultValueFactory = _ => Organization.StateCode,
        };
        var from = Shared.Day("--from", CommandTexts.UserFromHelp);
        var to = Shared.Day("--to", CommandTexts.UserToHelp);
        var data = Shared.Data();
        var command = new Command("add", CommandTexts.UserAddHelp) { email, name, role, organization, from, to, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, async (db, accounts, clock) =>
        {
            var (code, kind, first) = (parsed.GetValue(organization)!, parsed.GetValue(role), parsed.GetValue(from) ?? clock.Today);
            var place = await db.Organizations.FirstOrDefaultAsync(o => o.Code == code, cancel) ?? throw new Problem(CommandTexts.NoOrganization.With(code));
            var address = parsed.GetValue(email)!;
            if (!Account.IsEmail(address))
            {
                throw new Problem(CommandTexts.NotAnEmail.With(address));
            }

            if (!Viewer.Fits(kind, place.Kind))
            {
                throw new Problem(CommandTexts.RoleDoesNotFit.With(kind, place.Name));
            }

            if (parsed.GetValue(to) < first)
            {
                throw new Problem(PeopleTexts.LastBeforeFirst);
            }

            var person = new NewPerson(parsed.GetValue(name)!, address, kind, place, first, parsed.GetValue(to));
            var account = await accounts.AddAsync(person, Shared.Who(), clock.Now, cancel);
            await SayAsync(account, account.PasswordHash is null ? await accounts.InviteAsync(account, Shared.Who(), clock.Now, cancel) : null);
        }, cancel));
        return command;
    }

    private static Command Disable()
    {
        var email = Email();
        var data = Shared.Data();
        var command = new Command("disable", CommandTexts.UserDisableHelp) { email, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, async (db, accounts, clock) =>
        {
            var account = await FindAsync(accounts, parsed.GetValue(email)!, cancel);
            var tree = new OrganizationTree(await db.Organizations.AsNoTracking().ToListAsync(cancel));
            await accounts.CloseAsync(account, tree, clock.Today, Shared.Who(), clock.Now, cancel);
            Console.WriteLine(CommandTexts.UserDisabled.With(account.Name));
        }, cancel));
        return command;
    }

    private static Command Reset()
    {
        var email = Email();
        var data = Shared.Data();
        var command = new Command("reset", CommandTexts.UserResetHelp) { email, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, async (_, accounts, clock) =>
        {
            var account = await FindAsync(accounts, parsed.GetValue(email)!, cancel);
            await SayAsync(account, await accounts.InviteAsync(account, Shared.Who(), clock.Now, cancel));
        }, cancel));
        return command;
    }

    private static Argument<string> Email() => new("EMAIL") { Description = CommandTexts.UserEmailHelp };

    private static async Task<Account> FindAsync(Accounts accounts, string email, CancellationToken cancel) =>
        await accounts.FindAsync(email, cancel) is { IsSample: false } account ? account : throw new Problem(CommandTexts.NoUser.With(email));

    private static Task SayAsync(Account account, string? link) => Console.Out.WriteLineAsync(link is null
        ? CommandTexts.UserHasPassword.With(account.Name)
        : CommandTexts.UserLink.With(account.Name, Accounts.InvitationHolds.TotalDays, link));

    /// <summary>The same accounts as the site's, in one transaction.</summary>
    private static Task<int> RunAsync(string folder, Func<ThroughlineDb, Accounts, SiteClock, Task> work, CancellationToken cancel) => Shared.OnDataAsync(
        folder,
        create: false,
        async database =>
        {
            var services = new ServiceCollection();
            services.AddSingleton(TimeProvider.System);
            services.AddDbContext<ThroughlineDb>(database.Configure);
            services.AddAccounts();
            await using var all = services.BuildServiceProvider();
            await using var scope = all.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
            var day = await db.Settings.Where(s => s.Name == Setting.SampleDay).Select(s => s.Value).FirstOrDefaultAsync(cancel);
            var clock = new SiteClock(TimeProvider.System, SiteClock.PinnedBy(day));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await work(db, scope.ServiceProvider.GetRequiredService<Accounts>(), clock);
            await transaction.CommitAsync(cancel);
            return CommandLine.Done;
        },
        cancel);
}
