using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Features.Districts;
using Throughline.Features.Progress;
using Throughline.Judging;

namespace Throughline;

/// <summary>What the pages that look over many benchmarks, schools and plans need of the site.</summary>
internal static class Overviews
{
    public static void AddOverviews(this IServiceCollection services)
    {
        services.AddSingleton<Promises>();
        services.AddSingleton<DistrictTables>();
        services.AddSingleton<Standings>();
        services.AddHostedService(s => s.GetRequiredService<Standings>());
        // A district's plan has the pages of a school's.
        services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Progress/Index", "/d/{district}/progress"));
    }

    public static void MapOverviewDownloads(this IEndpointRouteBuilder site)
    {
        site.MapProgressDownload();
        site.MapDistrictDownload();
    }
}
