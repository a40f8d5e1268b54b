using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Evidence.Files.EdFi;
using Throughline.Imports;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>The sample files of Ed-Fi's data standard; they have no enrolments, which the test makes of those who were away.</summary>
public sealed class EdFiTests
{
    private const string Space = "http://ed-fi.org/5.2.0";

    [SharedTheory, Sqlite, Postgres]
    public async Task The_sample_brings_schools_attendance_and_discipline(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var organizations = await ImportAsync(test.Database, Sample("EducationOrganization.xml"));
        Assert.Equal([(1L, 1L, true), (3L, 3L, true)], organizations.Select(r => (r.Read, r.Added, r.Stored)));
        await using (var db = test.Database.Context())
        {
            var school = await db.Organizations.Include(o => o.Parent).SingleAsync(o => o.Code == "255901001");
            Assert.Equal(("Grand Bend High School", "255901", "Grand Bend ISD"), (school.Name, school.Parent!.Code, school.Parent.Name));
        }

        var enrolled = Assert.Single(await ImportAsync(test.Database, Enrolments(test.Folder)));
        Assert.Equal((0, true), (enrolled.Refused, enrolled.Stored));
        await KeepSchoolAsync(test.Database);
        var days = Assert.Single(await ImportAsync(test.Database, Sample("StudentSchoolAttendance.xml"), accept: true));
        // Part of a day, of which the sample does not say how much; and three events on a Sunday.
        Assert.Equal((1_917, 4, true), (days.Read, days.Refused, days.Stored));
        Assert.Equal((1, 3), (days.FirstRefusals.Count(r => r.Reason == ImportTexts.MarkUnknown), days.FirstRefusals.Count(r => r.Reason == ImportTexts.NoSchoolDay)));
        var incidents = Assert.Single(await ImportAsync(test.Database, Sample("StudentDiscipline.xml"), accept: true));
        Assert.Equal((0, true), (incidents.Refused, incidents.Stored));
        Assert.True(incidents.Added >= 21, $"{incidents.Added} of {incidents.Read}");
        var again = Assert.Single(await ImportAsync(test.Database, Sample("StudentDiscipline.xml"), at: Importing.First.AddDays(1)));
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    [SharedFact]
    public async Task Without_students_every_event_is_refused_with_the_line_of_its_element()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await ImportAsync(test.Database, Sample("EducationOrganization.xml"));
        await test.Database.SchoolsAsync();
        var path = Importing.Write(test.Database, "one.csv", "student_id,school_code,entry_date\n1,00010001,2021-08-01\n");
        await StudentImport.RunAsync(test.Database, path, null, Importing.Options(), default);
        var result = Assert.Single(await ImportAsync(test.Database, Sample("StudentSchoolAttendance.xml")));
        Assert.Equal((1_917, 1_917, false), (result.Read, result.Refused, result.Stored));
        Assert.Contains("<StudentSchoolAttendanceEvent>", File.ReadLines(Sample("StudentSchoolAttendance.xml")).ElementAt((int)result.FirstRefusals[3].Line - 1), StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("StudentGradebook.xml", "was left out")]
    [InlineData("Survey.xml", "was left out")]
    [InlineData("Student.xml", "was left out")]
    public async Task What_has_no_place_is_named(string file, string words)
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        Assert.Contains(words, (await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, Sample(file)))).Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task Calendars_of_single_students_and_attendance_of_lessons_say_nothing_of_a_school()
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        Assert.Equal([ImportTexts.EdFiStudentCalendars], Assert.Single(await ImportAsync(test.Database, Sample("EducationOrgCalendar.xml"))).Notes);
        Assert.Equal([ImportTexts.EdFiSections], Assert.Single(await ImportAsync(test.Database, Sample("StudentSectionAttendance-Tardy.xml"))).Notes);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><InterchangeStudentAttendance xmlns=\"http://ed-fi.org/5.2.0\">&a;</InterchangeStudentAttendance>", "document type")]
    [InlineData("<InterchangeStudentEnrollment xmlns=\"http://ed-fi.org/5.2.0\"><StudentSchoolAssociation>", "may have been cut")]
    [InlineData("<InterchangeStudentEnrollment xmlns=\"http://ed-fi.org/5.2.0\"></InterchangeStudentEnrollment>", "holds nothing of its kind")]
    [InlineData("<html></html>", "no interchange file")]
    [InlineData("student,school\n1,2\n", "not whole XML")]
    [InlineData("", "not whole XML")]
    public async Task A_file_at_fault_is_refused_in_plain_words(string text, string words)
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        var path = Importing.Write(test.Database, "file.xml", text);
        Assert.Contains(words, (await Assert.ThrowsAsync<Problem>(() => ImportAsync(test.Database, path))).Message, StringComparison.Ordinal);
    }

    private static string Sample(string name) => Shared.Path("data", "interchange", "edfi", name);

    private static Task<IReadOnlyList<ImportResult>> ImportAsync(Database database, string path, bool accept = false, DateTimeOffset? at = null) =>
        EdFiImport.RunAsync(database, path, "Test state", Importing.Options(accept, at: at), default);

    /// <summary>An enrolment for whoever the sample names as away or disciplined, at the school that it names.</summary>
    private static string Enrolments(string folder)
    {
        XNamespace n = Space;
        var students = ((string[])["StudentSchoolAttendance.xml", "StudentDiscipline.xml"]).SelectMany(f => XDocument.Load(Sample(f)).Root!.Elements())
            .Select(e => (Student: e.Descendants(n + "StudentUniqueId").FirstOrDefault()?.Value, School: e.Descendants(n + "SchoolId").FirstOrDefault()?.Value
                ?? e.Descendants(n + "DisciplineIncidentReference").FirstOrDefault()?.Attribute("ref")?.Value.Split('_')[^1]))
            .Where(p => p.Student is not null && p.School is not null).DistinctBy(p => p.Student);
        var path = Path.Combine(folder, "StudentEnrollment.xml");
        new XDocument(new XElement(n + "InterchangeStudentEnrollment", students.Select(p => new XElement(
            n + "StudentSchoolAssociation",
            new XElement(n + "StudentReference", new XElement(n + "StudentIdentity", new XElement(n + "StudentUniqueId", p.Student))),
            new XElement(n + "SchoolReference", new XElement(n + "SchoolIdentity", new XElement(n + "SchoolId", p.School))),
            new XElement(n + "EntryDate", "2021-08-23"),
            new XElement(n + "EntryGradeLevel", "uri://ed-fi.org/GradeLevelDescriptor#Ninth grade"))))).Save(path);
        return path;
    }

    private static async Task KeepSchoolAsync(Database database)
    {
        var days = Enumerable.Range(0, 280).Select(i => new DateOnly(2021, 8, 23).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var path = Importing.Write(database, "days.csv", "school,date\n" + string.Concat(days.Select(d => $"255901,{d:yyyy-MM-dd}\n")));
        await CalendarImport.RunAsync(database, path, Importing.Options(), default);
    }
}
