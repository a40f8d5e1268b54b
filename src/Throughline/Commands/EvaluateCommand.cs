using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;

namespace Throughline.Commands;

/// <summary>evaluate: a case file, or what is stored → verdicts.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("CASE.json") { Description = CommandTexts.EvaluateCaseHelp, Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = CommandTexts.EvaluateAllHelp };
        var plan = Shared.Number("--plan", CommandTexts.EvaluatePlanHelp);
        var benchmark = Shared.Number("--benchmark", CommandTexts.EvaluateBenchmarkHelp);
        var data = Shared.Data();
        var asOf = Shared.Day("--as-of", CommandTexts.AsOfHelp);
        var knownAt = Shared.Instant("--known-at", CommandTexts.KnownAtHelp);
        var json = Shared.Json();
        var command = new Command("evaluate", CommandTexts.EvaluateHelp) { file, all, plan, benchmark, data, asOf, knownAt, json };
        command.Validators.Add(result =>
        {
            var chosen = new[] { result.GetResult(file)?.Tokens.Count > 0, result.GetResult(all) is { Implicit: false }, result.GetResult(plan) is not null, result.GetResult(benchmark) is not null };
            if (chosen.Count(c => c) != 1)
            {
                result.AddError(CommandTexts.EvaluateWhat);
            }
            else if (chosen[0] == true && (result.GetResult(asOf) is not null || result.GetResult(knownAt) is not null || result.GetResult(data) is { Implicit: false }))
            {
                result.AddError(CommandTexts.CaseHasDates);
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(file) is { } path)
            {
                return await CaseAsync(path, cancel);
            }

            var clock = TimeProvider.System;
            var day = parsed.GetValue(asOf) ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var instant = parsed.GetValue(knownAt) ?? clock.GetUtcNow();
            return await Shared.OnDataAsync(
                parsed.GetValue(data)!,
                create: false,
                async database =>
                {
                    await StoredAsync(database, parsed.GetValue(plan), parsed.GetValue(benchmark), day, instant, parsed.GetValue(json), cancel);
                    return CommandLine.Done;
                },
                cancel);
        });
        return command;
    }

    private static async Task<int> CaseAsync(string path, CancellationToken cancel)
    {
        string text;
        try
        {
            text = path == "-" ? await Console.In.ReadToEndAsync(cancel) : await File.ReadAllTextAsync(path, cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Problem(CommandTexts.CaseMissing.With(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(CommandTexts.CaseUnreadable.With(path), e);
        }

        var reading = new CaseReader(MeasureCatalog.Default, ReadStatement).Read(text);
        foreach (var problem in reading.Problems)
        {
            await Console.Error.WriteLineAsync(
                CommandTexts.CaseProblem.With(problem.Path, problem.Found, problem.Expected, problem.Suggestion).Trim());
        }

        if (reading.Case is not { } subject)
        {
            return CommandLine.AtFault;
        }

        if (!Evaluator.CanJudge(subject.Benchmark.Target))
        {
            throw new Problem(CommandTexts.FormNotJudged.With(Inner(subject.Benchmark.Target).Form));
        }

        await PrintAsync(writer => AnswerJson.Write(writer, Evaluator.Evaluate(subject), subject, new Wording(CultureInfo.CurrentUICulture)));
        return CommandLine.Done;
    }

    private static Target Inner(Target target) => target is EveryMember every && !Evaluator.CanJudge(every.Inner) ? every.Inner : target;

    private static StatementOutcome ReadStatement(string statement, Measure? measure)
    {
        var understood = Understanding.Of(statement, measure);
        var culture = CultureInfo.CurrentUICulture;
        return new StatementOutcome(understood.Spec, understood.Spec is not null ? [] : [
            .. understood.Findings
                .Where(f => f.Severity == Severity.Fix)
                .DistinctBy(f => f.Code)
                .Select(f => new Benchmarks.Targets.Problem("benchmark.statement", statement[f.Start..f.End], f.Reason(culture), f.Suggestion(culture)))]);
    }

    private static async Task StoredAsync(
        Database database, int? plan, int? benchmark, DateOnly asOf, DateTimeOffset knownAt, bool json, CancellationToken cancel)
    {
        await using var db = database.Context();
        var chosen = await db.Benchmarks.AsNoTracking().Include(b => b.Plan!.Organization).Include(b => b.Publications)
            .Where(b => b.Publications.Count > 0 && (plan == null || b.PlanId == plan) && (benchmark == null || b.Id == benchmark))
            .OrderBy(b => b.Id)
            .ToListAsync(cancel);
        if (chosen.Count == 0)
        {
            throw new Problem(benchmark is { } b ? CommandTexts.NoSuchBenchmark.With(b)
                : plan is { } p && !await db.Plans.AnyAsync(x => x.Id == p, cancel) ? CommandTexts.NoSuchPlan.With(p)
                : CommandTexts.NoBenchmarks);
        }

        var judge = new Judge(db);
        var judged = new List<JudgedBenchmark>();
        foreach (var one in chosen)
        {
            judged.Add(await judge.JudgeAsync(one, asOf, knownAt, cancel));
        }

        if (json)
        {
            await PrintAsync(writer => JudgedJson.Write(writer, judged, new Wording(CultureInfo.CurrentUICulture)));
            return;
        }

        var words = new StringBuilder();
        foreach (var one in judged)
        {
            Print(words, one, asOf);
        }

        Console.Write(words);
    }

    private static async Task PrintAsync(Action<Utf8JsonWriter> write)
    {
        await using var output = Console.OpenStandardOutput();
        await using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            write(writer);
        }

        output.WriteByte((byte)'\n');
    }

    private static void Print(StringBuilder words, JudgedBenchmark judged, DateOnly asOf)
    {
        var wording = new Wording(CultureInfo.CurrentUICulture);
        var benchmark = judged.Benchmark;
        words.AppendLine(CommandTexts.BenchmarkHeading.With(benchmark.Id, benchmark.Code, benchmark.Statement));
        words.AppendLine(CommandTexts.BenchmarkMeasured.With(
            judged.Measure.Name,
            benchmark.MeasureConfirmed ? "" : CommandTexts.MeasureToConfirm.With(benchmark.Id),
            asOf.ToString("MMMM d, yyyy", CultureInfo.CurrentCulture),
            judged.Case.KnownAt.ToUniversalTime().ToString("MMMM d, yyyy, h:mm tt", CultureInfo.CurrentCulture)));
        if (judged.Answers is null)
        {
            words.AppendLine(CommandTexts.FormNotJudgedYet.With(judged.Case.Benchmark.Target.Form));
            return;
        }

        if (judged.Case.Members is { } members)
        {
            words.AppendLine(CommandTexts.MembersCount.With(members.Count));
        }

        foreach (var (status, count) in judged.Counts().Where(c => c.Value > 0))
        {
            words.AppendLine(CommandTexts.StatusCount.With(count, wording.Status(status)));
        }
    }
}
