using Throughline.Benchmarks.Calendar;

namespace Throughline.Model;

/// <summary>The state, a district or a school, by the code its state writes.</summary>
public sealed partial class Organization : IStamped
{
    public const string StampName = "organizations";

    /// <summary>The code of the one state that an installation serves.</summary>
    public const string StateCode = "state";

    public int Id { get; set; }

    /// <summary>Text exactly as the state writes it, leading zeros included; one organization a code.</summary>
    public required string Code { get; set; }

    public required OrganizationKind Kind { get; set; }

    /// <summary>The name it has now; earlier ones are in <see cref="Names"/>.</summary>
    public required string Name { get; set; }

    /// <summary>A school's district, a district's state; null for the state.</summary>
    public int? ParentId { get; set; }

    public Organization? Parent { get; set; }

    /// <summary>What kind of school or district it is ("charter", "vocational"); entered by people, null until then.</summary>
    public string? Type { get; set; }

    /// <summary>The lowest grade, as written: "PK", "K", "1" … "12", "SP".</summary>
    public string? GradeLow { get; set; }

    public string? GradeHigh { get; set; }

    /// <summary>Every grade taught, lowest first, with a bar between them: "PK|K|1".</summary>
    public string? Grades { get; set; }

    /// <summary>The first school year in which it was seen, by the calendar year it ends in; null where unknown.</summary>
    public int? FirstYear { get; set; }

    /// <summary>The latest school year in which it was seen.</summary>
    public int? LatestYear { get; set; }

    /// <summary>In how many years it was seen: fewer than the span means that there are gaps, which stay gaps.</summary>
    public int? YearsSeen { get; set; }

    /// <summary>Students enrolled when last counted.</summary>
    public int? Enrolment { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public ICollection<OrganizationName> Names { get; } = [];

    public string Stamp => StampName;

    /// <summary>A new plan over whole school years, both included.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="kind">The id of its kind in a pack: "sustainable_improvement".</param>
    /// <param name="first">The first school year.</param>
    /// <param name="latest">The last, included.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="now">When.</param>
    public (Plan Plan, Event Added) AddPlan(string name, string kind, SchoolYear first, SchoolYear latest, string who, DateTimeOffset now)
    {
        var plan = new Plan
        {
            OrganizationId = Id,
            Name = name,
            Kind = kind,
            FirstYear = first.EndYear,
            LatestYear = latest.EndYear,
            RecordedAt = now,
        };
        return (plan, new Event { At = now, Who = who, Subject = "plan", What = "added", After = name });
    }

    /// <summary>Says what kind of school or district it is; null where that is already so.</summary>
    public Event? SetType(string? type, string who, DateTimeOffset now)
    {
        if (type == Type)
        {
            return null;
        }

        var changed = new Event { At = now, Who = who, Subject = "organization", SubjectId = Id, What = "type", Before = Type, After = type };
        (Type, RecordedAt) = (type, now);
        return changed;
    }

    /// <summary>Says that it follows another organization: a merger, or a new code for the same school.</summary>
    public (Succession Succession, Event Added) Follow(Organization predecessor, string who, DateTimeOffset now) => (
        new Succession { PredecessorId = predecessor.Id, SuccessorId = Id, RecordedAt = now },
        new Event { At = now, Who = who, Subject = "organization", SubjectId = Id, What = "follows", After = predecessor.Code });

    /// <summary>Whether its first and its latest year enclose a school year; years in which it was not seen count.</summary>
    public bool IsOpenIn(SchoolYear year) => FirstYear <= year.EndYear && LatestYear >= year.EndYear;
}

public enum OrganizationKind
{
    State,
    District,
    School,
}

/// <summary>A name and the school years it was used in, both included; the last year is null while it is in use.</summary>
public sealed class OrganizationName
{
    public int Id { get; set; }

    public int OrganizationId { get; set; }

    public required string Name { get; set; }

    public int? FirstYear { get; set; }

    public int? LatestYear { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>One organization follows another: a merger has two such rows, a renamed school with a new code one.</summary>
public sealed class Succession
{
    public int Id { get; set; }

    public int PredecessorId { get; set; }

    public int SuccessorId { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
