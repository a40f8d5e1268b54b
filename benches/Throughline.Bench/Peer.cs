using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Throughline.Bench;

/// <summary>The least that a page can cost: a bare Kestrel endpoint that writes the same bytes, in a process of its own.</summary>
internal static class Peer
{
    /// <summary>The verb under which the measuring program starts itself as the peer.</summary>
    public const string Verb = "peer";

    /// <summary>Serves every file of a folder under its name, until the process is stopped.</summary>
    public static async Task ServeAsync(string folder)
    {
        var pages = Directory.EnumerateFiles(folder).ToDictionary(f => "/" + Path.GetFileName(f), File.ReadAllBytes);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        await using var site = builder.Build();
        foreach (var (path, bytes) in pages)
        {
            site.MapGet(path, (HttpContext context) =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = bytes.Length;
                return context.Response.Body.WriteAsync(bytes).AsTask();
            });
        }

        await site.StartAsync();
        Console.WriteLine(site.Urls.First());
        await site.WaitForShutdownAsync();
    }
}
