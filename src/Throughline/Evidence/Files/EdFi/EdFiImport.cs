using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files.EdFi;

/// <summary>
/// Ed-Fi interchange files, one or a folder of them: districts and schools, enrolments, days of school, attendance and
/// discipline. Each is made into the rows that the importer of its kind reads, in the order in which they need each other.
/// </summary>
public static class EdFiImport
{
    private static readonly string[] Order =
        ["InterchangeEducationOrganization", "InterchangeStudentEnrollment", "InterchangeEducationOrgCalendar", "InterchangeStudentAttendance", "InterchangeStudentDiscipline"];

    /// <param name="database">Where to.</param>
    /// <param name="path">A file, or a folder of files.</param>
    /// <param name="state">What the state is called; null leaves it.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Stops with nothing half stored.</param>
    public static async Task<IReadOnlyList<ImportResult>> RunAsync(Database database, string path, string? state, ImportOptions options, CancellationToken cancel)
    {
        if (!Directory.Exists(path))
        {
            var kind = EdFiFile.KindOf(path);
            return Order.Contains(kind) ? await FileAsync(database, path, kind, state, options, cancel)
                : throw new Problem((kind.Length == 0 ? ImportTexts.EdFiNone : ImportTexts.EdFiNoPlace).With(Path.GetFileName(path), kind));
        }

        var files = Directory.EnumerateFiles(path, "*.xml").Order(StringComparer.Ordinal).Select(f => (Path: f, Kind: EdFiFile.KindOf(f))).ToList();
        if (files.Count == 0)
        {
            throw new Problem(ImportTexts.EdFiEmptyFolder.With(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))));
        }

        List<ImportResult> results = [];
        foreach (var file in files.Where(f => Order.Contains(f.Kind)).OrderBy(f => Array.IndexOf(Order, f.Kind)))
        {
            results.AddRange(await FileAsync(database, file.Path, file.Kind, state, options, cancel));
            if (results.Exists(r => !r.Stored) && !options.DryRun)
            {
                // What comes after needs what was refused.
                return results;
            }
        }

        results.AddRange(files.Where(f => !Order.Contains(f.Kind)).Select(f => new ImportResult(Path.GetFileName(f.Path), 0, 0, 0, 0, 0)
        {
            Stored = true,
            Notes = [(f.Kind.Length == 0 ? ImportTexts.EdFiNone : ImportTexts.EdFiNoPlace).With(Path.GetFileName(f.Path), f.Kind)],
        }));
        return results;
    }

    private static async Task<IReadOnlyList<ImportResult>> FileAsync(
        Database database, string path, string kind, string? state, ImportOptions options, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        switch (kind)
        {
            case "InterchangeEducationOrganization":
                using (var districts = new EdFiSheet(name, "district_code", "district"))
                using (var schools = new EdFiSheet(name, "school_code", "school", "district_code"))
                {
                    EdFiRows.Organizations(path, districts, schools, cancel);
                    return await OrganizationImport.RunAsync(
                        database, [.. new[] { districts, schools }.Where(s => s.Rows > 0).Select(s => s.Close())], state, options, cancel);
                }

            case "InterchangeStudentEnrollment":
                using (var sheet = new EdFiSheet(name, "student_id", "school_code", "entry_date", "exit_date", "grade"))
                {
                    EdFiRows.Enrolments(path, sheet, cancel);
                    return sheet.Rows > 0 ? [await StudentImport.RunAsync(database, sheet.Close(), null, options, cancel)] : throw Nothing(name);
                }

            case "InterchangeEducationOrgCalendar":
                using (var sheet = new EdFiSheet(name, "school_code", "date", "kind"))
                {
                    EdFiRows.Days(path, sheet, cancel);
                    return sheet.Rows > 0 ? [await CalendarImport.RunAsync(database, sheet.Close(), options, cancel)] : [Empty(name, ImportTexts.EdFiStudentCalendars)];
                }

            case "InterchangeStudentAttendance":
                using (var sheet = new EdFiSheet(name, "student_id", "school_code", "date", "code"))
                {
                    EdFiRows.Attendance(path, sheet, cancel);
                    return sheet.Rows > 0 ? [await AttendanceImport.RunAsync(database, sheet.Close(), new AttendanceWay(Exceptions: true), options, cancel)]
                        : [Empty(name, ImportTexts.EdFiSections)];
                }

            default:
                using (var sheet = new EdFiSheet(name, "student_id", "school_code", "incident_date", "incident_id", "action_id", "category", "response", "days_removed"))
                {
                    EdFiRows.Incidents(path, sheet, cancel);
                    return sheet.Rows > 0 ? [await RecordImport.RunAsync(database, "incidents", sheet.Close(), new RecordImportOptions(options, false, []), cancel)]
                        : throw Nothing(name);
                }
        }
    }

    private static Problem Nothing(string name) => new(ImportTexts.EdFiNothing.With(name));

    private static ImportResult Empty(string name, string note) => new(name, 0, 0, 0, 0, 0) { Stored = true, Notes = [note] };
}
