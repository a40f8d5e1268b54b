using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Commands;

/// <summary>benchmark add, benchmark confirm.</summary>
internal static class BenchmarkCommand
{
    public static Command Create() => new("benchmark", CommandTexts.BenchmarkHelp) { Add(), Confirm() };

    private static Command Add()
    {
        var plan = Shared.Number("--plan", CommandTexts.BenchmarkPlanHelp, required: true);
        var statement = new Option<string>("--statement") { Description = CommandTexts.BenchmarkStatementHelp, HelpName = "TEXT", Required = true };
        var measure = new Option<string?>("--measure") { Description = CommandTexts.BenchmarkMeasureHelp, HelpName = "ID" };
        var keep = new Option<string?>("--keep") { Description = CommandTexts.BenchmarkKeepHelp, HelpName = "REASON" };
        var data = Shared.Data();
        var command = new Command("add", CommandTexts.BenchmarkAddHelp) { plan, statement, measure, keep, data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                var id = parsed.GetValue(plan)!.Value;
                var owner = await db.Plans.FirstOrDefaultAsync(p => p.Id == id, cancel) ?? throw new Problem(CommandTexts.NoSuchPlan.With(id));
                var named = parsed.GetValue(measure) is { } text ? Find(text) : null;
                var outcome = await BenchmarkWriting.AddAsync(
                    db, owner, parsed.GetValue(statement)!, named, parsed.GetValue(keep), Shared.Who(), TimeProvider.System.GetUtcNow(), cancel);
                await PrintAsync(outcome);
                return outcome.Benchmark is null ? CommandLine.AtFault : CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static Command Confirm()
    {
        var benchmark = Shared.Number("--benchmark", CommandTexts.BenchmarkIdHelp, required: true);
        var data = Shared.Data();
        var command = new Command("confirm", CommandTexts.BenchmarkConfirmHelp) { benchmark, data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                var id = parsed.GetValue(benchmark)!.Value;
                var found = await db.Benchmarks.FirstOrDefaultAsync(b => b.Id == id, cancel)
                    ?? throw new Problem(CommandTexts.NoSuchBenchmark.With(id));
                if (found.ConfirmMeasure(Shared.Who(), TimeProvider.System.GetUtcNow()) is { } confirmed)
                {
                    db.Events.Add(confirmed);
                    await db.SaveChangesAsync(cancel);
                }

                Console.WriteLine(CommandTexts.BenchmarkConfirmed.With(found.Id, found.Draft()!.Measure.Name));
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static Measure Find(string text) =>
        MeasureCatalog.Default.Find(text) ?? throw new Problem(CommandTexts.NoSuchMeasure.With(text));

    private static async Task PrintAsync(BenchmarkOutcome outcome)
    {
        if (outcome.Benchmark is { } benchmark)
        {
            Console.WriteLine(CommandTexts.BenchmarkAdded.With(benchmark.Id, benchmark.Code, benchmark.Statement));
        }

        if (outcome.Understood.Measure is { } measure)
        {
            Console.WriteLine(CommandTexts.BenchmarkMeasureIs.With(measure.Name, measure.Definition));
            if (outcome.Benchmark is { MeasureConfirmed: false })
            {
                Console.WriteLine(CommandTexts.MeasureToConfirm.With(outcome.Benchmark.Id).Trim());
            }
        }

        if ((outcome.Benchmark?.Draft() ?? outcome.Understood.Spec) is { } spec)
        {
            Console.WriteLine(CommandTexts.BenchmarkJudgedAs.With(new Wording(CultureInfo.CurrentUICulture).Rule(spec)));
        }

        foreach (var finding in outcome.Understood.Findings)
        {
            await Console.Error.WriteLineAsync(Sentence(finding));
        }

        if (outcome.Benchmark is null)
        {
            await Console.Error.WriteLineAsync(outcome.Understood.Spec is not null ? CommandTexts.BenchmarkNotAdded : CommandTexts.BenchmarkUndetermined);
        }
    }

    internal static string Sentence(Finding finding)
    {
        var culture = CultureInfo.CurrentUICulture;
        return (finding.Severity == Severity.Fix ? CommandTexts.FindingFix : CommandTexts.FindingConsider)
            .With($"{finding.Reason(culture)} {finding.Suggestion(culture)}".Trim());
    }
}
