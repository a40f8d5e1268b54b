namespace Throughline.Benchmarks.Evidence;

/// <summary>
/// A kind of record that a school keeps: an incident, a course mark, a visit to a room. Beside its own fields each record has
/// an organization and a day, and a student, a room or a person where it is about one.
/// </summary>
/// <param name="Id">Its name in files and formulas: "incident".</param>
/// <param name="Name">What people call it: "Incidents and responses".</param>
/// <param name="About">Whom or what each record is about.</param>
/// <param name="WhileEnrolled">
/// Whether a student's record counts only at a school where the student was enrolled that day. Not so for the outcome of a
/// cohort, which is recorded of students who have left too.
/// </param>
/// <param name="Fields">In the order of a record's values.</param>
public sealed record RecordKind(string Id, string Name, RecordSubject About, bool WhileEnrolled, IReadOnlyList<RecordField> Fields)
{
    /// <summary>The field of that name, exactly as written; null where there is none.</summary>
    public RecordField? Field(string id) => Fields.FirstOrDefault(f => f.Id == id);
}

/// <summary>Whom or what a record is about. Files name them student, room, person, organization.</summary>
public enum RecordSubject
{
    Student,

    /// <summary>A room that was visited: never the person who teaches in it.</summary>
    Room,

    /// <summary>A member of staff.</summary>
    Person,

    /// <summary>The school or district as a whole.</summary>
    Organization,
}
