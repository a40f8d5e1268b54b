namespace Throughline.Model;

/// <summary>The days on which a school keeps school in a school year, as <see cref="Benchmarks.Attendance.SchoolYearDays"/> writes them.</summary>
public sealed class SchoolYearRow
{
    public int SchoolYear { get; set; }

    public int OrganizationId { get; set; }

    public required byte[] Days { get; set; }
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
