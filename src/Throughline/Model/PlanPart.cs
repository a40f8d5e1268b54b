namespace Throughline.Model;

/// <summary>Something that a change of which makes what was read of it before out of date.</summary>
public interface IStamped
{
    /// <summary>The name of the stamp that goes up with every change: "plan:7", "access".</summary>
    string Stamp { get; }
}

/// <summary>A part of a plan that people write, move and remove.</summary>
public abstract class PlanPart : IStamped
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>Its place among its siblings, counted from 1; equal places are ordered by number.</summary>
    public int Position { get; set; }

    /// <summary>Goes up with every change; a change says which version it was made from.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>What its events and removals call it: "objective".</summary>
    public abstract string Subject { get; }

    public string Stamp => Model.Plan.StampOf(PlanId);

    /// <summary>Its event: who changed what, from what to what; null where nothing changed.</summary>
    protected Event? Changed(string what, string? before, string? after, string who, DateTimeOffset now)
    {
        if (before == after)
        {
            return null;
        }

        Version++;
        return EventOf(what, before, after, who, now);
    }

    /// <summary>An event about it.</summary>
    public Event EventOf(string what, string? before, string? after, string who, DateTimeOffset now) => new()
    {
        At = now,
        Who = who,
        Subject = Subject,
        SubjectId = Id,
        PlanId = PlanId,
        What = what,
        Before = before,
        After = after,
    };

    /// <summary>Puts it in another place among its siblings; null where it is there.</summary>
    public Event? MoveTo(int position, string who, DateTimeOffset now)
    {
        var moved = Changed("moved", Place(Position), Place(position), who, now);
        Position = position;
        return moved;
    }

    /// <summary>Takes it out of the plan; it and its history are kept, so that this can be undone.</summary>
    public (Removal Removal, Event Removed) Remove(string who, DateTimeOffset now) => (
        new Removal { PlanId = PlanId, Subject = Subject, SubjectId = Id, At = now, Who = who },
        EventOf("removed", null, null, who, now));

    /// <summary>Undoes a removal; its row is deleted with this.</summary>
    public Event Restore(string who, DateTimeOffset now) => EventOf("restored", null, null, who, now);

    private static string Place(int position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>That a part was taken out of its plan, by whom and when. Undoing deletes this row; both leave an event.</summary>
public sealed class Removal : IStamped
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public required string Subject { get; set; }

    public int SubjectId { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Who { get; set; }

    public string Stamp => Model.Plan.StampOf(PlanId);
}

/// <summary>The key of a form that made something, so that sending it twice makes it once.</summary>
public sealed class CreationKey
{
    public required string Key { get; set; }

    /// <summary>Where the thing made is shown.</summary>
    public required string Address { get; set; }

    public DateTimeOffset At { get; set; }
}
