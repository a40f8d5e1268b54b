using System.Globalization;
using Throughline.Bench.State;

namespace Throughline.Bench;

/// <summary>
/// Chronic absence, attendance rate and days absent × schools × 14 groups × ten months, each by itself and with the year before
/// it: from cold (a new process, the file not in the page cache) and warm (rows in memory), beside DuckDB on a row for each
/// student and day, and on bit strings. All must come to the same.
/// </summary>
internal static class TabulateBench
{
    private const string Warm = "7";

    public static Measurement Run(Options options)
    {
        InventedStates.NeedDuck();
        var schools = InventedStates.Schools(options);
        var (ours, duck) = (InventedStates.Ours(schools), InventedStates.Duck(schools));
        var file = Path.Combine(ours, "throughline.db");
        List<Asked> cold = [], warm = [], rows = [], bits = [];
        for (var run = 0; run <= options.Runs; run++)
        {
            PageCache.Forget(file);
            var one = Ask("ask", ours, "0");
            var two = Ask("ask", ours, Warm);
            PageCache.Forget(duck);
            var three = Ask("ask-duck", duck, "rows", "2");
            PageCache.Forget(duck);
            var four = Ask("ask-duck", duck, "bits", "3");
            if (one.Sum != three.Sum || one.Sum != two.Sum || one.Sum != four.Sum)
            {
                throw new InvalidOperationException($"The answers differ: {one.Sum}, {two.Sum}, {three.Sum}, {four.Sum}.");
            }

            if (run > 0)
            {
                cold.Add(one);
                warm.Add(two);
                rows.Add(three);
                bits.Add(four);
            }
        }

        return new Measurement($"tabulate: {schools:N0} schools, {new InventedState(schools).Students:N0} students, 180 days; three measures × schools × 14 groups × 10 months × 2 readings, {options.Runs} runs", [
            new("cold, whole process", "s", [.. cold.Select(a => a.Wall)]),
            new("cold, processor", "s", [.. cold.Select(a => a.Cpu)]),
            new("cold, peak memory", "MB", [.. cold.Select(a => a.Megabytes)]),
            new("warm", "s", [.. warm.Select(a => a.Warm)]),
            new("warm, peak memory", "MB", [.. warm.Select(a => a.Megabytes)]),
            new("whole database", "MB", [Size(file)]),
            new("DuckDB on rows, cold", "s", [.. rows.Select(a => a.First)]) { Side = Side.Peer },
            new("DuckDB on rows, warm", "s", [.. rows.Select(a => a.Warm)]) { Side = Side.Peer },
            new("DuckDB on rows, peak memory", "MB", [.. rows.Select(a => a.Megabytes)]) { Side = Side.Peer },
            new("DuckDB on bit strings, cold", "s", [.. bits.Select(a => a.First)]) { Side = Side.Peer },
            new("DuckDB on bit strings, warm", "s", [.. bits.Select(a => a.Warm)]) { Side = Side.Peer },
            new("DuckDB file, both layouts", "MB", [Size(duck)]) { Side = Side.Peer },
            new("ours of rows, cold", "times", [.. rows.Zip(cold, (r, c) => r.First / c.Wall)]) { Side = Side.Ratio },
            new("ours of rows, warm", "times", [.. rows.Zip(warm, (r, w) => r.Warm / w.Warm)]) { Side = Side.Ratio },
            new("ours of bit strings, cold", "times", [.. bits.Zip(cold, (b, c) => b.First / c.Wall)]) { Side = Side.Ratio },
            new("ours of bit strings, warm", "times", [.. bits.Zip(warm, (b, w) => b.Warm / w.Warm)]) { Side = Side.Ratio }]);
    }

    private static Asked Ask(params string[] arguments)
    {
        using var worker = Watched.Own(null, [StateWorker.Verb, .. arguments]);
        var (wall, exit) = worker.WaitForExit();
        var parts = worker.Output.ReadToEnd().Trim().Split(' ');
        return exit == 0 && parts.Length == 3 ? new Asked(wall, worker.CpuSeconds, worker.PeakMegabytes, Number(parts[0]), Number(parts[1]), parts[2])
            : throw new InvalidOperationException($"{arguments[0]} ended with {exit}.");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Size(string file) => new FileInfo(file).Length / 1048576.0;

    private sealed record Asked(double Wall, double Cpu, double Megabytes, double First, double Warm, string Sum);
}
