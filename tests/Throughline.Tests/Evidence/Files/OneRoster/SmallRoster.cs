using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Evidence.Files.OneRoster;
using Throughline.Imports;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files.OneRoster;

/// <summary>A roster of one district with two schools, two students and a teacher, as the text of its files; null for a file that it does not have.</summary>
internal sealed record SmallRoster(string Manifest, string? Orgs, string? Sessions, string? Users, string? Roles, string? Enrollments, string? Demographics)
{
    private const string People = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,identifier,grades\n";
    private const string Places = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,Alder,district,D1,\no2,,,Alder Elementary,school,S1,o1\no3,,,Alder Middle,school,S2,o1\n";
    private const string Days = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\ny1,,,Year,schoolYear,2026-08-17,2027-06-18,,2027\n";
    private const string Classes = "e1,,,c1,o2,u1,student,,\ne2,,,c2,o2,u2,student,2026-09-01,\ne3,,,c1,o2,u3,teacher,,\n";

    /// <summary>Everything, in version 1.1.</summary>
    public static SmallRoster Bulk { get; } = new(
        Said("1.1", "bulk", "roles"), Places, Days, "u1,,,true,o2,student,100,03\nu2,,,true,o2,student,200,\"04,05\"\nu3,,,true,\"o2,o1\",teacher,T1,\n", null, Classes, null);

    /// <summary>What changed, without the files that did not.</summary>
    public static SmallRoster Delta { get; } = new(Said("1.1", "delta", "orgs academicSessions roles"), null, null, "", null, "", null);

    /// <summary>Everything, in version 1.2.</summary>
    public static SmallRoster Newer { get; } = new(
        Said("1.2", "bulk", ""), Places, Days, "sourcedId,status,dateLastModified,enabledUser,identifier,grades\nu1,,,true,100,03\nu2,,,true,200,04\nu3,,,true,T1,\n",
        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\nr1,,,u1,primary,student,,,o2,\nr2,,,u2,primary,student,,,o2,\nr3,,,u3,primary,teacher,,,o2,\n",
        Classes,
        "sourcedId,status,dateLastModified,sex,asian,white,hispanicOrLatinoEthnicity\nu1,,,female,true,true,false\nu2,,,male,,true,true\n");

    public async Task<IReadOnlyList<ImportResult>> ImportAsync(Database database, int day = 0, ImportOptions? options = null)
    {
        var folder = Write(Directory.CreateDirectory(Path.Combine(database.Folder, "roster" + day)).FullName);
        return await OneRosterImport.RunAsync(database, folder, "Test state", null, options ?? Importing.Options(at: Importing.First.AddYears(2).AddDays(day)), default);
    }

    public string Write(string folder)
    {
        foreach (var (name, text) in ((string, string?)[])[
            ("manifest", Manifest), ("orgs", Orgs), ("academicSessions", Sessions), ("users", Users is null || Roles is not null ? Users : People + Ended(Users)), ("roles", Roles),
            ("enrollments", Enrollments is null ? null : "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n" + Enrollments),
            ("demographics", Demographics)])
        {
            if (text is not null)
            {
                File.WriteAllText(Path.Combine(folder, name + ".csv"), text);
            }
        }

        return folder;
    }

    public static async Task<List<string>> EnrolledAsync(Database database)
    {
        await using var db = database.Context();
        var all = await (from e in db.Enrolments
                         join s in db.Students on e.StudentId equals s.Id
                         join o in db.Organizations on e.OrganizationId equals o.Id
                         select new { e, s.Code, School = o.Code }).ToListAsync();
        return [.. all.GroupBy(x => (x.School, x.Code, x.e.FirstDay)).Select(g => g.MaxBy(x => x.e.RecordedAt)!)
            .Select(x => $"{x.School} {x.Code} {x.e.FirstDay:yyyy-MM-dd}..{x.e.LastDay:yyyy-MM-dd} {x.e.Grade}").Order(StringComparer.Ordinal)];
    }

    public static async Task<List<string>> StaffAsync(Database database)
    {
        await using var session = await Session.BeginReadAsync(database, default);
        return await session.RowsAsync("SELECT DISTINCT code FROM staff", r => r.GetString(0), default);
    }

    private static string Ended(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";

    private static string Said(string version, string mode, string absent) =>
        $"propertyName,value\nmanifest.version,1.0\noneroster.version,{version}\nsource.systemCode,alder\n" + string.Concat(
            ((string[])["orgs", "academicSessions", "users", "roles", "enrollments", "demographics"]).Select(f =>
                $"file.{f},{(absent.Split(' ').Contains(f) || (f == "demographics" && version == "1.1") ? "absent" : mode)}\n"));
}
