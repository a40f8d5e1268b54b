using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Examples;
using Throughline.Benchmarks.Language;
using Throughline.Packs;

namespace Throughline.Features.Benchmarks;

/// <summary>The library of examples; whoever writes the plan starts a benchmark from one.</summary>
[Needs(Right.See)]
public sealed class ExamplesModel : PageModel
{
    private const int MostLetters = 100;

    public ExampleQuery Query { get; private set; } = new();

    public IReadOnlyList<SampleBenchmark> Found { get; private set; } = [];

    /// <summary>Where a new benchmark can go; empty for those who may not write, and where no plan is there.</summary>
    public IReadOnlyList<ExamplePlace> Places { get; private set; } = [];

    /// <summary>Where it goes; null where it can go nowhere.</summary>
    public ExamplePlace? Under { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>The four that the examples are sorted by, as their source names them.</summary>
    public static IReadOnlyList<Practice> Practices { get; } =
        PlanKinds.All.Select(k => k.Framework).First(f => f?.Id == "turnaround_practices")!.Practices;

    public static string Href(string place, string? under) =>
        under is null ? $"{place}/examples" : $"{place}/examples?under={Uri.EscapeDataString(under)}";

    public async Task OnGetAsync()
    {
        var here = HttpContext.Here();
        Path = Frame.PathOf(here.Organization);
        var typed = Request.Query["q"].ToString().Trim();
        Query = new ExampleQuery(
            typed.Length > MostLetters ? typed[..MostLetters] : typed,
            int.TryParse(Request.Query["practice"], NumberStyles.None, CultureInfo.InvariantCulture, out var practice) ? practice : null,
            Named<ExampleFocus>("focus"),
            Named<GradeSpan>("span"));
        Found = ExampleLibrary.Default.Search(Query);
        if (here.May(Right.Write))
        {
            Places = await PlacesAsync();
            Under = Places.FirstOrDefault(p => p.Code == Request.Query["under"]) ?? (Places.Count > 0 ? Places[0] : null);
        }
    }

    /// <summary>The workbench with the example in it, where it belongs: a final outcome stands under the objective.</summary>
    public string StartHref(SampleBenchmark example)
    {
        var isFinal = example.Type == BenchmarkType.FinalOutcome;
        return $"{Path}/b/new?under={Uri.EscapeDataString(isFinal ? Under!.Objective : Under!.Code)}&type={example.Type.Name()}&example={example.Id}";
    }

    public static string SpansOf(SampleBenchmark example) => string.Join(", ", example.Spans.Select(Span));

    public static string SourceOf(SampleBenchmark example)
    {
        var document = Text("Source_", example.Source.Document.Replace('-', '_'));
        return example.Source.Data is { } data ? ExampleTexts.PatternAndData.With(document, data) : ExampleTexts.PatternOf.With(document);
    }

    public static string Focus(ExampleFocus focus) => Text("Focus_", focus.ToString());

    public static string Span(GradeSpan span) => Text("Span_", span.ToString());

    private static string Text(string kind, string name) => ExampleTexts.ResourceManager.GetString(kind + name, CultureInfo.CurrentUICulture)!;

    private T? Named<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => v.Name() == Request.Query[name]).Select(v => (T?)v).FirstOrDefault();

    private async Task<List<ExamplePlace>> PlacesAsync()
    {
        var places = new List<ExamplePlace>();
        await foreach (var plan in ShownBenchmark.PlansAsync(HttpContext))
        {
            foreach (var objective in plan.Objectives)
            {
                places.AddRange(objective.Initiatives.Select(i =>
                    new ExamplePlace(i.Initiative.Code, i.Initiative.Title, objective.Objective.Code)));
                places.Add(new ExamplePlace(objective.Objective.Code, objective.Objective.Title, objective.Objective.Code));
            }
        }

        return places;
    }
}

/// <summary>An initiative, or an objective, that a benchmark can stand under.</summary>
/// <param name="Code">Its code, "A1".</param>
/// <param name="Title">Its title.</param>
/// <param name="Objective">The code of its objective; its own for an objective.</param>
public sealed record ExamplePlace(string Code, string Title, string Objective);
