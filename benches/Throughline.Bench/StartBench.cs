using System.Net;

namespace Throughline.Bench;

/// <summary>Process start to first answer, with the sample loaded and into a new folder; memory ten seconds later.</summary>
internal static class StartBench
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static Measurement Run(Options options)
    {
        List<double> fresh = [], answer = [], page = [], memory = [], peak = [];
        for (var run = 0; run <= options.Runs; run++)
        {
            var data = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
            var (first, _, _, _) = Start(data, TimeSpan.Zero);
            var (again, pageAgain, rss, hwm) = Start(data, Rest);
            if (run > 0)
            {
                fresh.Add(first);
                answer.Add(again);
                page.Add(pageAgain);
                memory.Add(rss);
                peak.Add(hwm);
            }

            Directory.Delete(data, recursive: true);
        }

        return new Measurement($"start: from process start, {options.Runs} runs", [
            new("first answer", "s", answer),
            new("first page", "s", page),
            new("first answer, new folder and sample", "s", fresh),
            new("memory ten seconds later", "MB", memory),
            new("peak memory", "MB", peak)]);
    }

    private static (double Answer, double Page, double Memory, double Peak) Start(string data, TimeSpan rest)
    {
        using var site = new Watched("serve", "--port", "0", "--data", data);
        var line = site.Output.ReadLine() ?? throw new InvalidOperationException("The site did not start.");
        var address = line[line.IndexOf("http", StringComparison.Ordinal)..];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Get(client, "/health");
        var answer = site.Seconds;
        using var reader = new SignedIn(address, "State reviewer");
        reader.Get("/state/schools");
        var page = site.Seconds;
        Thread.Sleep(rest);
        site.Look();
        return (answer, page, site.Megabytes, site.PeakMegabytes);
    }

    private static void Get(HttpClient client, string path)
    {
        using var response = client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
        }
    }
}
