namespace Throughline.Bench;

/// <summary>Published-series rows a second, file to stored and checked: the whole command, from a file not in the page cache.</summary>
internal static class SeriesBench
{
    private const int Rows = 256_383;

    public static Measurement Run(Options options)
    {
        var folder = Path.Combine(Options.Shared ?? throw new InvalidOperationException("The published files are not beside the checkout."), "data", "public");
        var series = Path.Combine(folder, "ma_school_series_tidy.csv");
        List<double> rate = [], wall = [], cpu = [], memory = [], disk = [];
        for (var run = 0; run <= options.Runs; run++)
        {
            var data = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
            Import(data, "organizations", Path.Combine(folder, "ma_district_directory.csv"), Path.Combine(folder, "ma_school_directory.csv"));
            PageCache.Forget(series);
            using var import = Import(data, "series", series, "--accept-good-rows");
            if (run > 0)
            {
                rate.Add(Rows / import.Wall);
                wall.Add(import.Wall);
                cpu.Add(import.Process.CpuSeconds);
                memory.Add(import.Process.PeakMegabytes);
                disk.Add(Directory.EnumerateFiles(data, "throughline.db*").Sum(f => new FileInfo(f).Length) / 1048576.0);
            }

            Directory.Delete(data, recursive: true);
        }

        return new Measurement($"series: {Rows:N0} rows of a state, read, checked and stored (SQLite), {options.Runs} runs", [
            new("rows", "a second", rate),
            new("wall", "s", wall),
            new("processor", "s", cpu),
            new("peak memory", "MB", memory),
            new("on disk, organizations included", "MB", disk)]);
    }

    private static Imported Import(string data, string kind, params string[] arguments)
    {
        var process = new Watched(["import", kind, .. arguments, "--data", data]);
        var (seconds, exit) = process.WaitForExit();
        return exit == 0 ? new Imported(process, seconds) : throw new InvalidOperationException($"import {kind} ended with {exit}.");
    }

    private sealed record Imported(Watched Process, double Wall) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
