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
