using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Ui.Forms;

/// <summary>
/// What is wrong with a form, first thing on its page and focused when the page opens: each message leads to its field.
/// Nothing where nothing is wrong. The layout lets the page's title begin with "Error:".
/// </summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .Where(e => e.Value?.Errors.Count > 0)
            .SelectMany(e => e.Value!.Errors.Take(e.Key.Length == 0 ? int.MaxValue : 1), (e, error) => (e.Key, Said: Said(error)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "note bad mb");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "");
        output.Content.AppendHtml("<h2>").Append(errors.Count == 1 ? UiTexts.OneProblem : UiTexts.Problems.With(errors.Count)).AppendHtml("</h2><ul>");
        foreach (var (key, said) in errors)
        {
            output.Content.AppendHtml(key.Length == 0 ? "<li>" : $"<li><a href=\"#{Question.IdOf(key)}\">").Append(said).AppendHtml(key.Length == 0 ? "</li>" : "</a></li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>A message; one that is empty came from text that could not be understood.</summary>
    internal static string Said(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : UiTexts.NotUnderstood;
}
