using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Throughline.Bench;

/// <summary>
/// Statements a second on one core, findings included, beside the npm libraries that read text, amounts and dates; and
/// how many targets and deadlines of labelled statements each gets right, by the scorer of the labels.
/// </summary>
internal static partial class ReadBench
{
    private const string Seconds = "3";

    public static Measurement Run(Options options)
    {
        var labels = Path.Combine(Options.Shared ?? throw new InvalidOperationException("The labelled statements are not beside the checkout."), "data", "statements");
        var (gold, scorer) = (Path.Combine(labels, "dev.jsonl"), Path.Combine(labels, "score.py"));
        var peer = Path.Combine(Options.Root, "benches", "read-peer");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            Say(peer, "npm", "ci", "--no-audit", "--no-fund");
        }

        var work = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
        try
        {
            List<double> our = [], bytes = [], their = [], times = [];
            for (var run = 0; run <= options.Runs; run++)
            {
                var mine = Say(work, "taskset", "-c", "0", Options.Product.Dotnet, typeof(ReadBench).Assembly.Location, Reader.Verb, gold, Seconds).Split(' ');
                var other = Number(Say(peer, "taskset", "-c", "0", "node", "read.mjs", gold, Seconds, Path.Combine(work, "peer.jsonl")));
                if (run > 0)
                {
                    our.Add(Number(mine[0]));
                    bytes.Add(Number(mine[1]));
                    their.Add(other);
                    times.Add(Number(mine[0]) / other);
                }
            }

            File.WriteAllText(Path.Combine(work, "ours.jsonl"), Say(work, Options.Product.Dotnet, Options.Product.App, "check", gold));
            var (ours, theirs) = (Say(work, "python3", scorer, gold, "ours.jsonl"), Say(work, "python3", scorer, gold, "peer.jsonl"));
            return new Measurement($"read: the {File.ReadLines(gold).Count()} statements of dev.jsonl over and over on one core, findings included, {options.Runs} runs of {Seconds} s", [
                new("statements", "a second", our),
                new("statements, npm", "a second", their) { Side = Side.Peer },
                new("ours of the npm libraries", "times", times) { Side = Side.Ratio },
                new("allocated a statement", "bytes", bytes),
                .. Scores(ours, theirs, "targets"),
                .. Scores(ours, theirs, "deadline")]);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static IEnumerable<MeasurementRow> Scores(string ours, string theirs, string slot) =>
    [
        new($"{slot} right", "F1", [Score(ours, slot)]),
        new($"{slot} right, npm", "F1", [Score(theirs, slot)]) { Side = Side.Peer },
    ];

    private static double Score(string said, string slot) =>
        Number(Slot().Matches(said).First(m => m.Groups["slot"].Value == slot).Groups["f1"].Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Say(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }

    [GeneratedRegex(@"^ +(?<slot>[a-z_]+) +[\d.]+ +[\d.]+ +(?<f1>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Slot();
}
