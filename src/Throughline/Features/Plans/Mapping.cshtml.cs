using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.Access;
using Throughline.Benchmarks.Examples;
using Throughline.Benchmarks.Language;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Plans;

/// <summary>
/// An initiative's chain, step by step: forward from what is done to what students gain, or backward from there. Each
/// step asks its question, shows what stands there, and leads to writing the next.
/// </summary>
[Needs(Right.See)]
public sealed class MappingModel(Pictures pictures) : PlanPage(pictures)
{
    private const string FromOutcome = "outcome";
    private const int MostExamples = 3;

    private InitiativePicture initiative = null!;

    public ObjectivePicture Objective { get; private set; } = null!;

    public Initiative Initiative => initiative.Initiative;

    /// <summary>From the outcome to the activities.</summary>
    public bool IsBackward { get; private set; }

    /// <summary>In the direction asked for.</summary>
    public IReadOnlyList<MappingStep> Steps { get; private set; } = [];

    /// <summary>The first step with nothing in it; null where the chain is whole.</summary>
    public MappingStep? Next => Steps.FirstOrDefault(s => s.IsEmpty);

    public async Task<IActionResult> OnGetAsync(int id, string? from, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Entry is null || await PictureAsync(cancel) is not { } picture)
        {
            return NotFound();
        }

        foreach (var objective in picture.Objectives)
        {
            if (objective.Initiatives.FirstOrDefault(i => i.Initiative.Id == id) is { } found)
            {
                (Objective, initiative, IsBackward) = (objective, found, from == FromOutcome);
                Steps = [.. IsBackward ? All().Reverse() : All()];
                return Page();
            }
        }

        return NotFound();
    }

    /// <summary>This page in a direction.</summary>
    public string With(bool isBackward) => Href(
        string.Create(CultureInfo.InvariantCulture, $"initiatives/{Initiative.Id}/mapping"), isBackward ? "from=" + FromOutcome : null);

    /// <summary>The workbench for a step, perhaps with an example in it.</summary>
    public string WriteHref(BenchmarkType type, SampleBenchmark? example = null) =>
        NewBenchmarkHref($"under={Uri.EscapeDataString(UnderOf(type))}&type={type.Name()}{(example is null ? "" : $"&example={example.Id}")}");

    public string ExamplesHref(BenchmarkType type) => $"{Frame.PathOf(Here.Organization)}/examples?under={Uri.EscapeDataString(UnderOf(type))}";

    /// <summary>What a step asks, coming from this side.</summary>
    public string Question(BenchmarkType type) =>
        PlanTexts.ResourceManager.GetString((IsBackward ? "Backward_" : "Forward_") + type, CultureInfo.CurrentUICulture)!;

    /// <summary>A final outcome stands under the objective, which all its initiatives share.</summary>
    private string UnderOf(BenchmarkType type) => type == BenchmarkType.FinalOutcome ? Objective.Objective.Code : Initiative.Code;

    private IEnumerable<MappingStep> All()
    {
        var words = string.Join(' ', Objective.RootCauses.Select(c => c.Text).Prepend(Initiative.Title).Prepend(Objective.Objective.Title));
        var practices = PlanWords.Numbers(Initiative.Practices);
        return Enum.GetValues<BenchmarkType>().Select(type => new MappingStep(
            type,
            type == BenchmarkType.Activity ? initiative.Activities : [],
            [.. initiative.Benchmarks.Where(b => b.Benchmark.Type == type), .. type == BenchmarkType.FinalOutcome ? initiative.SharedFinals : []],
            MayWrite ? ExampleLibrary.Default.Near(words, type, [.. practices], MostExamples) : []));
    }
}

/// <summary>One step of a chain.</summary>
/// <param name="Type">Which.</param>
/// <param name="Activities">What is done, in the first.</param>
/// <param name="Benchmarks">Those there, drafts included.</param>
/// <param name="Examples">Where one could start; empty for those who do not write.</param>
public sealed record MappingStep(
    BenchmarkType Type, IReadOnlyList<Activity> Activities, IReadOnlyList<BenchmarkPicture> Benchmarks, IReadOnlyList<SampleBenchmark> Examples)
{
    public bool IsEmpty => Activities.Count + Benchmarks.Count == 0;
}
