using System.CommandLine;
using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Commands;

/// <summary>cells: what the evidence comes to, as CSV.</summary>
internal static class CellsCommand
{
    private const int MostDecimals = 6;

    public static Command Create()
    {
        var data = Shared.Data();
        var options = new CellOptions();
        var command = new Command("cells", CommandTexts.CellsHelp) { data };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                var places = await Places.LoadAsync(database, cancel);
                await PrintAsync(database, places, await options.QuestionAsync(parsed, database, places, cancel), cancel);
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    /// <summary>A figure with at most six decimals, and none that are 0; empty where it is not defined.</summary>
    public static string Text(Exact? figure) => figure?.Round(MostDecimals).ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static async Task PrintAsync(Database database, Places places, CellQuestion question, CancellationToken cancel)
    {
        var cells = await Cells.OfAsync(database, places, question, cancel);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        await output.WriteLineAsync("measure,organization,group,period_start,period_end,reading,numerator,denominator,value");
        foreach (var cell in cells)
        {
            var reading = cell.Reading == PeriodReading.InPeriod ? "in_period" : "year_to_date";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{cell.Measure.Id},{places.CodeOf(cell.Organization)},{cell.Group},{cell.Period.Start:yyyy-MM-dd},{cell.Period.End:yyyy-MM-dd},{reading},{Text(cell.Counts.Numerator)},{Text(cell.Counts.Denominator)},{Text(cell.Value)}"));
        }
    }
}
