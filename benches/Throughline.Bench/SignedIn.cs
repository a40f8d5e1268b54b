using System.Net;
using System.Text.RegularExpressions;

namespace Throughline.Bench;

/// <summary>An account of the sample, signed in as a person would be: by the button on the sign-in page.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClientHandler handler;

    public SignedIn(string address, string name)
    {
        handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        Client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        var page = Get("/sign-in");
        var form = Button().Matches(page).FirstOrDefault(m => m.Groups["said"].Value.Contains(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The sign-in page offers no account “{name}”.");
        Post("/sign-in/sample", page, (form.Groups["name"].Value, form.Groups["value"].Value));
    }

    public HttpClient Client { get; }

    /// <summary>As a Cookie header.</summary>
    public string Cookies => cookies.GetCookieHeader(Client.BaseAddress!);

    public string Get(string path)
    {
        using var response = Client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return response.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }

    /// <summary>Sends a form of a page, with the page's hidden fields beside what is given.</summary>
    public void Post(string path, string page, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(page).Select(m => (Name: m.Groups["name"].Value, Value: WebUtility.HtmlDecode(m.Groups["value"].Value)));
        var all = hidden.Where(h => fields.All(f => f.Name != h.Name)).DistinctBy(h => h.Name).Concat(fields);
        using var content = new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Name, f.Value)));
#pragma warning disable CA2025 // it is waited for on this line
        using var response = Client.PostAsync(new Uri(path, UriKind.Relative), content).GetAwaiter().GetResult();
#pragma warning restore CA2025
        if (response.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"{path} answered {response.StatusCode}: {response.Content.ReadAsStringAsync().GetAwaiter().GetResult()}");
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("<button[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"[^>]*>(?<said>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*type=\"hidden\"[^>]*value=\"(?<value>[^\"]*)\"|<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
