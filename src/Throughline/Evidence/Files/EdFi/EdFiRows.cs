namespace Throughline.Evidence.Files.EdFi;

/// <summary>What the elements of each kind of Ed-Fi file say, as rows. Elements that have no place here are passed over.</summary>
internal static class EdFiRows
{
    /// <summary>Behaviours of Ed-Fi's own list that say whose rule was broken, not what happened.</summary>
    private static readonly HashSet<string> WhoseRule = new(["State Offense", "School Code of Conduct", "School Violation"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Ed-Fi's names of grades, as far as they differ from ours.</summary>
    private static readonly Dictionary<string, string> Grades = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Preschool/Prekindergarten"] = "PK",
        ["Kindergarten"] = "K",
        ["First grade"] = "1",
        ["Second grade"] = "2",
        ["Third grade"] = "3",
        ["Fourth grade"] = "4",
        ["Fifth grade"] = "5",
        ["Sixth grade"] = "6",
        ["Seventh grade"] = "7",
        ["Eighth grade"] = "8",
        ["Ninth grade"] = "9",
        ["Tenth grade"] = "10",
        ["Eleventh grade"] = "11",
        ["Twelfth grade"] = "12",
    };

    /// <summary>Districts and schools; a school refers to its district by number, or by where it stands in the file.</summary>
    public static void Organizations(string path, EdFiSheet districts, EdFiSheet schools, CancellationToken cancel)
    {
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new List<(EdFiElement School, string Ref)>();
        EdFiFile.Read(
            path,
            e =>
            {
                if (e.Name == "LocalEducationAgency")
                {
                    byId[e.Xml.Attribute("id")?.Value ?? ""] = e.Text("LocalEducationAgencyId");
                    districts.Add(e.Line, e.Text("LocalEducationAgencyId"), e.Text("NameOfInstitution"));
                }
                else if (e.Name == "School")
                {
                    var reference = e.Xml.Elements().FirstOrDefault(x => x.Name.LocalName == "LocalEducationAgencyReference");
                    waiting.Add((e, reference?.Attribute("ref")?.Value ?? ""));
                }
            },
            cancel);
        foreach (var (school, reference) in waiting)
        {
            var district = school.Text("LocalEducationAgencyReference", "LocalEducationAgencyIdentity", "LocalEducationAgencyId");
            schools.Add(school.Line, school.Text("SchoolId"), school.Text("NameOfInstitution"), district.Length > 0 ? district : byId.GetValueOrDefault(reference, ""));
        }
    }

    public static void Enrolments(string path, EdFiSheet sheet, CancellationToken cancel) => EdFiFile.Read(
        path,
        e =>
        {
            if (e.Name == "StudentSchoolAssociation")
            {
                var grade = e.Text("EntryGradeLevel");
                sheet.Add(
                    e.Line, e.Within("StudentUniqueId"), e.Within("SchoolId"), e.Text("EntryDate"), e.Text("ExitWithdrawDate"), Grades.GetValueOrDefault(grade, grade));
            }
        },
        cancel);

    /// <summary>The days of school calendars; calendars of single students say nothing of a school.</summary>
    public static void Days(string path, EdFiSheet sheet, CancellationToken cancel)
    {
        var ofStudents = new HashSet<(string School, string Code)>();
        EdFiFile.Read(
            path,
            e =>
            {
                if (e.Name == "Calendar" && e.Text("CalendarType") == "Student Specific")
                {
                    ofStudents.Add((e.Within("SchoolId"), e.Text("CalendarCode")));
                }
            },
            cancel);
        EdFiFile.Read(
            path,
            e =>
            {
                if (e.Name == "CalendarDate" && !ofStudents.Contains((e.Within("SchoolId"), e.Within("CalendarCode"))))
                {
                    sheet.Add(e.Line, e.Within("SchoolId"), e.Text("Date"), e.Text("CalendarEvent"));
                }
            },
            cancel);
    }

    /// <summary>Events of a school's day; those of single lessons say nothing of the day.</summary>
    public static void Attendance(string path, EdFiSheet sheet, CancellationToken cancel) => EdFiFile.Read(
        path,
        e =>
        {
            if (e.Name == "StudentSchoolAttendanceEvent")
            {
                var (what, length) = (e.Text("AttendanceEvent", "AttendanceEventCategory"), e.Text("AttendanceEvent", "EventDuration"));
                var isHalf = length is "0.5" or "0.50" or ".5";
                var code = what switch
                {
                    "In Attendance" => "P",
                    "Excused Absence" => isHalf ? "HE" : "E",
                    "Unexcused Absence" => isHalf ? "HU" : "U",
                    "Tardy" => "T",
                    _ => what,
                };
                sheet.Add(e.Line, e.Text("StudentReference", "StudentIdentity", "StudentUniqueId"), e.Text("SchoolReference", "SchoolIdentity", "SchoolId"), e.Text("AttendanceEvent", "EventDate"), code);
            }
        },
        cancel);

    /// <summary>A row for each student and response; for a student without a response, a row with what happened.</summary>
    public static void Incidents(string path, EdFiSheet sheet, CancellationToken cancel)
    {
        var incidents = new Dictionary<string, (string Number, string School, string Day)>(StringComparer.Ordinal);
        var rows = new List<(long Line, string[] Cells)>();
        var answered = new HashSet<(string Student, string Incident)>();
        EdFiFile.Read(
            path,
            e =>
            {
                if (e.Name == "DisciplineIncident")
                {
                    var incident = (e.Text("IncidentIdentifier"), e.Text("SchoolReference", "SchoolIdentity", "SchoolId"), e.Text("IncidentDate"));
                    incidents[Key(incident.Item1, incident.Item2)] = incident;
                    incidents["#" + e.Xml.Attribute("id")?.Value] = incident;
                }
            },
            cancel);
        EdFiFile.Read(path, e => Take(e, incidents, answered, rows), cancel);
        foreach (var (line, cells) in rows.Where(r => r.Cells[4].Length > 0 || !answered.Contains((r.Cells[0], Key(r.Cells[3], r.Cells[1])))))
        {
            sheet.Add(line, cells);
        }
    }

    private static void Take(
        EdFiElement e, Dictionary<string, (string Number, string School, string Day)> incidents, HashSet<(string Student, string Incident)> answered, List<(long Line, string[] Cells)> rows)
    {
        if (e.Name is not ("DisciplineAction" or "StudentDisciplineIncidentBehaviorAssociation"))
        {
            return;
        }

        var reference = e.Xml.Descendants().FirstOrDefault(x => x.Name.LocalName == "DisciplineIncidentReference")?.Attribute("ref")?.Value;
        var school = e.Within("SchoolId");
        var (number, at, day) = incidents.GetValueOrDefault(reference is null ? Key(e.Within("IncidentIdentifier"), school) : "#" + reference, (e.Within("IncidentIdentifier"), school, e.Text("DisciplineDate")));
        var (student, behaviour) = (e.Within("StudentUniqueId"), e.Xml.Descendants().LastOrDefault(x => x.Name.LocalName == "Behavior")?.Value.Split('#')[^1].Trim() ?? "");
        var category = WhoseRule.Contains(behaviour) ? "other" : behaviour;
        if (e.Name == "DisciplineAction")
        {
            answered.Add((student, Key(number, at)));
            var days = e.Text("ActualDisciplineActionLength");
            rows.Add((e.Line, [student, at, day, number, e.Text("DisciplineActionIdentifier"), category, e.Text("Discipline"), days]));
        }
        else
        {
            rows.Add((e.Line, [student, at, day, number, "", category, "", ""]));
        }
    }

    private static string Key(string number, string school) => $"{school}/{number}";
}
