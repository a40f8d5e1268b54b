using System.CommandLine;
using Throughline.Evidence.Files;

namespace Throughline.Commands;

/// <summary>The kinds of import whose files hold records: each is a line of record-files.json, and all know the same options.</summary>
internal static class RecordImports
{
    public static IReadOnlyList<ImportKind> All()
    {
        var complete = new Option<bool>("--complete") { Description = CommandTexts.CompleteHelp };
        var set = new Option<string[]>("--set") { Description = CommandTexts.SetHelp, HelpName = "NAME=VALUE", Arity = ArgumentArity.ZeroOrMore };
        return [.. RecordFiles.Default.Kinds.Select((kind, place) =>
            ImportKind.EachFile(kind.Import, (r, path, cancel) => RecordImport.RunAsync(
                r.Database, kind.Import, path,
                new RecordImportOptions(r.Options, r.Parsed.GetValue(complete), r.Parsed.GetValue(set) ?? [])
                {
                    First = r.Parsed.GetValue<DateOnly?>("--first-day"),
                    Last = r.Parsed.GetValue<DateOnly?>("--last-day"),
                },
                cancel))
            with
            { Own = place == 0 ? [complete, set] : [] })];
    }
}
