using System.Globalization;

namespace Throughline.Model;

/// <summary>What is done about an objective (people also say strategy).</summary>
public sealed class Initiative : PlanPart
{
    public int ObjectiveId { get; set; }

    /// <summary>"A1"; never changed and never used again, wherever the initiative moves.</summary>
    public required string Code { get; set; }

    public required string Title { get; set; }

    /// <summary>The role or team that leads it: "ELA coach"; null until somebody does.</summary>
    public string? Lead { get; set; }

    /// <summary>The turnaround practices of the plan's framework that it belongs to, by number with spaces between: "1 2".</summary>
    public string Practices { get; set; } = "";

    /// <summary>The district's priority that it serves; null where it serves none.</summary>
    public int? PriorityId { get; set; }

    public override string Subject => "initiative";

    public Event? Change(string title, string? lead, string practices, int? priorityId, string who, DateTimeOffset now)
    {
        var before = Said();
        (Title, Lead, Practices, PriorityId) = (title, lead, practices, priorityId);
        return Changed("changed", before, Said(), who, now);
    }

    /// <summary>Puts it under another objective, last; its code stays.</summary>
    public Event? MoveUnder(Objective objective, int position, string who, DateTimeOffset now)
    {
        if (objective.Id == ObjectiveId)
        {
            return null;
        }

        var moved = Changed(
            "moved under", ObjectiveId.ToString(CultureInfo.InvariantCulture), objective.Id.ToString(CultureInfo.InvariantCulture), who, now);
        (ObjectiveId, Position) = (objective.Id, position);
        return moved;
    }

    /// <summary>Something new that is done for it.</summary>
    public (Activity Activity, Event Added) AddActivity(
        string text, string? owner, DateOnly? by, DateOnly? doneOn, int position, string who, DateTimeOffset now)
    {
        var activity = new Activity
        {
            PlanId = PlanId,
            InitiativeId = Id,
            Text = text,
            Owner = owner,
            By = by,
            DoneOn = doneOn,
            Position = position,
            RecordedAt = now,
        };
        return (activity, activity.EventOf("added", null, text, who, now));
    }

    private string Said() => string.Join(" | ", new[] { Title, Lead, Practices, PriorityId?.ToString(CultureInfo.InvariantCulture) }.Where(t => !string.IsNullOrEmpty(t)));
}

/// <summary>Something that is done for an initiative: what, who, by when.</summary>
public sealed class Activity : PlanPart
{
    public int InitiativeId { get; set; }

    public required string Text { get; set; }

    /// <summary>The role or team that does it.</summary>
    public string? Owner { get; set; }

    /// <summary>The day by which it is done, included; null for what goes on.</summary>
    public DateOnly? By { get; set; }

    /// <summary>The day it was done; null until then.</summary>
    public DateOnly? DoneOn { get; set; }

    public override string Subject => "activity";

    public Event? Change(string text, string? owner, DateOnly? by, DateOnly? doneOn, string who, DateTimeOffset now)
    {
        var before = Said();
        (Text, Owner, By, DoneOn) = (text, owner, by, doneOn);
        return Changed("changed", before, Said(), who, now);
    }

    private string Said() => string.Join(" | ", new[] { Text, Owner, By?.ToString("O", CultureInfo.InvariantCulture), DoneOn?.ToString("O", CultureInfo.InvariantCulture) }.Where(t => !string.IsNullOrEmpty(t)));
}

/// <summary>What a district has put first; its schools' initiatives serve these, and its overview has a column for each.</summary>
public sealed class Priority : IStamped
{
    public const string StampName = "priorities";

    public int Id { get; set; }

    /// <summary>The district.</summary>
    public int OrganizationId { get; set; }

    public required string Name { get; set; }

    public int Position { get; set; }

    public string Stamp => StampName;

    /// <summary>Calls it by another name or puts it in another place; null where nothing changes.</summary>
    public Event? Change(string name, int position, string who, DateTimeOffset now)
    {
        var before = Said();
        (Name, Position) = (name, position);
        return before == Said() ? null : EventOf("changed", before, Said(), who, now);
    }

    /// <summary>It was added, or is taken from the list.</summary>
    public Event EventOf(string what, string? before, string? after, string who, DateTimeOffset now) =>
        new() { At = now, Who = who, Subject = "priority", SubjectId = Id, What = what, Before = before, After = after };

    private string Said() => string.Create(CultureInfo.InvariantCulture, $"{Position}. {Name}");
}

/// <summary>What a district promised a school, and by when.</summary>
public sealed class Support : IStamped
{
    public const string StampName = "supports";

    public int Id { get; set; }

    /// <summary>The school it was promised to.</summary>
    public int OrganizationId { get; set; }

    public required string Text { get; set; }

    /// <summary>Who in the district owes it, by role: "Student services".</summary>
    public required string Owner { get; set; }

    /// <summary>The day by which it was promised, included.</summary>
    public DateOnly PromisedFor { get; set; }

    public DateOnly? DeliveredOn { get; set; }

    /// <summary>What the school says about it; null where it said nothing.</summary>
    public string? SchoolSays { get; set; }

    public int Version { get; set; } = 1;

    public DateTimeOffset RecordedAt { get; set; }

    public string Stamp => StampName;

    /// <summary>Whether its day has passed and it was not delivered.</summary>
    public bool IsLate(DateOnly today) => DeliveredOn is null && PromisedFor < today;

    /// <summary>A promise to a school.</summary>
    public static (Support Support, Event Added) Promise(
        Organization school, string text, string owner, DateOnly promisedFor, string who, DateTimeOffset now)
    {
        var support = new Support { OrganizationId = school.Id, Text = text, Owner = owner, PromisedFor = promisedFor, RecordedAt = now };
        return (support, new Event { At = now, Who = who, Subject = "support", What = "added", After = support.Said() });
    }

    public Event? Change(string text, string owner, DateOnly promisedFor, DateOnly? deliveredOn, string? schoolSays, string who, DateTimeOffset now)
    {
        var before = Said();
        (Text, Owner, PromisedFor, DeliveredOn, SchoolSays) = (text, owner, promisedFor, deliveredOn, schoolSays);
        if (before == Said())
        {
            return null;
        }

        Version++;
        return new Event { At = now, Who = who, Subject = "support", SubjectId = Id, What = "changed", Before = before, After = Said() };
    }

    private string Said() => string.Join(" | ", new[] { Text, Owner, PromisedFor.ToString("O", CultureInfo.InvariantCulture), DeliveredOn?.ToString("O", CultureInfo.InvariantCulture), SchoolSays }.Where(t => !string.IsNullOrEmpty(t)));
}
