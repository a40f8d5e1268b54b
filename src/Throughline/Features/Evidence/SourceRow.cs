using System.Globalization;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;
using Throughline.Evidence;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Evidence;

/// <summary>A source as the page tells of it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Next">What is due next; null where nothing is.</param>
/// <param name="Today">The day on which its age is told.</param>
internal sealed record SourceRow(PlanSource Source, Expected? Next, DateOnly Today)
{
    public SourceAge Age => Next?.AgeOn(Today) ?? SourceAge.Fresh;

    public string Name => NameOf(Source);

    /// <summary>"B1-E1, B1-S1".</summary>
    public string Codes => string.Join(", ", Source.Feeds.Select(b => b.Code));

    /// <summary>The mark of its freshness, one of those that statuses have.</summary>
    public Status Mark => Age switch { SourceAge.Fresh => Status.Met, SourceAge.Waiting => Status.AtRisk, _ => Status.OffTrack };

    public string Word => Age switch { SourceAge.Fresh => SourceTexts.Fresh, SourceAge.Waiting => SourceTexts.Waiting, _ => SourceTexts.Stale };

    /// <summary>"By Feb 28", "Since Feb 7", "Overdue since Nov 21".</summary>
    public string Due => Next is not { } next ? SourceTexts.NextNone
        : (Age switch { SourceAge.Fresh => SourceTexts.NextBy, SourceAge.Waiting => SourceTexts.NextSince, _ => SourceTexts.NextOverdue }).With(Say.Day(next.Due));

    public bool IsVisits => Source.Kind == VisitQuestion.Kind;

    /// <summary>The benchmark whose figure is late, else the first.</summary>
    public BenchmarkPicture Benchmark => Source.Feeds.FirstOrDefault(b => b.Main?.Missing is not null) ?? Source.Feeds[0];

    public static string NameOf(PlanSource source) => source.IsByHand
        ? source.Feeds[0].Benchmark.Evidence ?? SourceTexts.FiguresOf.With(source.Feeds[0].Code)
        : SourceTexts.ResourceManager.GetString("Source_" + source.Kind, CultureInfo.CurrentUICulture) ?? RecordKinds.Default.Find(source.Kind)?.Name ?? source.Kind;

    /// <summary>"89 days old, expected every week".</summary>
    public string Old(TimeZoneInfo zone)
    {
        var days = Source.Last is { } at ? Today.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).DayNumber : (int?)null;
        var old = days switch { null => SourceTexts.AgeNever, <= 0 => SourceTexts.AgeToday, 1 => SourceTexts.AgeOne, { } n => SourceTexts.AgeMany.With(n) };
        return Every is { } every ? SourceTexts.AgeWithEvery.With(old, every) : old;
    }

    public static string DayAndTime(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return PageTexts.DayAndTime.With(Dates.Short(DateOnly.FromDateTime(local.DateTime)), Dates.Time(local));
    }

    /// <summary>How often it is expected, where that is one of the ways people say it: "every month".</summary>
    private string? Every => (Source.Said?.Every ?? Source.Feeds.Select(b => b.Benchmark).FirstOrDefault(b => b.CheckOn is null && b.Every is not null)?.Every) is { } every && Cadences.Offered.Contains(every)
        ? Cadences.Name(every).ToLower(CultureInfo.CurrentCulture)
        : null;
}
