using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using Throughline.Data;
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
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(endpoint);
        });

        var services = builder.Services;
        services.AddSingleton(database);
        services.AddSingleton(clock);
        services.AddDbContextPool<ThroughlineDb>(database.Configure);
        services.AddSingleton<Stamps>();
        services.AddSingleton<Pictures>();
        services.AddSingleton<Freshness>();
        services.AddScoped<Judge>();
        services.AddScoped<StateBenchmarks>();
        services.AddRazorPages(o => o.RootDirectory = "/Features");
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        // Letters of every language stand in pages as they are; only what HTML itself uses is written as an entity.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Only loopback is served until people sign in; a name that is not loopback's is another site's trick.
        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        var site = builder.Build();
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error");
        site.Use(SecurityHeaders.Add);
        site.UseHostFiltering();
        site.Use(ReadingOnly);
        // Dates and numbers are written the American way whatever the machine's own settings are.
        site.UseRequestLocalization(new RequestLocalizationOptions { RequestCultureProviders = [] }.SetDefaultCulture(Culture));
        site.UseRouting();
        site.MapMethods("/", Reading, () => Results.Redirect(IndexModel.Address));
        site.MapMethods("/health", Reading, HealthAsync);
        site.MapAssets();
        site.MapSchoolDownloads();
        site.MapRazorPages();
        return site;
    }

    /// <summary>Nothing can be changed by the site yet, so only GET and HEAD mean anything.</summary>
    private static Task ReadingOnly(HttpContext context, RequestDelegate next)
    {
        if (Reading.Contains(context.Request.Method))
        {
            return next(context);
        }

        // The page that says so is fetched as any page is.
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", Reading);
        return Task.CompletedTask;
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
