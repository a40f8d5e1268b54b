using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>What the plans of the other schools are made from.</summary>
internal sealed record TemplatesFile(IReadOnlyList<TemplateFile> Templates, IReadOnlyDictionary<string, PoolFile> Pools);

/// <summary>A benchmark with blanks: {by}, {from}, {to}, {level}, {amount}.</summary>
internal sealed record TemplateFile
{
    public required string Id { get; init; }

    public required BenchmarkType Type { get; init; }

    public required string Name { get; init; }

    public required JsonElement Measure { get; init; }

    /// <summary>Wordings; schools take them in turn.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    public required string Owner { get; init; }

    public required string Evidence { get; init; }

    /// <summary>How figures come: month, quarter, task, two_weeks, survey, year_so_far, state, start, done or later.</summary>
    public required string Periods { get; init; }

    public IReadOnlyList<DateOnly> By { get; init; } = [];

    /// <summary>Lowest and highest starting value.</summary>
    public int[] From { get; init; } = [0, 0];

    /// <summary>Least and most way from start to target.</summary>
    public int[] Gain { get; init; } = [0, 0];

    public int[] Level { get; init; } = [0];

    public int Amount { get; init; }

    /// <summary>Which part of the students it is about.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Fewest and most of what is counted, where that is not students.</summary>
    public int[]? Size { get; init; }

    public Counted Counts { get; init; }

    /// <summary>Whether a figure is an average rather than a count.</summary>
    public bool Value { get; init; }

    /// <summary>Whether last year's figures are known too.</summary>
    public bool LastYear { get; init; }

    public string? CheckOn { get; init; }
}

/// <summary>What plans say under one priority; schools take from it in turn.</summary>
/// <param name="Objectives">Titles.</param>
/// <param name="Causes">Root causes.</param>
/// <param name="Initiatives">Title, lead and practices of each.</param>
/// <param name="Activities">What is done.</param>
/// <param name="Activity">The templates of its activity benchmarks, with spaces between.</param>
internal sealed record PoolFile(
    IReadOnlyList<string> Objectives, IReadOnlyList<string> Causes, IReadOnlyList<string[]> Initiatives,
    IReadOnlyList<string> Activities, string Activity);

/// <summary>One of the other schools.</summary>
/// <param name="School">Its code.</param>
/// <param name="Name">What people call its plan.</param>
/// <param name="FirstYear">The plan's first school year.</param>
/// <param name="LatestYear">Its last, included.</param>
/// <param name="EnglishLearners">How many students learn English.</param>
/// <param name="Cells">
/// For each priority its benchmarks: a template with the status of English learners and, behind a slash, of all
/// students: "chronic:off/risk".
/// </param>
internal sealed record SchoolFile(
    string School, string Name, string FirstYear, string LatestYear, int EnglishLearners, IReadOnlyDictionary<string, string> Cells);

/// <summary>Who can sign in to the sample, what the district puts first, and what it promised.</summary>
internal sealed record PeopleFile(IReadOnlyList<string> Priorities, IReadOnlyList<PersonFile> Accounts, IReadOnlyList<SupportFile> Supports);

internal sealed record PersonFile(string Name, string Email, RoleKind Role, string At, IReadOnlyList<GrantKind>? Grants = null);

internal sealed record SupportFile(
    string At, string Text, string Owner, DateOnly PromisedFor, DateOnly? DeliveredOn = null, string? SchoolSays = null);
