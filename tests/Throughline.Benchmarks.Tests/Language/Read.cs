using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>Short ways to say what a statement comes to.</summary>
internal static class Read
{
    /// <summary>"chronic_absence each school level 10 by 2025-06-30", or null.</summary>
    public static string? Structure(string text) => Reading.Of(text).Benchmark is { } b
        ? $"{b.Measure.Id}{(b.Groups is ["all"] ? "" : " " + string.Join("+", b.Groups))} {Short(b.Target)}"
        : null;

    public static string[] Codes(string text) => [.. Reading.Of(text).Findings.Select(f => f.Code)];

    public static string Short(Target target) => target switch
    {
        EveryMember t => $"each {t.Member.Name()} {Short(t.Inner)}",
        Level { By: { } by } t => $"level {t.Value} by {Iso(by)}",
        Level t => $"level {t.Value} every {t.Every}",
        FromTo t => $"from {t.From} to {t.To} by {Iso(t.By)}",
        Change t => $"change {t.Amount} {t.In.Name()} by {Iso(t.By)}",
        SamePeriodLastYear t => $"same_period_last_year {t.Amount} {t.In.Name()} every {t.Every}",
        PriorPeriod t => $"prior_period {t.Amount} {t.In.Name()} every {t.Every}",
        Maintain t => $"maintain {(t.Floor is { } f ? $"floor {f}" : $"ceiling {t.Ceiling}")} every {t.Every}",
        Milestone t => $"milestone by {Iso(t.By)}",
        _ => target.Form,
    };

    public static string Json(string text)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ReadingJson.Write(writer, "x", Reading.Of(text), CultureInfo.InvariantCulture, (w, b) => w.WriteStringValue(Short(b.Target)));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
