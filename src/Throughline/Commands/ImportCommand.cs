using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Commands;

/// <summary>import KIND PATH… : files → evidence.</summary>
internal static class ImportCommand
{
    private static readonly string[] Kinds = ["organizations", "series"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = CommandTexts.ImportKindHelp };
        kind.AcceptOnlyFromAmong(Kinds);
        var paths = new Argument<string[]>("PATH") { Description = CommandTexts.ImportPathHelp, Arity = ArgumentArity.OneOrMore };
        var data = Shared.Data();
        var dryRun = new Option<bool>("--dry-run") { Description = CommandTexts.DryRunHelp };
        var recordedAt = Shared.Instant("--recorded-at", CommandTexts.RecordedAtHelp);
        var accept = new Option<bool>("--accept-good-rows") { Description = CommandTexts.AcceptHelp };
        var state = new Option<string?>("--state") { Description = CommandTexts.StateHelp, HelpName = "NAME" };
        var json = Shared.Json();
        var command = new Command("import", CommandTexts.ImportHelp) { kind, paths, data, dryRun, recordedAt, accept, state, json };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: !parsed.GetValue(dryRun),
            async database =>
            {
                await Sample.RefuseRealDataAsync(database, cancel);
                var options = new ImportOptions(
                    parsed.GetValue(recordedAt) ?? TimeProvider.System.GetUtcNow(), parsed.GetValue(dryRun), parsed.GetValue(accept), Shared.Who())
                {
                    Progress = new Progress().Rows,
                };
                var files = parsed.GetValue(paths)!;
                var good = true;
                await foreach (var result in Results(parsed.GetValue(kind)!, database, files, parsed.GetValue(state), options, cancel))
                {
                    good &= result.Stored || (options.DryRun && result.Refused == 0);
                    await PrintAsync(result, options, parsed.GetValue(json));
                }

                return good ? CommandLine.Done : CommandLine.AtFault;
            },
            cancel));
        return command;
    }

    /// <summary>Directories belong together and go in together; each series file goes in by itself, and is told of at once.</summary>
    private static async IAsyncEnumerable<ImportResult> Results(
        string kind, Database database, string[] files, string? state, ImportOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (kind == "organizations")
        {
            foreach (var result in await OrganizationImport.RunAsync(database, files, state, options, cancel))
            {
                yield return result;
            }

            yield break;
        }

        foreach (var file in files)
        {
            yield return await SeriesImport.RunAsync(database, file, options, cancel);
        }
    }

    private static async Task PrintAsync(ImportResult result, ImportOptions options, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Json));
        }
        else
        {
            Console.WriteLine(CommandTexts.ImportCounts.With(
                result.File, result.Read, result.Added, result.Changed, result.Unchanged, result.Refused));
            if (result.NotPublished > 0)
            {
                Console.WriteLine(CommandTexts.ImportNotPublished.With(result.NotPublished));
            }
        }

        foreach (var refusal in result.FirstRefusals)
        {
            await Console.Error.WriteLineAsync(refusal.Column.Length > 0
                ? CommandTexts.ImportRefusal.With(refusal.Line, refusal.Column, refusal.Value, refusal.Reason)
                : CommandTexts.ImportRefusalRow.With(refusal.Line, refusal.Reason));
        }

        if (result.RefusedFile is { } file)
        {
            await Console.Error.WriteLineAsync(CommandTexts.ImportRefusedFile.With(file));
        }

        if (!result.Stored)
        {
            await Console.Error.WriteLineAsync(options.DryRun ? CommandTexts.ImportDryRun : CommandTexts.ImportNothingStored);
        }
    }
}
