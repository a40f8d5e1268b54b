namespace Throughline.Model;

/// <summary>
/// Something that was done: who, when, what, from what to what. Events are the audit, the feed and the history; they
/// are written by the verbs of the nouns and never changed.
/// </summary>
public sealed class Event
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who did it: an account, or the name of the machine's user for a command.</summary>
    public required string Who { get; set; }

    /// <summary>What it was done to: "organization", "plan", "benchmark".</summary>
    public required string Subject { get; set; }

    public long SubjectId { get; set; }

    /// <summary>The plan it belongs to; null for what belongs to none.</summary>
    public int? PlanId { get; set; }

    /// <summary>What was done: "added", "changed", "measure confirmed".</summary>
    public required string What { get; set; }

    /// <summary>What stood before; null for something new.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }
}

/// <summary>A fact about the installation itself.</summary>
public sealed class Setting : IStamped
{
    public const string StampName = "settings";

    /// <summary>Present where the data is the invented sample district.</summary>
    public const string Sample = "sample";

    /// <summary>The day that is today in the sample, ISO.</summary>
    public const string SampleDay = "sample_day";

    public required string Name { get; set; }

    public required string Value { get; set; }

    public string Stamp => StampName;

    /// <summary>Says something else; null where it says that already.</summary>
    public Event? Change(string value, string who, DateTimeOffset now)
    {
        if (value == Value)
        {
            return null;
        }

        var changed = new Event { At = now, Who = who, Subject = "setting", What = Name, Before = Value, After = value };
        Value = value;
        return changed;
    }
}
