using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Ui.Forms;

/// <summary>
/// A question that is answered by typing. Attributes that are not its own (autocomplete, class, data-…) go to the input.
/// <code>&lt;field for="Title" label="Title" hint="As it stands in the plan." type="text" optional /&gt;</code>
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : Question
{
    private const string Area = "textarea";
    private const string Secret = "password";
    private const string Upload = "file";

    /// <summary>A type of input, or "textarea".</summary>
    public string Type { get; set; } = "text";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreElement.AppendHtml($"<div class=\"{Look}\"><label for=\"{Id}\">").AppendHtml(Words(output)).AppendHtml("</label>").AppendHtml(Explain(output));
        output.PostElement.AppendHtml("</div>");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("name", Name);
        if (Type == Area)
        {
            (output.TagName, output.TagMode) = (Area, TagMode.StartTagAndEndTag);
            // The first line break is not part of the text.
            output.Content.SetHtmlContent("\n").Append(Value ?? "");
            return;
        }

        (output.TagName, output.TagMode) = ("input", TagMode.StartTagOnly);
        output.Attributes.SetAttribute("type", Type);
        if (Type is not (Secret or Upload))
        {
            output.Attributes.SetAttribute("value", Value ?? "");
        }
    }
}
