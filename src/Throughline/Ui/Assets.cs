using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Throughline.Access;

namespace Throughline.Ui;

/// <summary>
/// The style sheet, fonts and pictures. They travel inside the program, are served under an address that holds a hash
/// of their content, and are kept by browsers for a year.
/// </summary>
internal static class Assets
{
    private const string Prefix = "Throughline.Ui.Assets.";

    private static readonly FrozenDictionary<string, Asset> ByName = Load();

    /// <summary>The address of an asset: "/assets/1a2b3c4d/app.css".</summary>
    public static string Href(string name) => $"/assets/{ByName[name].Hash}/{name}";

    public static void MapAssets(this IEndpointRouteBuilder site) => site.MapMethods("/assets/{hash}/{name}", Site.Reading, Serve)
        .WithMetadata(new NeedsAttribute(Right.Anyone));

    /// <summary>Style sheets come last: the addresses of what they name are written into them.</summary>
    private static FrozenDictionary<string, Asset> Load()
    {
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        var names = typeof(Assets).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var resource in names.OrderBy(n => n.EndsWith(".css", StringComparison.Ordinal)))
        {
            using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var name = resource[Prefix.Length..];
            if (name.EndsWith(".css", StringComparison.Ordinal))
            {
                var css = assets.Values.Aggregate(
                    Encoding.UTF8.GetString(content),
                    (text, a) => text.Replace($"url({a.Name})", $"url(/assets/{a.Hash}/{a.Name})", StringComparison.Ordinal));
                content = Encoding.UTF8.GetBytes(css);
            }

            assets.Add(name, new Asset(name, content));
        }

        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IResult Serve(string hash, string name, HttpContext context)
    {
        if (!ByName.TryGetValue(name, out var asset) || asset.Hash != hash)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (asset.Compressed is { } compressed && Accepts(context.Request.Headers.AcceptEncoding))
        {
            context.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(compressed, asset.Type);
        }

        return Results.Bytes(asset.Content, asset.Type);
    }

    private static bool Accepts(StringValues encodings) =>
        StringWithQualityHeaderValue.TryParseList([.. encodings.OfType<string>()], out var parsed) && parsed.Any(e => e.Value == "br" && e.Quality != 0);

    private sealed class Asset
    {
        public Asset(string name, byte[] content)
        {
            Name = name;
            Content = content;
            Hash = Convert.ToHexStringLower(SHA256.HashData(Content))[..8];
            Type = Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".woff2" => "font/woff2",
                _ => "text/plain; charset=utf-8",
            };
            Compressed = Type.StartsWith("text/", StringComparison.Ordinal) || Type == "image/svg+xml" ? Compress(Content) : null;
        }

        public string Name { get; }

        public string Hash { get; }

        public string Type { get; }

        public byte[] Content { get; }

        public byte[]? Compressed { get; }

        private static byte[] Compress(byte[] content)
        {
            using var buffer = new MemoryStream();
            using (var brotli = new BrotliStream(buffer, CompressionLevel.Optimal))
            {
                brotli.Write(content);
            }

            return buffer.ToArray();
        }
    }
}
