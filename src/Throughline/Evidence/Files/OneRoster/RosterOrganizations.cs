using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// A roster's districts and schools, brought in as two directories whose lines are those of orgs.csv: what is said of a row
/// stands where the row does.
/// </summary>
internal static class RosterOrganizations
{
    public static async Task<IReadOnlyList<ImportResult>> StoreAsync(Database database, Roster roster, string? state, ImportOptions options, CancellationToken cancel)
    {
        if (roster.Organizations.Count == 0)
        {
            return [];
        }

        Dictionary<string, (int? First, int? Latest)> known;
        await using (var db = database.Context())
        {
            known = (await db.Organizations.AsNoTracking().Select(o => new { o.Code, o.FirstYear, o.LatestYear }).ToListAsync(cancel))
                .ToDictionary(o => o.Code, o => (o.FirstYear, o.LatestYear), StringComparer.Ordinal);
        }

        var folder = Directory.CreateTempSubdirectory("throughline-").FullName;
        try
        {
            var all = roster.Organizations.Values;
            List<string> paths = [];
            if (all.Any(o => !o.IsSchool))
            {
                paths.Add(await WriteAsync(folder, "districts", "district_code,district", all.Where(o => !o.IsSchool).Select(o => (o.Line, $"{Quoted(o.Code)},{Quoted(o.Name)}")), cancel));
            }

            if (all.Any(o => o.IsSchool))
            {
                paths.Add(await WriteAsync(
                    folder, "schools", "school_code,school,district_code,district,first_year,latest_year", all.Where(o => o.IsSchool).Select(o => (o.Line, Row(roster, o, known))), cancel));
            }

            return await OrganizationImport.RunAsync(database, paths, state, options, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Row(Roster roster, RosterOrganization school, Dictionary<string, (int? First, int? Latest)> known)
    {
        var parent = school.Parent is { } id ? roster.Organizations.GetValueOrDefault(id) : null;
        var (first, latest) = known.GetValueOrDefault(school.Code);
        var year = roster.Year?.EndYear;
        return string.Join(
            ',',
            new[] { school.Code, school.Name, parent is { IsSchool: false } ? parent.Code : "", parent is { IsSchool: false } ? parent.Name : "", Year(first ?? year), Year(latest > year ? latest : year) }.Select(Quoted));
    }

    private static string Year(int? end) => end is { } year ? new Benchmarks.Calendar.SchoolYear(year).ToString() : "";

    /// <summary>The copy of a directory: its rows stand on the lines they have in the bundle, with empty lines between.</summary>
    private static async Task<string> WriteAsync(string folder, string name, string headings, IEnumerable<(long Line, string Row)> rows, CancellationToken cancel)
    {
        var text = new StringBuilder(headings).Append('\n');
        var line = 2L;
        foreach (var (at, row) in rows.OrderBy(r => r.Line))
        {
            for (; line < at; line++)
            {
                text.Append('\n');
            }

            text.Append(CultureInfo.InvariantCulture, $"{row}\n");
            line++;
        }

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, "orgs.csv");
        await File.WriteAllTextAsync(path, text.ToString(), cancel);
        return path;
    }

    private static string Quoted(string text) => "\"" + text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
