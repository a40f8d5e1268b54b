using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Ui.Forms;

/// <summary>What every question of a form has: a label, perhaps a hint, the message of what is wrong, and the typed text kept.</summary>
public abstract class Question : TagHelper
{
    private const string OptionalName = "optional";
    private const string DescribedBy = "aria-describedby";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property that is asked for.</summary>
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    /// <summary>What was typed, or else what is there; dates and numbers as inputs want them.</summary>
    protected string? Value => Entry is { AttemptedValue: { } typed } ? typed : For.Model switch
    {
        DateOnly day => Dates.Iso(day),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    protected string? Error => Entry?.Errors is [var first, ..] ? ErrorSummaryTagHelper.Said(first) : null;

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    /// <summary>What a summary links to and a label names.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The label's text, with "(optional)" where the attribute of that name stands.</summary>
    protected IHtmlContent Words(TagHelperOutput output)
    {
        var words = new HtmlContentBuilder().Append(Label ?? For.Metadata.DisplayName ?? For.Name);
        return output.Attributes.RemoveAll(OptionalName) ? words.AppendHtml(" <span class=\"q\">").Append(UiTexts.Optional).AppendHtml("</span>") : words;
    }

    /// <summary>Hint and message, named by what answers the question.</summary>
    protected IHtmlContent Explain(TagHelperOutput answer)
    {
        var html = new HtmlContentBuilder();
        var ids = new List<string>();
        if (Hint is not null)
        {
            ids.Add(Id + "-hint");
            html.AppendHtml($"<span class=\"hint\" id=\"{Id}-hint\">").Append(Hint).AppendHtml("</span>");
        }

        if (Error is not null)
        {
            ids.Add(Id + "-error");
            answer.Attributes.SetAttribute("aria-invalid", "true");
            html.AppendHtml($"<span class=\"msg\" id=\"{Id}-error\"><span class=\"vh\">{UiTexts.ErrorStart} </span>").Append(Error).AppendHtml("</span>");
        }

        if (answer.Attributes.TryGetAttribute(DescribedBy, out var own))
        {
            ids.Add($"{own.Value}");
        }

        if (ids.Count > 0)
        {
            answer.Attributes.SetAttribute(DescribedBy, string.Join(' ', ids));
        }

        return html;
    }

    /// <summary>The class of what stands around a question.</summary>
    protected string Look => Error is null ? "f" : "f err";
}
