namespace Throughline.Model;

/// <summary>What people change of an organization by typing it in; what a directory says comes through imports.</summary>
public sealed partial class Organization
{
    /// <summary>An organization that somebody typed in; it is stored with its event.</summary>
    public static (Organization Organization, Event Added) Of(string code, OrganizationKind kind, string name, Organization parent, string who, DateTimeOffset now)
    {
        var made = new Organization { Code = code, Kind = kind, Name = name, Parent = parent, RecordedAt = now };
        made.Names.Add(new OrganizationName { Name = name, RecordedAt = now });
        return (made, made.Changed("added", null, name, who, now)!);
    }

    /// <summary>Gives it another name from now on; null where it has that one. Its names are loaded.</summary>
    public Event? Rename(string name, int schoolYear, string who, DateTimeOffset now)
    {
        var changed = Changed("renamed", Name, name, who, now);
        if (changed is not null)
        {
            foreach (var earlier in Names.Where(n => n.LatestYear is null))
            {
                earlier.LatestYear = schoolYear - 1;
            }

            Names.Add(new OrganizationName { Name = name, FirstYear = schoolYear, RecordedAt = now });
            Name = name;
        }

        return changed;
    }

    /// <summary>Puts it under another district; null where it is there.</summary>
    public Event? MoveUnder(Organization from, Organization to, string who, DateTimeOffset now)
    {
        var changed = Changed("moved", from.Code, to.Code, who, now);
        ParentId = to.Id;
        return changed;
    }

    /// <summary>Says which grades it teaches, lowest first; null where these are known.</summary>
    public Event? SetGrades(IReadOnlyList<string> grades, string who, DateTimeOffset now)
    {
        var all = grades.Count == 0 ? null : string.Join('|', grades);
        var changed = Changed("grades", Grades, all, who, now);
        if (changed is not null)
        {
            (Grades, GradeLow, GradeHigh) = (all, grades.Count == 0 ? null : grades[0], grades.Count == 0 ? null : grades[^1]);
        }

        return changed;
    }

    private Event? Changed(string what, string? before, string? after, string who, DateTimeOffset now)
    {
        if (before == after)
        {
            return null;
        }

        RecordedAt = now;
        return new Event { At = now, Who = who, Subject = "organization", SubjectId = Id, What = what, Before = before, After = after };
    }
}
