using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline.Features.Progress;

/// <summary>The cells of a row. A page has hundreds, so they are written straight.</summary>
internal static class GridMarkup
{
    /// <param name="row">The row.</param>
    /// <param name="months">The first day of each column's month.</param>
    /// <param name="href">Where its cells lead.</param>
    /// <param name="isShown">Whether a column stands on a phone too.</param>
    public static IHtmlContent Cells(GridRow row, IReadOnlyList<DateOnly> months, string href, Func<DateOnly, bool> isShown)
    {
        var html = new StringBuilder(2048);
        var link = HtmlEncoder.Default.Encode(href);
        for (var i = 0; i < months.Count; i++)
        {
            Cell(html, row, row.Cells[i], Say.Month(months[i]), link, isShown(months[i]));
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>What was measured beside its path; nothing before the first figure.</summary>
    public static IHtmlContent Spark(GroupPicture? group) => group?.Latest is null || group.Spec.Target is Milestone
        ? HtmlString.Empty
        : Sparkline.Draw([.. group.Checks.Select(c => new PathPoint(
            "", c.Actual?.ToDouble(), c.Expected?.ToDouble(), null, c.State == CheckState.Hidden))]);

    private static void Cell(StringBuilder html, GridRow row, GridCell? cell, string month, string link, bool isShown)
    {
        var narrow = isShown ? "" : "hide-n";
        if (cell is null)
        {
            html.Append(isShown ? "<td></td>" : "<td class=\"hide-n\"></td>");
            return;
        }

        var check = cell.Check;
        var status = StatusOf(check);
        var look = check.State is CheckState.Judged or CheckState.Hidden && status is { } s ? Show.Mark(s) : "";
        var classes = $"{look} {narrow}".Trim();
        html.Append(classes.Length > 0 ? $"<td class=\"{classes}\">" : "<td>");
        if (check.State is CheckState.ToCome or CheckState.Hidden)
        {
            html.Append("<span class=\"c\">").Append(Mark(status!.Value)).Append(Aside(month + " " + Show.Word(status.Value) + Others(row, cell))).Append("</span></td>");
            return;
        }

        html.Append(check.State == CheckState.Start ? "<a class=\"q\" href=\"" : "<a href=\"").Append(link).Append("\">").Append(Aside(month + " "));
        if (check.State == CheckState.Missing)
        {
            html.Append(Mark(Status.NoData)).Append(Aside(Show.Word(Status.NoData) + Others(row, cell)));
        }
        else
        {
            html.Append(status is { } known ? Mark(known) : "")
                .Append(HtmlEncoder.Default.Encode(Say.Cell(check, row.Group!.Measure)))
                .Append(Aside(Unit(row.Group.Measure, check) + " " + Word(check, status) + Others(row, cell)));
        }

        html.Append("</a></td>");
    }

    private static Status? StatusOf(CheckPicture check) => check.State switch
    {
        CheckState.Judged => check.Status,
        CheckState.Hidden => Status.Hidden,
        CheckState.Missing => Status.NoData,
        CheckState.ToCome => Status.NotYetDue,
        _ => null,
    };

    private static string Word(CheckPicture check, Status? status) =>
        check.State == CheckState.Start ? OverviewTexts.StartingValue : status is { } known ? Show.Word(known) : OverviewTexts.NotJudged;

    private static string Unit(Measure measure, CheckPicture check) => measure.Unit == Throughline.Benchmarks.Measures.Unit.Percent && check.Actual is not null ? "%" : "";

    /// <summary>The other checks of the month, for those who listen: "; Jan 9: 58 At risk".</summary>
    private static string Others(GridRow row, GridCell cell) => string.Concat(cell.Others
        .Where(c => c.State != CheckState.ToCome)
        .Select(c => $"; {Say.Day(c.Period.End)}: {Say.Cell(c, row.Group!.Measure)} {(c.State == CheckState.Missing ? Show.Word(Status.NoData) : Word(c, StatusOf(c)))}"));

    private static string Mark(Status status)
    {
        var mark = Show.Mark(status);
        return $"<svg class=\"{mark}\" aria-hidden=\"true\"><use href=\"#{mark}\"/></svg>";
    }

    private static string Aside(string said) => $"<span class=\"vh\">{HtmlEncoder.Default.Encode(said)}</span>";
}
