using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Ui.Forms;

/// <summary>
/// A question that is answered by choosing one of some options: a list that opens, or radio buttons.
/// <code>&lt;choice for="Group" label="Student group" options="Model.Groups" type="radios" /&gt;</code>
/// </summary>
[HtmlTargetElement("choice", Attributes = "for, options")]
public sealed class ChoiceTagHelper : Question
{
    private const string Radios = "radios";

    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>"select" or "radios".</summary>
    public string Type { get; set; } = "select";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (words, explained) = (Words(output), Explain(output));
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Type == Radios)
        {
            output.TagName = "fieldset";
            output.Attributes.SetAttribute("class", Look);
            output.Content.AppendHtml("<legend class=\"lab\">").AppendHtml(words).AppendHtml("</legend>").AppendHtml(explained);
            Write(output.Content, Radio);
            return;
        }

        output.TagName = "select";
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("name", Name);
        output.PreElement.AppendHtml($"<div class=\"{Look}\"><label for=\"{Id}\">").AppendHtml(words).AppendHtml("</label>").AppendHtml(explained);
        output.PostElement.AppendHtml("</div>");
        Write(output.Content, (option, _, isChosen) => new HtmlContentBuilder()
            .AppendHtml("<option value=\"").Append(Key(option)).AppendHtml(isChosen ? "\" selected>" : "\">").Append(option.Text).AppendHtml("</option>"));
    }

    /// <summary>The first has the question's own id, so that the summary of errors leads to it.</summary>
    private IHtmlContent Radio(SelectListItem option, int i, bool isChosen)
    {
        var id = i == 0 ? Id : $"{Id}-{i}";
        return new HtmlContentBuilder()
            .AppendHtml($"<div class=\"radio\"><input type=\"radio\" id=\"{id}\" name=\"").Append(Name).AppendHtml("\" value=\"").Append(Key(option))
            .AppendHtml(isChosen ? "\" checked>" : "\">").AppendHtml($"<label for=\"{id}\">").Append(option.Text).AppendHtml("</label></div>");
    }

    private void Write(TagHelperContent content, Func<SelectListItem, int, bool, IHtmlContent> one)
    {
        foreach (var (i, option) in Options.Index())
        {
            content.AppendHtml(one(option, i, string.IsNullOrEmpty(Value) ? option.Selected : Key(option) == Value));
        }
    }

    private static string Key(SelectListItem option) => option.Value ?? option.Text;
}
