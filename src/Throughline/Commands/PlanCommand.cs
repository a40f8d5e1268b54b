using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Model;

namespace Throughline.Commands;

/// <summary>plan add, plan list.</summary>
internal static class PlanCommand
{
    public static Command Create() => new("plan", CommandTexts.PlanHelp) { Add(), List() };

    private static Command Add()
    {
        var organization = new Option<string>("--organization")
        {
            Description = CommandTexts.PlanOrganizationHelp,
            HelpName = "CODE",
            DefaultValueFactory = _ => Organization.StateCode,
        };
        var name = new Option<string>("--name") { Description = CommandTexts.PlanNameHelp, HelpName = "NAME", Required = true };
        var years = new Option<(SchoolYear First, SchoolYear Latest)>("--years")
        {
            Description = CommandTexts.PlanYearsHelp,
            HelpName = "2024-25..2026-27",
            Required = true,
            CustomParser = result => ReadYears(result.Tokens[0].Value) is { } read ? read : Fail(result),
        };
        var data = Shared.Data();
        var command = new Command("add", CommandTexts.PlanAddHelp) { organization, name, years, data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                var code = parsed.GetValue(organization)!;
                var owner = await db.Organizations.FirstOrDefaultAsync(o => o.Code == code, cancel)
                    ?? throw new Problem(CommandTexts.NoOrganization.With(code));
                var now = TimeProvider.System.GetUtcNow();
                var (first, latest) = parsed.GetValue(years);
                var (plan, added) = owner.AddPlan(parsed.GetValue(name)!, Plan.UsualKind, first, latest, Shared.Who(), now);
                await db.SaveNewAsync(plan, () => plan.Id, added, cancel);
                Console.WriteLine(CommandTexts.PlanAdded.With(plan.Id, plan.Name, owner.Name));
                if (owner.Kind != OrganizationKind.State)
                {
                    Console.WriteLine(CommandTexts.PlanNotOnSite.With(plan.Id));
                }

                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static Command List()
    {
        var data = Shared.Data();
        var command = new Command("list", CommandTexts.PlanListHelp) { data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                foreach (var plan in await db.Plans.AsNoTracking().Include(p => p.Organization).Include(p => p.Benchmarks).OrderBy(p => p.Id).ToListAsync(cancel))
                {
                    Console.WriteLine(CommandTexts.PlanLine.With(
                        plan.Id, plan.Name, plan.Organization!.Name, new SchoolYear(plan.FirstYear), new SchoolYear(plan.LatestYear)));
                    foreach (var benchmark in plan.Benchmarks.OrderBy(b => b.Id))
                    {
                        Console.WriteLine(CommandTexts.BenchmarkLine.With(benchmark.Id, benchmark.Code, benchmark.Statement));
                    }
                }

                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static (SchoolYear First, SchoolYear Latest)? ReadYears(string text)
    {
        var parts = text.Split("..");
        return parts.Length is 1 or 2
            && SchoolYear.TryParse(parts[0], out var first)
            && SchoolYear.TryParse(parts[^1], out var latest)
            && first <= latest
            ? (first, latest)
            : null;
    }

    private static (SchoolYear First, SchoolYear Latest) Fail(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError(CommandTexts.NotYears.With(result.Tokens[0].Value));
        return default;
    }
}
