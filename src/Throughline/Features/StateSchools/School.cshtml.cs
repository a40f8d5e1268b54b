using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.StateSchools;

/// <summary>One school's status opened to its proof: the words, the figures, the arithmetic.</summary>
[Needs(Right.See)]
public sealed class SchoolModel(StateBenchmarks benchmarks, ThroughlineDb db) : PageModel
{
    public JudgedBenchmark Judged { get; private set; } = null!;

    public SchoolRow Row { get; private set; } = null!;

    /// <summary>The question of the list that people came from.</summary>
    public SchoolsQuery Query { get; private set; } = new();

    public SchoolSeries Series { get; private set; } = null!;

    public Wording Words { get; } = new(CultureInfo.CurrentUICulture);

    public Benchmark Benchmark => Judged.Benchmark;

    public Measure Measure => Judged.Measure;

    public Answer Answer => Row.Answer;

    public Organization School => Row.School;

    /// <summary>The address of a row's proof, with the list's question so that the way back leads to the same list.</summary>
    public static string Href(SchoolRow row, SchoolsQuery query, Benchmark benchmark) =>
        WithGroup(row, (query with { Benchmark = benchmark.Id }).Href(Path(row.School.Code)));

    /// <summary>The address of a row's case, as a file.</summary>
    public static string CaseHref(SchoolRow row, SchoolsQuery query, Benchmark benchmark) => WithGroup(
        row, new SchoolsQuery { Benchmark = benchmark.Id, AsOf = query.AsOf, KnownAt = query.KnownAt }.Href(Path(row.School.Code) + ".json"));

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel)
    {
        Query = new SchoolsQueryReader(Request.Query).Read();
        var judged = string.IsNullOrWhiteSpace(code) ? null : await benchmarks.JudgeAsync(Query, cancel, code);
        if (judged is null || Find(judged, Request.Query) is not { } row)
        {
            return NotFound();
        }

        (Judged, Row) = (judged, row);
        Series = await SchoolSeries.LoadAsync(db, judged, row, cancel);
        return Page();
    }

    /// <summary>"24.9% in 2024–25; at most 10% by June 30, 2025".</summary>
    public string InShort()
    {
        var rule = Words.Rule(Judged.Case.Benchmark with { Target = Answer.Proof.Target });
        var year = Row.Year is { } y ? Dates.Short(y) : "";
        var figure = Row.Value is { } value
            ? PageTexts.FigureIn.With(Words.Value(value, Measure), year)
            : (Row.Missing switch
            {
                MissingFigure.NotPublished => PageTexts.NotPublishedIn,
                MissingFigure.RecordedLater => PageTexts.RecordedLaterIn,
                _ => PageTexts.NoFigureIn,
            }).With(year);
        return PageTexts.FigureAndRule.With(figure, char.ToLower(rule[0], CultureInfo.CurrentCulture) + rule[1..]);
    }

    /// <summary>The row of the student group that the address names, or of the first; null where the school is no member.</summary>
    internal static SchoolRow? Find(JudgedBenchmark judged, IQueryCollection query)
    {
        var rows = SchoolRow.All(judged);
        return query["group"] is [{ Length: > 0 } group, ..] ? rows.Find(r => r.Answer.Group == group) : rows.FirstOrDefault();
    }

    private static string Path(string code) => $"{IndexModel.Address}/{Uri.EscapeDataString(code)}";

    private static string WithGroup(SchoolRow row, string href) =>
        row.Answer.Group == StudentGroup.All ? href : $"{href}&group={Uri.EscapeDataString(row.Answer.Group)}";
}
