using System.CommandLine;
using System.Text.Json;
using Throughline.Data;
using Throughline.Evidence;
using Throughline.Imports;

namespace Throughline.Commands;

/// <summary>import KIND PATH… : files → evidence.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = CommandTexts.ImportKindHelp };
        var kinds = ImportKinds.All();
        kind.AcceptOnlyFromAmong([.. kinds.Select(k => k.Name)]);
        var paths = new Argument<string[]>("PATH") { Description = CommandTexts.ImportPathHelp, Arity = ArgumentArity.OneOrMore };
        var data = Shared.Data();
        var dryRun = new Option<bool>("--dry-run") { Description = CommandTexts.DryRunHelp };
        var recordedAt = Shared.Instant("--recorded-at", CommandTexts.RecordedAtHelp);
        var accept = new Option<bool>("--accept-good-rows") { Description = CommandTexts.AcceptHelp };
        var json = Shared.Json();
        var command = new Command("import", CommandTexts.ImportHelp) { kind, paths, data, dryRun, recordedAt, accept, json };
        foreach (var option in kinds.SelectMany(k => k.Own))
        {
            command.Add(option);
        }

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
                var asked = kinds.Single(k => k.Name == parsed.GetValue(kind));
                using var sheets = ExcelSheets.Open(asked.IsBundle ? [] : parsed.GetValue(paths)!);
                var request = new ImportRequest(database, asked.IsBundle ? parsed.GetValue(paths)! : sheets.Paths, options, parsed);
                var (good, stored) = (true, false);
                await foreach (var result in asked.Run(request, cancel))
                {
                    stored |= result.Stored && result.Added + result.Changed > 0;
                    good &= result.Stored || (options.DryRun && result.Refused == 0);
                    await PrintAsync(sheets.NoteOf(result.File) is { } note ? result with { Notes = [note, .. result.Notes] } : result, options, parsed.GetValue(json));
                }

                if (asked.IsEvidence && stored)
                {
                    await FollowAsync(database, options.RecordedAt, parsed.GetValue(json), cancel);
                }

                return good ? CommandLine.Done : CommandLine.AtFault;
            },
            cancel));
        return command;
    }

    /// <summary>Figures of plans follow what came in.</summary>
    private static async Task FollowAsync(Database database, DateTimeOffset at, bool json, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var entered = await new FiguresFromEvidence(database).UpdateAsync(today, at, cancel);
        if (entered > 0 && !json)
        {
            Console.WriteLine(CommandTexts.ImportFiguresFollow.With(entered));
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
            foreach (var note in result.Notes)
            {
                Console.WriteLine(CommandTexts.ImportNote.With(note));
            }

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
