using System.CommandLine;
using Throughline.Imports;

namespace Throughline.Commands;

/// <summary>Every kind of file that can be imported, in the order in which they are best brought in.</summary>
internal static class ImportKinds
{
    public static IReadOnlyList<ImportKind> All() => [Organizations(), Series(), .. RecordImports.All()];

    private static ImportKind Organizations()
    {
        var state = new Option<string?>("--state") { Description = CommandTexts.StateHelp, HelpName = "NAME" };
        return ImportKind.Together("organizations", (r, cancel) =>
            OrganizationImport.RunAsync(r.Database, r.Paths, r.Parsed.GetValue(state), r.Options, cancel)) with { Own = [state] };
    }

    private static ImportKind Series() =>
        ImportKind.EachFile("series", (r, path, cancel) => SeriesImport.RunAsync(r.Database, path, r.Options, cancel));
}
