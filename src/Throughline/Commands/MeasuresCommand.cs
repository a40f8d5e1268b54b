using System.CommandLine;
using Throughline.Benchmarks.Measures;

namespace Throughline.Commands;

/// <summary>measures: the catalog, a line each.</summary>
internal static class MeasuresCommand
{
    public static Command Create()
    {
        var command = new Command("measures", CommandTexts.MeasuresHelp);
        command.SetAction(_ =>
        {
            foreach (var m in MeasureCatalog.Default.Measures)
            {
                Console.WriteLine(CommandTexts.MeasureLine.With(
                    m.Id, m.Name, m.Unit.Name(), m.Direction?.Name() ?? CommandTexts.NoDirection, string.Join(", ", m.SourceNames)));
            }

            return CommandLine.Done;
        });
        return command;
    }
}
