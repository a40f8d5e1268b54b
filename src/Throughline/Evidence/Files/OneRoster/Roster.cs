using Throughline.Benchmarks.Calendar;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>A school or district of a roster.</summary>
/// <param name="Line">Of orgs.csv.</param>
/// <param name="Code">Its identifier, or where it has none the roster's own.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsSchool">Else a district.</param>
/// <param name="Parent">The roster's identifier of what it belongs to.</param>
internal sealed record RosterOrganization(long Line, string Code, string Name, bool IsSchool, string? Parent);

/// <summary>A student or member of staff.</summary>
/// <param name="Line">Of users.csv; of the first row that names them, where that file does not.</param>
/// <param name="Code">The person's number.</param>
internal sealed record RosterPerson(long Line, string Code)
{
    /// <summary>"student", "teacher", …; null where the bundle does not say.</summary>
    public string? Role { get; set; }

    public string? Grade { get; init; }

    /// <summary>Whether the roster takes them back.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The day on which they were last changed.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Whether the bundle says all of their schools.</summary>
    public bool SaysSchools { get; init; }

    /// <summary>The codes of their organizations.</summary>
    public HashSet<string> Organizations { get; } = new(StringComparer.Ordinal);

    /// <summary>From when to when they are in classes, by the school's code; null where the rows do not say.</summary>
    public Dictionary<string, (DateOnly? First, DateOnly? Last)> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>Their groups by what is asked: race, sex.</summary>
    public Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    public bool IsStudent => Role == "student";

    public bool IsStaff => Role is not (null or "student" or "parent" or "guardian" or "relative");
}

/// <summary>What a bundle says, all of its files together.</summary>
internal sealed class Roster
{
    /// <summary>By the roster's identifier.</summary>
    public Dictionary<string, RosterOrganization> Organizations { get; } = new(StringComparer.Ordinal);

    /// <summary>By the roster's identifier.</summary>
    public Dictionary<string, RosterPerson> People { get; } = new(StringComparer.Ordinal);

    /// <summary>The first and last day of its school year; null where it does not say.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; set; }

    public SchoolYear? Year => Days is { } days ? SchoolYear.Of(days.First) : null;

    /// <summary>Organizations that are neither school nor district.</summary>
    public long OtherOrganizations { get; set; }

    /// <summary>Organizations that the roster takes back; they stay, with their history.</summary>
    public long DeletedOrganizations { get; set; }

    /// <summary>Places in classes that the roster takes back; who leaves a class has not left the school.</summary>
    public long DeletedClasses { get; set; }
}
