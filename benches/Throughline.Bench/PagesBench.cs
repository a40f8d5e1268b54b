using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Throughline.Bench;

/// <summary>
/// Requests a second of the main pages on the sample district, signed in, two accounts by turns, one write a second
/// that the next request shows; beside a bare Kestrel endpoint that writes the same bytes. Then the time of an answer
/// at fifty requests a second.
/// </summary>
internal static class PagesBench
{
    private const string School = "/s/tannery-hill";
    private const int PerSecond = 50;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>Until the runtime has compiled what is used most for the second time, both sides alike.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);

    private static readonly (string Name, string Path)[] Pages =
    [
        ("my work", "/"),
        ("plan map", School + "/plan"),
        ("progress grid", School + "/progress"),
        ("benchmark", School + "/b/C1-S1"),
        ("district", "/d/ashmere/schools"),
    ];

    public static Measurement Run(Options options)
    {
        var data = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
        var served = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
        try
        {
            using var site = new Watched("serve", "--port", "0", "--data", data);
            var address = Address(site.Output);
            using var first = new SignedIn(address, "Superintendent");
            using var second = new SignedIn(address, "Administrator");
            using var writer = new Writer(address);
            var rows = new List<MeasurementRow>();
            foreach (var (name, path) in Pages)
            {
                File.WriteAllText(Path.Combine(served, Slug(name)), first.Get(path), new UTF8Encoding(false));
            }

            using var peer = new Process
            {
                StartInfo = new ProcessStartInfo(Options.Product.Dotnet, [typeof(PagesBench).Assembly.Location, Peer.Verb, served]) { RedirectStandardOutput = true },
            };
            peer.Start();
            var peerAddress = Address(peer.StandardOutput);
            try
            {
                foreach (var (name, path) in Pages)
                {
                    Load(path, Slug(name), address, peerAddress, [first.Cookies, second.Cookies], writer, Warming);
                }

                foreach (var (name, path) in Pages)
                {
                    rows.AddRange(Compare(options, name, path, address, peerAddress, [first, second], writer));
                }
            }
            finally
            {
                peer.Kill();
                peer.WaitForExit();
            }

            site.Look();
            rows.Add(new("peak memory", "MB", [site.PeakMegabytes]));
            return new Measurement(
                $"pages: the sample district, two accounts by turns, one write a second, uncompressed, {options.Runs} runs of {Time.TotalSeconds:N0} s after {Warming.TotalSeconds:N0} s of warming", rows);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
            Directory.Delete(served, recursive: true);
        }
    }

    private static IEnumerable<MeasurementRow> Compare(
        Options options, string name, string path, string ours, string peer, IReadOnlyList<SignedIn> accounts, Writer writer)
    {
        var cookies = accounts.Select(a => a.Cookies).ToList();
        List<double> our = [], their = [], ratio = [], times = [];
        for (var run = 0; run < options.Runs; run++)
        {
            var (mine, bare) = Load(path, Slug(name), ours, peer, cookies, writer, Time);
            our.Add(mine);
            their.Add(bare);
            ratio.Add(100 * mine / bare);
        }

        writer.Start();
        times.AddRange(Paced(accounts, path));
        writer.Stop();
        times.Sort();
        yield return new MeasurementRow($"{name}: ours", "requests/s", our);
        yield return new MeasurementRow($"{name}: bare endpoint", "requests/s", their) { Side = Side.Peer };
        yield return new MeasurementRow($"{name}: ours of the bare", "%", ratio) { Side = Side.Ratio };
        yield return new MeasurementRow($"{name}: p50 at {PerSecond}/s", "ms", [times[times.Count / 2]]);
        yield return new MeasurementRow($"{name}: p95 at {PerSecond}/s", "ms", [times[times.Count * 95 / 100]]);
        yield return new MeasurementRow($"{name}: p99 at {PerSecond}/s", "ms", [times[times.Count * 99 / 100]]);
    }

    /// <summary>Requests a second of both, one after the other.</summary>
    private static (double Ours, double Bare) Load(
        string path, string slug, string ours, string peer, IReadOnlyList<string> cookies, Writer writer, TimeSpan time)
    {
        writer.Start();
        var mine = Wrk.Load(ours, path, cookies, time);
        writer.Stop();
        return (mine, Wrk.Load(peer, "/" + slug, cookies, time));
    }

    /// <summary>Milliseconds from the moment each request was due: one that waits for another counts its waiting.</summary>
    private static List<double> Paced(IReadOnlyList<SignedIn> accounts, string path)
    {
        var count = PerSecond * (int)Time.TotalSeconds * 2;
        var started = Stopwatch.GetTimestamp();
        var asked = new List<Task<double>>();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest)
            {
                Thread.Sleep(rest);
            }

            var client = accounts[i % accounts.Count].Client;
            asked.Add(Task.Run(async () =>
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
                await response.Content.ReadAsByteArrayAsync();
                response.EnsureSuccessStatusCode();
                return (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
            }));
        }

        return [.. Task.WhenAll(asked).GetAwaiter().GetResult()];
    }

    private static string Address(StreamReader output)
    {
        while (output.ReadLine() is { } line)
        {
            if (line.IndexOf("http", StringComparison.Ordinal) is >= 0 and var at)
            {
                return line[at..].Trim();
            }
        }

        throw new InvalidOperationException("A server did not start.");
    }

    private static string Slug(string name) => name.Replace(' ', '-');

    /// <summary>Enters a figure once a second and looks whether the very next page shows it.</summary>
    private sealed class Writer(string address) : IDisposable
    {
        private const string Values = School + "/b/A2-E1/values";
        private readonly SignedIn principal = new(address, "Principal");
        private CancellationTokenSource? stop;
        private Task? work;
        private int figure = 10;

        public void Start()
        {
            stop = new CancellationTokenSource();
            var cancel = stop.Token;
            work = Task.Run(() =>
            {
                while (!cancel.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)))
                {
                    Write();
                }
            });
        }

        public void Stop()
        {
            stop!.Cancel();
            work!.GetAwaiter().GetResult();
            stop.Dispose();
        }

        public void Dispose()
        {
            stop?.Dispose();
            principal.Dispose();
        }

        private void Write()
        {
            figure = (figure % 30) + 10;
            var said = figure.ToString(CultureInfo.InvariantCulture);
            principal.Post(Values, principal.Get(Values), ("Entry.Group", "all"), ("Entry.Period", "2026-01-01/2026-01-31"), ("Entry.Numerator", said), ("Entry.Denominator", "40"));
            if (!principal.Get(School + "/b/A2-E1").Contains($"{said} of 40", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("A figure that was entered was not on the next page.");
            }
        }
    }
}
