using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Throughline.Tests.Support;

/// <summary>Forms of the running site, sent as a browser sends them.</summary>
internal static class SiteForms
{
    /// <summary>The fields of a page's form as they stand, hidden ones included.</summary>
    public static Dictionary<string, string> FieldsOf(this IParentNode page, string form = "form[method=post]:has(input,textarea):not(.bar form)")
    {
        var found = page.QuerySelectorAll("main " + form).OfType<IHtmlFormElement>().First();
        var fields = new Dictionary<string, string>();
        foreach (var field in found.Elements)
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Name: { } name } input:
                    fields[name] = input.Value;
                    break;
                case IHtmlTextAreaElement { Name: { } name } area:
                    fields[name] = area.Value;
                    break;
                case IHtmlSelectElement { Name: { } name } select:
                    fields[name] = select.Value ?? "";
                    break;
            }
        }

        return fields;
    }

    /// <summary>Sends fields; the answer with its page.</summary>
    public static async Task<Answered> PostAsync(this RunningSite site, string address, Dictionary<string, string> fields, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var response = await site.Client.PostAsync(address, content);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return new Answered(response.StatusCode, response.Headers.Location?.OriginalString, page);
    }
}

internal sealed record Answered(HttpStatusCode Status, string? Location, IHtmlDocument Page);
