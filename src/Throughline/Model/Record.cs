namespace Throughline.Model;

/// <summary>
/// One thing that happened or was found, as a source told it: an incident, a mark, a visit. Rows are never changed: what a
/// source says later under the same key takes the place of what it said before.
/// </summary>
public sealed class Record
{
    public long Id { get; set; }

    /// <summary>The kind, by its name in the library: "incident".</summary>
    public required string Kind { get; set; }

    /// <summary>The school, or the district for what belongs to none.</summary>
    public int OrganizationId { get; set; }

    /// <summary>The source's own number; where it has none, what makes the row that row. One in force a kind, place and key.</summary>
    public required string Key { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>The id of the student, room or member of staff; null for what is of a whole school.</summary>
    public int? About { get; set; }

    /// <summary>The texts of the kind's fields in their order, as a JSON array.</summary>
    public required string Fields { get; set; }

    /// <summary>The source has taken it back.</summary>
    public bool Withdrawn { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>A room that is visited, by the name the school gives it. Whose room it is, is not kept.</summary>
public sealed class Room
{
    public int Id { get; set; }

    public int OrganizationId { get; set; }

    public required string Code { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>A member of staff, by the number that the district gives. Seen by those with the grant for staff.</summary>
public sealed class StaffMember
{
    public int Id { get; set; }

    public int OrganizationId { get; set; }

    public required string Code { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
