namespace Throughline.Model;

/// <summary>A day on which a school keeps school, with its place in the bits of the year, which never changes.</summary>
public sealed class SchoolDay
{
    public int SchoolYear { get; set; }

    public int OrganizationId { get; set; }

    /// <summary>0 to 255.</summary>
    public int Place { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>When the day's attendance first came; null while it has not. The day counts from then on.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>Whether it came with a mark for each student. Otherwise who is not named was there.</summary>
    public bool Full { get; set; }

    /// <summary>When it was found that no school was kept after all.</summary>
    public DateTimeOffset? CancelledAt { get; set; }
}

/// <summary>One student's school year at one school, as <see cref="Benchmarks.Attendance.StudentYear"/> writes it.</summary>
public sealed class AttendanceRow
{
    public int SchoolYear { get; set; }

    public int OrganizationId { get; set; }

    public int StudentId { get; set; }

    public required byte[] Days { get; set; }
}

/// <summary>What marks of days that had arrived were until an instant, when others took their place.</summary>
public sealed class AttendanceCorrection
{
    public int SchoolYear { get; set; }

    public int OrganizationId { get; set; }

    public int StudentId { get; set; }

    /// <summary>When the new marks were recorded.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Two bytes each: the place, and the mark before.</summary>
    public required byte[] Marks { get; set; }
}

/// <summary>The sums of a school, a district or the state for the months of a school year, brought up to date with each day.</summary>
public sealed class AttendanceTotalsRow
{
    public int SchoolYear { get; set; }

    public int OrganizationId { get; set; }

    /// <summary>Of which questions these are the sums; others are counted anew.</summary>
    public int Shape { get; set; }

    public required byte[] Totals { get; set; }
}
