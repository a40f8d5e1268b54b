using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using Throughline.Access;
using Throughline.Data;
using Throughline.Features.Benchmarks;
using Throughline.Features.Plans;
using Throughline.Features.StateSchools;
using Throughline.Judging;
using Throughline.Ui;

namespace Throughline;

/// <summary>The web site, built the same for people and for tests.</summary>
public static class Site
{
    private const string Culture = "en-US";

    /// <summary>The methods that every address answers.</summary>
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static WebApplication Build(Database database, TimeProvider clock, IPEndPoint endpoint)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            // A start that fails is said by the command that asked for it, in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // The keys lie in the database as they are, which SECURITY.md says: whoever can read it is to be kept out.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It warns at each form that it asks for no caching, which every page does.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(endpoint);
        });

        var services = builder.Services;
        services.AddSingleton(database);
        services.AddSingleton(clock);
        services.AddDbContextPool<ThroughlineDb>(database.Configure);
        services.AddSingleton<Pictures>();
        services.AddSingleton<Freshness>();
        services.AddScoped<Judge>();
        services.AddScoped<StateBenchmarks>();
        services.AddOverviews();
        // A third of the bytes for a phone on bad wifi. What a page says back is of no use to a listener who guesses at
        // lengths: the session's cookie is not sent along with another site's requests.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.PostConfigure<MvcOptions>(o =>
        {
            // Which thing is meant is said by the address, never by a field of the same name.
            var route = o.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
            o.ValueProviderFactories.Remove(route);
            o.ValueProviderFactories.Insert(0, route);
        });
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";
            o.Conventions.AddBenchmarkRoutes();
            PlanRoutes.Add(o.Conventions);
        });
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        // Letters of every language stand in pages as they are; only what HTML itself uses is written as an entity.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAccess(database, new Listening(IPAddress.IsLoopback(endpoint.Address)));
        // On loopback, a name that is not loopback's is another site's trick; elsewhere people choose the name.
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = IPAddress.IsLoopback(endpoint.Address) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);

        var site = builder.Build();
        // A proxy on this machine says whether the reader came by https; nobody else is believed.
        site.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        site.UseResponseCompression();
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error");
        site.Use(SecurityHeaders.Add);
        site.UseHostFiltering();
        // Dates and numbers are written the American way whatever the machine's own settings are.
        site.UseRequestLocalization(new RequestLocalizationOptions { RequestCultureProviders = [] }.SetDefaultCulture(Culture));
        site.UseRouting();
        site.UseMiddleware<Door>();
        site.MapMethods("/health", Reading, HealthAsync).WithMetadata(new NeedsAttribute(Right.Anyone));
        site.MapAssets();
        site.MapSchoolDownloads();
        site.MapBenchmarkDownloads();
        site.MapOverviewDownloads();
        site.MapRazorPages();
        return site;
    }

    private static async Task<IResult> HealthAsync(Database database, ThroughlineDb db, CancellationToken cancel)
    {
        try
        {
            var missing = Migrator.Known(db).Except(await db.Database.GetAppliedMigrationsAsync(cancel)).Count();
            return missing == 0
                ? Results.Json(new { status = "ready", version = Product.Version })
                : Results.Json(new { status = "not ready", reason = Texts.HealthNotMigrated }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (DatabaseCheck.Explain(database, e) is { } problem)
        {
            return Results.Json(new { status = "not ready", reason = problem.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
