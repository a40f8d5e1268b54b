using System.CommandLine;
using Throughline.Benchmarks.Measures;
using Throughline.Evidence;

namespace Throughline.Commands;

/// <summary>measures: the catalog, a line each; measures add: those of a district's own.</summary>
internal static class MeasuresCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = CommandTexts.MeasuresDataHelp, HelpName = "DIR" };
        var command = new Command("measures", CommandTexts.MeasuresHelp) { data, Add() };
        command.SetAction((parsed, cancel) => parsed.GetValue(data) is not { } folder
            ? Task.FromResult(Print(MeasureCatalog.Default))
            : Shared.OnDataAsync(folder, create: false, async database => Print(await OwnMeasures.CatalogAsync(database, cancel)), cancel));
        return command;
    }

    private static Command Add()
    {
        var file = new Argument<string>("FILE") { Description = CommandTexts.MeasuresFileHelp };
        var data = Shared.Data();
        var command = new Command("add", CommandTexts.MeasuresAddHelp) { file, data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                await using var db = database.Context();
                var added = await OwnMeasures.AddAsync(
                    db, await ReadAsync(parsed.GetValue(file)!, cancel), Shared.Who(), TimeProvider.System.GetUtcNow(), cancel);
                await db.SaveChangesAsync(cancel);
                foreach (var (measure, isNew) in added)
                {
                    Console.WriteLine((isNew ? CommandTexts.MeasureAdded : CommandTexts.MeasureUnchanged).With(measure.Id, measure.Version));
                }

                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(CommandTexts.MeasuresFileMissing.With(path), e);
        }
    }

    private static int Print(MeasureCatalog catalog)
    {
        foreach (var m in catalog.Measures)
        {
            Console.WriteLine(CommandTexts.MeasureLine.With(
                m.Id, m.Name, m.Unit.Name(), m.Direction?.Name() ?? CommandTexts.NoDirection, string.Join(", ", m.SourceNames)));
        }

        return CommandLine.Done;
    }
}
