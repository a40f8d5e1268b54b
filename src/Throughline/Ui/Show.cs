using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Targets;

namespace Throughline.Ui;

/// <summary>Small pieces of markup that many pages share. A status is a shape and a word first, a color last.</summary>
public static class Show
{
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
