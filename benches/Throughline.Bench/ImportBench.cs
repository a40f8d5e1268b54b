using System.Globalization;
using Throughline.Bench.State;

namespace Throughline.Bench;

/// <summary>
/// Attendance rows a second, file to stored and checked: the whole command, the file not in the page cache; beside DuckDB's CSV
/// reader into a table. Both must count the same days and absences.
/// </summary>
internal static class ImportBench
{
    public static Measurement Run(Options options)
    {
        InventedStates.NeedDuck();
        var schools = options.Scale switch { "school" => 1, "district" => 20, _ => 110 };
        var (files, empty) = (InventedStates.Files(schools), InventedStates.BeforeAttendance(schools));
        var csv = Path.Combine(files, ImportFiles.Attendance);
        var rows = File.ReadLines(csv).LongCount() - 1;
        List<Imported> ours = [], again = [], duck = [];
        for (var run = 0; run <= options.Runs; run++)
        {
            var data = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
            File.Copy(Path.Combine(empty, "throughline.db"), Path.Combine(data, "throughline.db"));
            PageCache.Forget(csv);
            var one = Import(data, csv);
            var days = Cells(data);
            var two = Import(data, csv);
            PageCache.Forget(csv);
            var (three, counted) = Duck(Path.Combine(data, "peer.duckdb"), csv);
            Directory.Delete(data, recursive: true);
            if (days != counted)
            {
                throw new InvalidOperationException($"The days differ: {days} and {counted}.");
            }

            if (run > 0)
            {
                ours.Add(one);
                again.Add(two);
                duck.Add(three);
            }
        }

        return new Measurement($"import: {rows:N0} rows of attendance of {schools:N0} schools ({new FileInfo(csv).Length / 1048576.0:N0} MB), a mark for each student and day, into SQLite, {options.Runs} runs", [
            new("rows", "a second", [.. ours.Select(i => rows / i.Wall)]),
            new("wall", "s", [.. ours.Select(i => i.Wall)]),
            new("processor", "s", [.. ours.Select(i => i.Cpu)]),
            new("peak memory", "MB", [.. ours.Select(i => i.Megabytes)]),
            new("the same file again", "s", [.. again.Select(i => i.Wall)]),
            new("whole database", "MB", [.. ours.Select(i => i.Disk)]),
            new("DuckDB rows", "a second", [.. duck.Select(i => rows / i.Wall)]) { Side = Side.Peer },
            new("DuckDB wall", "s", [.. duck.Select(i => i.Wall)]) { Side = Side.Peer },
            new("DuckDB processor", "s", [.. duck.Select(i => i.Cpu)]) { Side = Side.Peer },
            new("DuckDB peak memory", "MB", [.. duck.Select(i => i.Megabytes)]) { Side = Side.Peer },
            new("DuckDB file", "MB", [.. duck.Select(i => i.Disk)]) { Side = Side.Peer },
            new("ours of DuckDB", "times", [.. duck.Zip(ours, (d, o) => d.Wall / o.Wall)]) { Side = Side.Ratio }]);
    }

    private static Imported Import(string data, string csv)
    {
        using var process = new Watched("import", "attendance", csv, "--data", data, "--recorded-at", "2026-07-01");
        var (seconds, exit) = process.WaitForExit();
        return exit == 0 ? new Imported(seconds, process.CpuSeconds, process.PeakMegabytes, new FileInfo(Path.Combine(data, "throughline.db")).Length / 1048576.0)
            : throw new InvalidOperationException($"import attendance ended with {exit}.");
    }

    /// <summary>Days attended and days on the roll, of all schools in the whole year.</summary>
    private static string Cells(string data)
    {
        using var process = new Watched("cells", "--data", data, "--measure", "attendance_rate", "--organization", "state", "--group", "all", "--period", "year");
        var cells = process.Output.ReadToEnd().Split('\n')[1].Split(',');
        _ = process.WaitForExit();
        return $"{cells[6]} of {cells[7]}";
    }

    private static (Imported Import, string Counted) Duck(string file, string csv)
    {
        using var process = Watched.Own(null, StateWorker.Verb, "duck-csv", file, csv);
        var (_, exit) = process.WaitForExit();
        var parts = process.Output.ReadToEnd().Trim().Split(' ', 2);
        return exit == 0
            ? (new Imported(double.Parse(parts[0], CultureInfo.InvariantCulture), process.CpuSeconds, process.PeakMegabytes, new FileInfo(file).Length / 1048576.0), parts[1])
            : throw new InvalidOperationException($"DuckDB ended with {exit}.");
    }

    private sealed record Imported(double Wall, double Cpu, double Megabytes, double Disk);
}
