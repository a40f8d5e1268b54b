using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>What the form of a benchmark holds, as typed.</summary>
public sealed class Entry
{
    /// <summary>The choice of a measure that the plan makes itself.</summary>
    public const string Own = "own";

    private const string Yes = "yes";

    public string? Statement { get; set; }

    /// <summary>What is looked at now; null looks at everything.</summary>
    public RevisionPass? Pass { get; set; }

    /// <summary>"early_evidence".</summary>
    public string? Type { get; set; }

    /// <summary>A measure of the catalog, <see cref="Own"/>, or nothing: the words say it.</summary>
    public string? Measure { get; set; }

    public string? OwnName { get; set; }

    public string? OwnUnit { get; set; }

    public string? OwnDirection { get; set; }

    /// <summary>"yes" where only some are looked at, as in visits and surveys.</summary>
    public string? OwnSample { get; set; }

    public string? OwnDecimals { get; set; }

    public string? Name { get; set; }

    public string? Owner { get; set; }

    public int? OwnerId { get; set; }

    public string? Evidence { get; set; }

    public string? Every { get; set; }

    /// <summary>Days, ISO or as people write them, with commas or spaces between.</summary>
    public string? CheckOn { get; set; }

    public DateOnly? StartsOn { get; set; }

    public Counted Counts { get; set; }

    /// <summary>Why findings that say Fix are kept.</summary>
    public string? Kept { get; set; }

    public List<GroupEntry> Groups { get; set; } = [];

    /// <summary>The version of the benchmark that this was made from; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The key of a new one.</summary>
    public string? Key { get; set; }

    /// <summary>The form as it stands in the database, and the measure that was named there; null for a new benchmark.</summary>
    internal Entry? Stored { get; set; }

    internal Measure? StoredMeasure { get; set; }

    public string Text => Statement ?? "";

    /// <summary>Whether nothing that decides how it is judged differs from what is stored.</summary>
    internal bool IsReadAlike => Stored is { } stored && Text.Trim() == stored.Text.Trim() && (Measure ?? "") == (stored.Measure ?? "")
        && (Measure != Own || OwnWords == stored.OwnWords) && (Trimmed(Every), StartsOn) == (Trimmed(stored.Every), stored.StartsOn)
        && Days(out _).SequenceEqual(stored.Days(out _));

    private (string?, string?, string?, bool, string?) OwnWords =>
        (Trimmed(OwnName), OwnUnit, Trimmed(OwnDirection), OwnSample == Yes, Trimmed(OwnDecimals));

    public BenchmarkType BenchmarkType => Enum.GetValues<BenchmarkType>().FirstOrDefault(t => t.Name() == Type, BenchmarkType.FinalOutcome);

    /// <summary>What a person named; null leaves it to the words of the sentence.</summary>
    public Measure? Named() => Measure switch
    {
        null or "" => null,
        Own when StoredMeasure is not null && Stored is { Measure: Own } && OwnWords == Stored.OwnWords => StoredMeasure,
        Own => string.IsNullOrWhiteSpace(OwnName) || !UnitNames.TryParse(OwnUnit, out Unit unit) ? null : OwnMeasure(unit),
        _ => MeasureCatalog.Default.Find(Measure),
    };

    /// <summary>Fills in what the sentence says of a measure of the plan's own; what somebody typed stays.</summary>
    public void NameOwnMeasure()
    {
        var reading = Reading.Of(Text);
        if (string.IsNullOrWhiteSpace(OwnName) && reading.MeasureSpan is { Text: { Length: > 0 } words })
        {
            OwnName = char.ToUpperInvariant(words[0]) + words[1..];
        }

        if (string.IsNullOrEmpty(OwnUnit))
        {
            var isShare = reading.Form == ReadingForm.All || reading.Text.Contains('%', StringComparison.Ordinal)
                || reading.Targets.Any(t => t.Unit is TargetUnit.Percent or TargetUnit.PercentagePoints);
            OwnUnit = (isShare ? Unit.Percent : Unit.Count).Name();
        }
    }

    /// <summary>The details around the sentence; days that are none are passed over here and refused by the form.</summary>
    public BenchmarkDetails Details() => new(
        Trimmed(Name), Trimmed(Owner), OwnerId, Trimmed(Evidence), Trimmed(Every), Days(out _) is { Count: > 0 } days ? string.Join(' ', days.Select(Dates.Iso)) : null,
        StartsOn, Counts);

    /// <summary>The days it is checked on, in order; what could not be read as a day is given back.</summary>
    public IReadOnlyList<DateOnly> Days(out string? unreadable)
    {
        var days = new List<DateOnly>();
        unreadable = null;
        foreach (var word in (CheckOn ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(word, ["yyyy-MM-dd", "M/d/yyyy"], out var day))
            {
                days.Add(day);
            }
            else
            {
                unreadable ??= word;
            }
        }

        return [.. days.Distinct().Order()];
    }

    /// <summary>The form of a benchmark that is there.</summary>
    public static Entry Of(BenchmarkPicture picture)
    {
        var benchmark = picture.Benchmark;
        var named = NamedMeasure(benchmark);
        var isOwn = named is not null && MeasureCatalog.Default.Find(named.Id) is null;
        return new Entry
        {
            Statement = benchmark.Statement,
            Type = benchmark.Type.Name(),
            Measure = named is null ? "" : isOwn ? Own : named.Id,
            OwnName = isOwn ? named!.Name : null,
            OwnUnit = isOwn ? named!.Unit.Name() : null,
            OwnDirection = isOwn ? named!.Direction?.Name() : null,
            OwnSample = isOwn && !named!.FullCount ? Yes : null,
            OwnDecimals = isOwn ? named!.Decimals.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Name = benchmark.Name,
            Owner = benchmark.Owner,
            OwnerId = benchmark.OwnerId,
            Evidence = benchmark.Evidence,
            Every = benchmark.Every,
            CheckOn = benchmark.CheckOn is null ? null : string.Join(", ", Schedule.Days(benchmark.CheckOn).Select(Dates.Iso)),
            StartsOn = benchmark.StartsOn,
            Counts = benchmark.Counts,
            Version = benchmark.Version,
        };
    }

    public static Measure? NamedMeasure(Benchmark benchmark) => benchmark.NamedMeasure is { } text ? Publication.ReadMeasure(text) : null;

    private Measure OwnMeasure(Unit unit) => new(
        IdOf(OwnName!), 1, unit, UnitNames.TryParse(OwnDirection, out Direction direction) ? direction : null)
    {
        Name = OwnName!.Trim(),
        FullCount = OwnSample != Yes,
        Decimals = int.TryParse(OwnDecimals, out var decimals) ? Math.Clamp(decimals, 0, Exact.MostDecimals) : unit == Unit.Count ? 0 : 1,
        Cadence = Cadence.TryParse(Every, out var cadence) ? cadence : null,
    };

    /// <summary>A name that no measure of the catalog has: "own:day_two_calls".</summary>
    private static string IdOf(string name) => "own:" + string.Join('_', new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A group's own start and end value, as typed; empty where it is held to the benchmark's.</summary>
public sealed class GroupEntry
{
    public string? Group { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }
}
