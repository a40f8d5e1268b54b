using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughline.Access;
using Throughline.Model;

namespace Throughline.Ui;

/// <summary>
/// Markup that is drawn once from a thing that never changes, for one address and one set of rights, and goes when that
/// thing does: a plan's picture is made anew after every change, and with it all that was drawn from it.
/// <code>&lt;kept of="Model.Picture"&gt;…&lt;/kept&gt;</code>
/// Inside stands only what follows from the thing, the address, the organizations and the reader's rights: no name of the
/// reader, no time, and no form with a token.
/// </summary>
[HtmlTargetElement("kept", Attributes = "of")]
public sealed class KeptTagHelper : TagHelper
{
    /// <summary>Characters drawn of one thing that are remembered; an address can be asked with any words behind its question mark.</summary>
    private const int MostOfOne = 1_000_000;

    private static readonly Right[] Rights = Enum.GetValues<Right>();
    private static readonly GrantKind[] Grants = Enum.GetValues<GrantKind>();
    private static readonly ConditionalWeakTable<object, Drawings> Drawn = [];

    /// <summary>What it is drawn from: an object of its own for every state of what it shows.</summary>
    public object Of { get; set; } = null!;

    /// <summary>What it depends on besides, where that is not the address and the rights in the organization that it names.</summary>
    public string? By { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var drawings = Drawn.GetOrCreateValue(Of);
        var key = $"{CultureInfo.CurrentUICulture.Name} {By ?? AddressAndRights(ViewContext.HttpContext)}";
        if (!drawings.ByKey.TryGetValue(key, out var markup))
        {
            var drawn = (await output.GetChildContentAsync()).GetContent();
            markup = new HtmlString(drawn);
            if (Interlocked.Read(ref drawings.Characters) + drawn.Length <= MostOfOne)
            {
                Interlocked.Add(ref drawings.Characters, drawn.Length);
                drawings.ByKey[key] = markup;
            }
        }

        output.TagName = null;
        output.Content.SetHtmlContent(markup);
    }

    private static string AddressAndRights(HttpContext context)
    {
        var (here, installation, request) = (context.Here(), context.Installation(), context.Request);
        var may = 0;
        foreach (var right in Rights)
        {
            may = (may << 1) | (here.May(right) ? 1 : 0);
        }

        foreach (var grant in Grants)
        {
            may = (may << 1) | (here.Has(grant) ? 1 : 0);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{may} {installation.Stamps.Organizations} {installation.Stamps.Settings} {request.Path.Value}{request.QueryString.Value}");
    }

    private sealed class Drawings
    {
        public readonly ConcurrentDictionary<string, HtmlString> ByKey = new(StringComparer.Ordinal);
        public long Characters;
    }
}
