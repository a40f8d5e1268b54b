namespace Throughline.Model;

/// <summary>A strategic objective of a plan.</summary>
public sealed class Objective : PlanPart
{
    /// <summary>"A"; never changed and never used again within its plan.</summary>
    public required string Code { get; set; }

    public required string Title { get; set; }

    public override string Subject => "objective";

    /// <summary>Says it in other words; null where they are the same.</summary>
    public Event? Rename(string title, string who, DateTimeOffset now)
    {
        var changed = Changed("changed", Title, title, who, now);
        Title = title;
        return changed;
    }

    /// <summary>Says why things are as they are.</summary>
    public (RootCause RootCause, Event Added) AddRootCause(string text, HeldBy heldBy, int position, string who, DateTimeOffset now)
    {
        var cause = new RootCause { PlanId = PlanId, ObjectiveId = Id, Text = text, HeldBy = heldBy, Position = position, RecordedAt = now };
        return (cause, cause.EventOf("added", null, text, who, now));
    }

    /// <summary>A new initiative under it, with a code that the plan has never used.</summary>
    public (Initiative Initiative, Event Added) AddInitiative(
        string code, string title, string? lead, string practices, int? priorityId, int position, string who, DateTimeOffset now)
    {
        var initiative = new Initiative
        {
            PlanId = PlanId,
            ObjectiveId = Id,
            Code = code,
            Title = title,
            Lead = lead,
            Practices = practices,
            PriorityId = priorityId,
            Position = position,
            RecordedAt = now,
        };
        return (initiative, initiative.EventOf("added", null, title, who, now));
    }
}

/// <summary>Why things are as they are: a root cause that an objective answers.</summary>
public sealed class RootCause : PlanPart
{
    public int ObjectiveId { get; set; }

    public required string Text { get; set; }

    /// <summary>Who can change it.</summary>
    public HeldBy HeldBy { get; set; }

    public override string Subject => "root_cause";

    public Event? Change(string text, HeldBy heldBy, string who, DateTimeOffset now)
    {
        var changed = Changed("changed", Said(), $"{text} ({heldBy})", who, now);
        (Text, HeldBy) = (text, heldBy);
        return changed;
    }

    private string Said() => $"{Text} ({HeldBy})";
}

/// <summary>Whose a root cause is: the school's own, the district's, or from outside.</summary>
public enum HeldBy
{
    School,
    District,
    Outside,
}
