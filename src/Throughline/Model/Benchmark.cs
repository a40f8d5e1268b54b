using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Model;

/// <summary>
/// A benchmark of a plan: the sentence as people are writing it, and what it is read as. From its first
/// <see cref="Publication"/> on it is judged, by the wording published last.
/// </summary>
public sealed class Benchmark : PlanPart
{
    public Plan? Plan { get; set; }

    /// <summary>Its name for people, "A1-E1"; never changed and never used again within its plan.</summary>
    public required string Code { get; set; }

    public BenchmarkType Type { get; set; } = BenchmarkType.FinalOutcome;

    /// <summary>The initiative it belongs to; null for an objective's final outcome, and outside the chain.</summary>
    public int? InitiativeId { get; set; }

    /// <summary>The objective it belongs to; null outside the chain.</summary>
    public int? ObjectiveId { get; set; }

    /// <summary>A few words to call it by; null shows the sentence.</summary>
    public string? Name { get; set; }

    /// <summary>The sentence as typed.</summary>
    public required string Statement { get; set; }

    /// <summary>
    /// What the sentence is read as, in the form of docs/contracts.md; null for a draft that does not determine a target yet.
    /// </summary>
    public string? Structure { get; set; }

    /// <summary>The measure a person named, as the structure writes it; null leaves it to the words of the sentence.</summary>
    public string? NamedMeasure { get; set; }

    /// <summary>The stored version of a measure of the catalog; null for a measure of the plan's own.</summary>
    public int? MeasureVersionId { get; set; }

    /// <summary>Whether a person named the measure; else it was matched by the words of the sentence.</summary>
    public bool MeasureConfirmed { get; set; }

    /// <summary>The role or team that answers for it.</summary>
    public string? Owner { get; set; }

    /// <summary>The account that answers for it; null where none does.</summary>
    public int? OwnerId { get; set; }

    /// <summary>Where the evidence comes from, in words: "Walk-through form".</summary>
    public string? Evidence { get; set; }

    /// <summary>How often it is checked, by a cadence's name; null takes the target's or the measure's.</summary>
    public string? Every { get; set; }

    /// <summary>The days it is checked on, ISO with spaces between, where no cadence says it; null for a cadence.</summary>
    public string? CheckOn { get; set; }

    /// <summary>The day its starting value speaks of; null for the first school day.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>What its figures count; it decides which of them are hidden as too small.</summary>
    public Counted Counts { get; set; }

    public ICollection<Publication> Publications { get; } = [];

    public override string Subject => "benchmark";

    /// <summary>The wording in force at an instant: the latest published by then; null before the first.</summary>
    public Publication? InForce(DateTimeOffset at) => Publications.Where(p => p.At <= at).MaxBy(p => (p.At, p.Id));

    /// <summary>The wording it is judged by at an instant: that in force then or, before the first, the first; null for a draft.</summary>
    public Publication? Wording(DateTimeOffset at) => InForce(at) ?? Publications.MinBy(p => (p.At, p.Id));

    /// <summary>What the draft is read as; null where it does not determine a target.</summary>
    public BenchmarkSpec? Draft() => Structure is null ? null : Publication.Read(Structure);

    /// <summary>A person says that the measure found for it is the right one; null where that was said already.</summary>
    public Event? ConfirmMeasure(string who, DateTimeOffset now)
    {
        if (MeasureConfirmed)
        {
            return null;
        }

        MeasureConfirmed = true;
        return Changed("measure confirmed", null, Draft()?.Measure.Id ?? "", who, now);
    }

    /// <summary>Says it in other words, or by another measure; null where nothing changes. What is in force stays in force.</summary>
    /// <param name="statement">The sentence as typed.</param>
    /// <param name="spec">What it is read as; null where it does not determine a target.</param>
    /// <param name="named">The measure a person named, or null.</param>
    /// <param name="measure">The stored version of the measure, where it is the catalog's.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="now">When.</param>
    public Event? Rewrite(string statement, BenchmarkSpec? spec, Measure? named, MeasureVersion? measure, string who, DateTimeOffset now)
    {
        var (before, structure) = (Statement, Structure);
        Statement = statement;
        Structure = spec is null ? null : BenchmarkJson.ToText(Plan!.Pin(spec));
        NamedMeasure = named is null ? null : Publication.ToText(named);
        MeasureConfirmed = named is not null;
        MeasureVersionId = measure?.Id;
        return Changed("wording", before, statement, who, now) ?? Changed("reading", structure, Structure, who, now);
    }

    /// <summary>Changes what stands around the sentence; null where nothing changes.</summary>
    public Event? Describe(BenchmarkDetails details, string who, DateTimeOffset now)
    {
        var before = Details;
        Details = details;
        return Changed("details", before.SaidBeside(details), details.SaidBeside(before), who, now);
    }

    /// <summary>A student group is held to numbers of its own, or again to the benchmark's; null where nothing changes.</summary>
    /// <param name="group">The group.</param>
    /// <param name="before">Its own structure so far; null for none.</param>
    /// <param name="after">Its own structure from now on; null for none.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="now">When.</param>
    public Event? TargetFor(string group, string? before, string? after, string who, DateTimeOffset now) =>
        Changed("group target", before is null ? null : $"{group} {before}", after is null ? null : $"{group} {after}", who, now);

    /// <summary>What stands around the sentence.</summary>
    public BenchmarkDetails Details
    {
        get => new(Name, Owner, OwnerId, Evidence, Every, CheckOn, StartsOn, Counts);
        private set => (Name, Owner, OwnerId, Evidence, Every, CheckOn, StartsOn, Counts) = value;
    }

    /// <summary>Puts it under another initiative, last; its code stays. Null where it is there.</summary>
    public Event? MoveUnder(Initiative initiative, int position, string who, DateTimeOffset now)
    {
        if (initiative.Id == InitiativeId)
        {
            return null;
        }

        var moved = Changed(
            "moved under", InitiativeId?.ToString(CultureInfo.InvariantCulture), initiative.Id.ToString(CultureInfo.InvariantCulture), who, now);
        (InitiativeId, ObjectiveId, Position) = (initiative.Id, initiative.ObjectiveId, position);
        return moved;
    }

    /// <summary>Puts the draft in force; null where it determines no target, or is in force already.</summary>
    /// <param name="kept">Why findings that say Fix are kept; null where there are none.</param>
    /// <param name="who">Who publishes.</param>
    /// <param name="now">When.</param>
    public (Publication Publication, Event Published)? Publish(string? kept, string who, DateTimeOffset now)
    {
        var last = Publications.MaxBy(p => (p.At, p.Id));
        if (Structure is null || (last is not null && last.Structure == Structure && last.Statement == Statement))
        {
            return null;
        }

        Version++;
        var publication = new Publication
        {
            BenchmarkId = Id,
            PlanId = PlanId,
            Statement = Statement,
            Structure = Structure,
            MeasureVersionId = MeasureVersionId,
            Kept = kept,
            At = now,
            Who = who,
        };
        return (publication, EventOf("published", last?.Statement, kept is null ? Statement : $"{Statement}\n{kept}", who, now));
    }

    /// <summary>A figure came in. The event says for whom and when, never the figure: small groups have histories too.</summary>
    public Event Entered(Tally tally, string who, DateTimeOffset now) => EventOf("figure entered", null, $"{tally.Group} {tally.Period}", who, now);
}

/// <summary>What stands around a benchmark's sentence; each as <see cref="Benchmark"/> says.</summary>
public sealed record BenchmarkDetails(
    string? Name, string? Owner, int? OwnerId, string? Evidence, string? Every, string? CheckOn, DateOnly? StartsOn, Counted Counts)
{
    /// <summary>What stands here and not in the other, for the history: "Sep 30, 2025 · rooms". Accounts are told by their own events.</summary>
    internal string SaidBeside(BenchmarkDetails other) => string.Join(" · ", new[]
    {
        (Name, other.Name), (Owner, other.Owner), (OwnerId?.ToString(CultureInfo.InvariantCulture), other.OwnerId?.ToString(CultureInfo.InvariantCulture)),
        (Evidence, other.Evidence), (Every, other.Every), (CheckOn, other.CheckOn),
        (StartsOn?.ToString("O", CultureInfo.InvariantCulture), other.StartsOn?.ToString("O", CultureInfo.InvariantCulture)), (Counts.ToString(), other.Counts.ToString()),
    }.Where(x => x.Item1 != x.Item2).Select(x => x.Item1 ?? "–"));
}

/// <summary>What figures count: students and rooms (walk-through visits) are hidden where they are few, other things are not.</summary>
public enum Counted
{
    Students,
    Rooms,
    Other,
}
