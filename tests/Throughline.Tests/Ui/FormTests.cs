using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughline.Ui.Forms;

namespace Throughline.Tests.Ui;

/// <summary>Every question of a form names its hint and its message, keeps what was typed, and is reached from the summary.</summary>
public sealed class FormTests
{
    private static readonly SelectListItem[] Groups = [new("All students", "all"), new("Students < 12", "young")];

    private readonly ModelStateDictionary state = new();

    [Fact]
    public void A_label_names_its_field()
    {
        var field = Field("Plan.Title", "Every lesson").QuerySelector("input")!;
        Assert.Equal(("Plan_Title", "Plan.Title", "text", "Every lesson"), (field.Id, field.GetAttribute("name"), field.GetAttribute("type"), field.GetAttribute("value")));
        Assert.Equal("The title", field.ParentElement!.QuerySelector("label[for=Plan_Title]")!.TextContent);
        Assert.False(field.HasAttribute("aria-describedby"));
        Assert.False(field.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void Hint_and_message_are_named_in_the_order_they_stand_and_the_typed_text_is_kept()
    {
        Fail("Title", "x\" y", "Write the title", "A second message");
        var page = Field("Title", "Every lesson", f => f.Hint = "As it stands in the plan.");
        var field = page.QuerySelector("input")!;
        Assert.Equal("Title-hint Title-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("x\" y", field.GetAttribute("value"));
        Assert.Equal("As it stands in the plan.", page.QuerySelector("#Title-hint")!.TextContent);
        Assert.Equal("Error: Write the title", page.QuerySelector("#Title-error")!.TextContent);
        Assert.True(page.QuerySelector("div.f.err") is not null);
    }

    [Fact]
    public void What_a_field_does_not_know_goes_to_its_input()
    {
        var field = Field("Title", "", f => f.Hint = "Short.", ("autocomplete", "off"), ("aria-describedby", "slots"), ("optional", "")).QuerySelector("input")!;
        Assert.Equal("off", field.GetAttribute("autocomplete"));
        Assert.Equal("Title-hint slots", field.GetAttribute("aria-describedby"));
        Assert.False(field.HasAttribute("optional"));
        Assert.Equal("The title (optional)", field.ParentElement!.QuerySelector("label")!.TextContent);
    }

    [Fact]
    public void A_date_and_a_number_are_written_as_inputs_want_them_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("es-ES");
            Assert.Equal("2026-02-11", Field("By", new DateOnly(2026, 2, 11), f => f.Type = "date").QuerySelector("input")!.GetAttribute("value"));
            Assert.Equal("24.5", Field("To", 24.5m, f => f.Type = "number").QuerySelector("input")!.GetAttribute("value"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_password_is_never_written_back()
    {
        Fail("Password", "secret", "That is not it");
        Assert.DoesNotContain("secret", Field("Password", "secret", f => f.Type = "password").Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nA line & <another>")]
    public void A_long_text_stands_in_its_box_as_it_was(string text) =>
        Assert.Equal(text, Field("Why", text, f => f.Type = "textarea").QuerySelector("textarea")!.TextContent);

    [Fact]
    public void A_list_has_what_is_there_chosen()
    {
        var list = Choice("Group", "young", "select").QuerySelector("select")!;
        Assert.Equal("Group", list.Id);
        Assert.Equal(["All students", "Students < 12"], list.Children.Select(o => o.TextContent));
        Assert.Equal("young", list.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public void Radio_buttons_are_one_question_and_the_summary_leads_to_the_first()
    {
        Fail("Group", "", "Choose a group");
        var fieldset = Choice("Group", null, "radios").QuerySelector("fieldset")!;
        Assert.Equal("Group-error", fieldset.GetAttribute("aria-describedby"));
        Assert.Equal("The group", fieldset.Children[0].TextContent);
        Assert.Equal(["Group", "Group-1"], fieldset.QuerySelectorAll("input").Select(r => r.Id));
        Assert.All(fieldset.QuerySelectorAll("label"), l => Assert.NotNull(fieldset.QuerySelector("#" + l.GetAttribute("for"))));
        Assert.Equal("#Group", Summary().QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_summary_is_focused_and_leads_to_what_is_wrong()
    {
        Fail("Plan.Title", "", "Write the title", "A second message");
        state.AddModelError("", "The file has no heading row");
        var summary = Summary().QuerySelector("div")!;
        Assert.Equal(("-1", "alert", true), (summary.GetAttribute("tabindex"), summary.GetAttribute("role"), summary.HasAttribute("autofocus")));
        Assert.Equal("There are 2 problems", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("#Plan_Title", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("The file has no heading row", summary.QuerySelectorAll("li").Select(l => l.TextContent));
    }

    [Fact]
    public void Where_nothing_is_wrong_there_is_no_summary() => Assert.Equal("", Summary().Body!.InnerHtml);

    private void Fail(string name, string typed, params string[] messages)
    {
        state.SetModelValue(name, typed, typed);
        Array.ForEach(messages, m => state.AddModelError(name, m));
    }

    private IDocument Field(string name, object? value, Action<FieldTagHelper>? set = null, params (string, string)[] attributes)
    {
        var field = new FieldTagHelper { ViewContext = View(), For = Expression(name, value), Label = "The title" };
        set?.Invoke(field);
        return Render(field, "field", attributes);
    }

    private IDocument Choice(string name, string? value, string type) => Render(
        new ChoiceTagHelper { ViewContext = View(), For = Expression(name, value), Label = "The group", Options = Groups, Type = type }, "choice");

    private IDocument Summary() => Render(new ErrorSummaryTagHelper { ViewContext = View() }, "error-summary");

    private ViewContext View() => new() { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), state) };

    private static ModelExpression Expression(string name, object? value) =>
        new(name, new EmptyModelMetadataProvider().GetModelExplorerForType(value?.GetType() ?? typeof(string), value));

    private static IDocument Render(TagHelper helper, string tag, params (string Name, string Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, new HtmlString(a.Value))));
        var output = new TagHelperOutput(tag, list, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext(list, new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
