using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Tests.Support;

/// <summary>Short ways to bring things in.</summary>
internal static class Importing
{
    public static readonly DateTimeOffset First = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public static ImportOptions Options(bool accept = false, bool dryRun = false, DateTimeOffset? at = null) =>
        new(at ?? First, dryRun, accept, "tester");

    public static async Task<ImportResult> SeriesAsync(
        this Database database, string csv, bool accept = false, bool dryRun = false, DateTimeOffset? at = null) =>
        await SeriesImport.RunAsync(database, Write(database, "series.csv", csv), Options(accept, dryRun, at), default);

    /// <summary>One district with three schools: 0001 and 0002 open throughout, 0003 closed after 2022-23.</summary>
    public static async Task SchoolsAsync(this Database database)
    {
        const string Csv = """
            school_code,district_code,district,school,latest_year,first_year,n_years,grade_low,grade_high,grades,total_enrolment
            00010001,00010000,Alder,Alder Elementary,2025-26,2017-18,9,K,5,K|1|2|3|4|5,402
            00010002,00010000,Alder,Alder Middle,2025-26,2017-18,8,6,8,6|7|8,388
            00010003,00010000,Alder,Old Mill,2022-23,2017-18,6,K,5,K|1|2|3|4|5,120

            """;
        await OrganizationImport.RunAsync(database, [Write(database, "schools.csv", Csv)], "Test state", Options(), default);
    }

    public static string Write(Database database, string name, string content)
    {
        var path = Path.Combine(database.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
