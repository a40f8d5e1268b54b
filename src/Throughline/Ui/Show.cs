using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Targets;

namespace Throughline.Ui;

/// <summary>Small pieces of markup that many pages share. A status is a shape and a word first, a color last.</summary>
public static class Show
{
    private static readonly Dictionary<string, string> Icons = new()
    {
        ["MyWork"] = "M3 9l7-6 7 6v8h-5v-5H8v5H3z",
        ["Plan"] = "M2 15h5l6-10h5",
        ["Progress"] = "M3 3h14v14H3zM3 8h14M3 13h14M8 3v14M13 3v14",
        ["Evidence"] = "M10 3v9M6.5 8.5L10 12l3.5-3.5M3 13v4h14v-4",
        ["Schools"] = "M3 17V3M3 17h14M6 13l4-4 3 2 4-6",
        ["Supports"] = "M3 6h14v11H3zM7 6V3h6v3M3 11h14",
        ["Districts"] = "M3 17V7l5-4 5 4v10M13 9h4v8M3 17h14",
        ["People"] = "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-4 2-6 5-6s5 2 5 6M13 4a3 3 0 0 1 0 6M14 12c3 0 4 2 4 5",
    };

    /// <summary>A status with its mark and its word. The marks are symbols in the layout.</summary>
    /// <param name="status">The status.</param>
    /// <param name="look">More class names of the style sheet: "lg", "plain".</param>
    public static IHtmlContent Status(Status status, string look = "") => new HtmlString(
        $"<span class=\"{$"st {Mark(status)} {look}".TrimEnd()}\">{Shape(status)}{HtmlEncoder.Default.Encode(Word(status))}</span>");

    /// <summary>The mark alone, beside text that says the word.</summary>
    public static IHtmlContent Shape(Status status) =>
        new HtmlString($"<svg aria-hidden=\"true\"><use href=\"#{Mark(status)}\"/></svg>");

    /// <summary>The marks of a page with their words, above what uses them.</summary>
    public static IHtmlContent Key(params IEnumerable<Status> statuses) => new HtmlString(
        $"<div class=\"key\" role=\"group\" aria-label=\"{HtmlEncoder.Default.Encode(UiTexts.MarksMean)}\">{string.Concat(statuses.Select(s => Status(s)))}</div>");

    /// <summary>The name of a place of the main navigation: "MyWork" is "My work".</summary>
    public static string Way(string to) => PageTexts.ResourceManager.GetString("Way_" + to, CultureInfo.CurrentUICulture)!;

    /// <summary>Its picture, for the bar at the bottom of a phone.</summary>
    public static IHtmlContent Icon(string to) => new HtmlString(
        $"<svg aria-hidden=\"true\" viewBox=\"0 0 20 20\"><path d=\"{Icons.GetValueOrDefault(to, Icons["Plan"])}\" stroke=\"currentColor\" stroke-width=\"1.8\" fill=\"none\"/></svg>");

    /// <summary>"On track", in the reader's language.</summary>
    public static string Word(Status status) => new Wording(CultureInfo.CurrentUICulture).Status(status);

    /// <summary>The name of a status in the style sheet and among the symbols.</summary>
    public static string Mark(Status status) => status switch
    {
        Benchmarks.Targets.Status.Met => "met",
        Benchmarks.Targets.Status.OnTrack => "on",
        Benchmarks.Targets.Status.AtRisk => "risk",
        Benchmarks.Targets.Status.OffTrack => "off",
        Benchmarks.Targets.Status.NoData => "none",
        Benchmarks.Targets.Status.Hidden => "sup",
        Benchmarks.Targets.Status.CannotTell => "tell",
        _ => "due",
    };
}
