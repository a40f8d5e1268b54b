using System.CommandLine;
using Throughline.Benchmarks.Calendar;
using Throughline.Evidence.Files;
using Throughline.Evidence.Files.EdFi;
using Throughline.Evidence.Files.OneRoster;
using Throughline.Imports;
using Throughline.Imports.Published;

namespace Throughline.Commands;

/// <summary>Every kind of file that can be imported, in the order in which they are best brought in.</summary>
internal static class ImportKinds
{
    public static IReadOnlyList<ImportKind> All() =>
        [Organizations(), Series(), .. ((ImportKind[])[Students(), Calendar(), Attendance(), .. RecordImports.All(), OneRoster(), EdFi()]).Select(k => k with { IsEvidence = true })];

    private static ImportKind Organizations()
    {
        var state = new Option<string?>("--state") { Description = CommandTexts.StateHelp, HelpName = "NAME" };
        return ImportKind.Together(
            "organizations", (r, cancel) => OrganizationImport.RunAsync(r.Database, r.Paths, r.Parsed.GetValue(state), r.Options, cancel), state);
    }

    private static ImportKind Series() =>
        ImportKind.EachFile("series", (r, path, cancel) => PublishedImport.RunAsync(
            r.Database, path, r.Parsed.GetValue<SchoolYear?>("--school-year"), r.Options, cancel));

    private static ImportKind Students()
    {
        var year = Shared.SchoolYear("--school-year", CommandTexts.StudentYearHelp);
        return ImportKind.EachFile(
            "students", (r, path, cancel) => StudentImport.RunAsync(r.Database, path, r.Parsed.GetValue(year), r.Options, cancel), year);
    }

    private static ImportKind OneRoster() => ImportKind.Several(
        "oneroster",
        (r, path, cancel) => OneRosterImport.RunAsync(
            r.Database, path, r.Parsed.GetValue<string?>("--state"), r.Parsed.GetValue<SchoolYear?>("--school-year"), r.Options, cancel));

    private static ImportKind EdFi() => ImportKind.Several(
        "edfi", (r, path, cancel) => EdFiImport.RunAsync(r.Database, path, r.Parsed.GetValue<string?>("--state"), r.Options, cancel));

    private static ImportKind Calendar() =>
        ImportKind.EachFile("calendar", (r, path, cancel) => CalendarImport.RunAsync(r.Database, path, r.Options, cancel));

    private static ImportKind Attendance()
    {
        var exceptions = new Option<bool>("--exceptions") { Description = CommandTexts.ExceptionsHelp };
        var first = Shared.Day("--first-day", CommandTexts.FirstDayHelp);
        var last = Shared.Day("--last-day", CommandTexts.LastDayHelp);
        return ImportKind.EachFile(
            "attendance",
            (r, path, cancel) => AttendanceImport.RunAsync(
                r.Database, path, new AttendanceWay(r.Parsed.GetValue(exceptions), r.Parsed.GetValue(first), r.Parsed.GetValue(last)), r.Options, cancel),
            exceptions,
            first,
            last);
    }
}
