namespace Throughline.Model;

/// <summary>Where evidence of a school comes from: who keeps it, and how often it is expected, where the school has said so.</summary>
public sealed class Source
{
    public const int LongestText = 120;

    public int Id { get; set; }

    public int OrganizationId { get; set; }

    /// <summary>"attendance", a kind of record, or what figures that are entered by hand are taken from.</summary>
    public required string Kind { get; set; }

    /// <summary>A role or a team, to ask for it; null takes who answers for the benchmarks it feeds.</summary>
    public string? KeptBy { get; set; }

    /// <summary>Their e-mail address; null where they are asked in words.</summary>
    public string? Address { get; set; }

    /// <summary>How often it is expected, by a cadence's name; null takes the checks of the benchmarks it feeds.</summary>
    public string? Every { get; set; }

    /// <summary>Its figures may still change before they are final.</summary>
    public bool Preliminary { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public required string Who { get; set; }

    /// <summary>Says who keeps it and how often it is expected; null where nothing changes.</summary>
    public Event? Say(string? keptBy, string? address, string? every, bool preliminary, string who, DateTimeOffset now)
    {
        var before = Said();
        (KeptBy, Address, Every, Preliminary) = (keptBy, address, every, preliminary);
        if (before == Said())
        {
            return null;
        }

        (Who, RecordedAt) = (who, now);
        return new Event { At = now, Who = who, Subject = "source", SubjectId = Id, What = "changed", Before = before, After = Said() };
    }

    private string Said() => string.Join(", ", new[] { KeptBy, Address, Every, Preliminary ? "preliminary" : null }.OfType<string>());
}
