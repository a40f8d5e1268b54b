using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Imports;

/// <summary>What a directory says of one organization; null where it does not say.</summary>
internal sealed record OrganizationFacts(string Code, string Name)
{
    public string? ParentCode { get; init; }

    public string? ParentName { get; init; }

    public string? GradeLow { get; init; }

    public string? GradeHigh { get; init; }

    public string? Grades { get; init; }

    public int? FirstYear { get; init; }

    public int? LatestYear { get; init; }

    public int? YearsSeen { get; init; }

    public int? Enrolment { get; init; }
}

internal enum Outcome
{
    Unchanged,
    Added,
    Changed,
    OtherKind,
    ParentOfAnotherKind,
}

/// <summary>The organizations of the database, by code, while a directory is laid over them.</summary>
internal sealed class OrganizationDirectory
{
    private readonly ThroughlineDb db;
    private readonly Dictionary<string, Organization> byCode;
    private readonly Organization state;
    private readonly ImportOptions options;

    private OrganizationDirectory(
        ThroughlineDb db, Dictionary<string, Organization> byCode, Organization state, ImportOptions options)
    {
        this.db = db;
        this.byCode = byCode;
        this.state = state;
        this.options = options;
    }

    public static async Task<OrganizationDirectory> LoadAsync(
        ThroughlineDb db, string? stateName, ImportOptions options, CancellationToken cancel)
    {
        var byCode = await db.Organizations.Include(o => o.Names).ToDictionaryAsync(o => o.Code, StringComparer.Ordinal, cancel);
        if (!byCode.TryGetValue(Organization.StateCode, out var state))
        {
            state = new Organization
            {
                Code = Organization.StateCode,
                Kind = OrganizationKind.State,
                Name = stateName ?? ImportTexts.TheState,
                RecordedAt = options.RecordedAt,
            };
            db.Organizations.Add(state);
            byCode.Add(state.Code, state);
        }
        else if (stateName is not null)
        {
            state.Name = stateName;
        }

        return new OrganizationDirectory(db, byCode, state, options);
    }

    public Outcome Put(OrganizationKind kind, OrganizationFacts facts)
    {
        var isNew = !byCode.TryGetValue(facts.Code, out var organization);
        if (facts.ParentCode == facts.Code || (organization is not null && organization.Kind != kind))
        {
            return Outcome.OtherKind;
        }

        if (facts.ParentCode is { } code && byCode.TryGetValue(code, out var known) && known.Kind == OrganizationKind.School)
        {
            return Outcome.ParentOfAnotherKind;
        }

        if (isNew)
        {
            Add(kind, facts, facts.ParentCode is null ? state : District(facts));
            return Outcome.Added;
        }

        Rename(organization!, facts);
        if (facts.ParentCode is not null)
        {
            organization!.Parent = District(facts);
        }

        organization!.GradeLow = facts.GradeLow ?? organization.GradeLow;
        organization.GradeHigh = facts.GradeHigh ?? organization.GradeHigh;
        organization.Grades = facts.Grades ?? organization.Grades;
        organization.FirstYear = facts.FirstYear ?? organization.FirstYear;
        organization.LatestYear = facts.LatestYear ?? organization.LatestYear;
        organization.YearsSeen = facts.YearsSeen ?? organization.YearsSeen;
        organization.Enrolment = facts.Enrolment ?? organization.Enrolment;
        var entry = db.Entry(organization);
        if (entry.State == EntityState.Unchanged)
        {
            return Outcome.Unchanged;
        }

        organization.RecordedAt = options.RecordedAt;
        return Outcome.Changed;
    }

    private Organization District(OrganizationFacts facts) => byCode.TryGetValue(facts.ParentCode!, out var district)
        ? district
        : Add(OrganizationKind.District, new OrganizationFacts(facts.ParentCode!, facts.ParentName ?? facts.ParentCode!), state);

    private Organization Add(OrganizationKind kind, OrganizationFacts facts, Organization parent)
    {
        var organization = new Organization
        {
            Code = facts.Code,
            Kind = kind,
            Name = facts.Name,
            Parent = parent,
            GradeLow = facts.GradeLow,
            GradeHigh = facts.GradeHigh,
            Grades = facts.Grades,
            FirstYear = facts.FirstYear,
            LatestYear = facts.LatestYear,
            YearsSeen = facts.YearsSeen,
            Enrolment = facts.Enrolment,
            RecordedAt = options.RecordedAt,
        };
        organization.Names.Add(new OrganizationName
        {
            Name = facts.Name,
            FirstYear = facts.FirstYear,
            RecordedAt = options.RecordedAt,
        });
        db.Organizations.Add(organization);
        byCode.Add(facts.Code, organization);
        return organization;
    }

    /// <summary>A new name holds from the latest year the directory has seen; the old one ends the year before.</summary>
    private void Rename(Organization organization, OrganizationFacts facts)
    {
        if (organization.Name == facts.Name)
        {
            return;
        }

        foreach (var name in organization.Names.Where(n => n.LatestYear is null))
        {
            name.LatestYear = facts.LatestYear - 1;
        }

        organization.Names.Add(new OrganizationName
        {
            Name = facts.Name,
            FirstYear = facts.LatestYear,
            RecordedAt = options.RecordedAt,
        });
        organization.Name = facts.Name;
    }
}
