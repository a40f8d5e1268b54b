using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Throughline.Tests.Support;

/// <summary>Sends a page's form as a browser would: its hidden fields, the token among them, and what the test fills in.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.ReadPageAsync();
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Fetches a page and sends the first form that goes to an address, the page's own where none is said.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string page, IReadOnlyDictionary<string, string> filled, string? action = null)
    {
        var document = await client.GetPageAsync(page);
        return await client.SubmitAsync(document, filled, action ?? page.Split('?')[0]);
    }

    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, IHtmlDocument document, IReadOnlyDictionary<string, string> filled, string action)
    {
        var form = document.QuerySelectorAll("form").OfType<IHtmlFormElement>().FirstOrDefault(f => f.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"no form goes to {action}:\n{document.Body?.InnerHtml}");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(i => i.Type != "file" && !string.IsNullOrEmpty(i.Name)))
        {
            values[input.Name!] = input.GetAttribute("value") ?? "";
        }

        foreach (var list in form.QuerySelectorAll("select").OfType<IHtmlSelectElement>())
        {
            values[list.Name!] = list.Value ?? "";
        }

        foreach (var (name, value) in filled)
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }
}
