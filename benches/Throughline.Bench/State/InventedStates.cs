using System.Globalization;

namespace Throughline.Bench.State;

/// <summary>Invented states on disk, made once and kept beside the build's results.</summary>
internal static class InventedStates
{
    public static int Schools(Options options) => options.Scale switch { "school" => 1, "district" => 20, _ => 1_800 };

    /// <summary>The folder of a state of so many schools in the product's SQLite.</summary>
    public static string Ours(int schools) => Made($"state-{schools}", "throughline.db", folder => ["make", folder, schools.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>The file of the same state in DuckDB.</summary>
    public static string Duck(int schools) => Path.Combine(
        Made($"state-{schools}-duck", "state.duckdb", folder => ["make-duck", Path.Combine(folder, "state.duckdb"), schools.ToString(CultureInfo.InvariantCulture)]),
        "state.duckdb");

    /// <summary>The folder of the files that a state of so many schools would send.</summary>
    public static string Files(int schools) => Made($"files-{schools}", ImportFiles.Attendance, folder => ["make-files", folder, schools.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>The folder of the same state with its schools, students and calendars imported, and no attendance yet.</summary>
    public static string BeforeAttendance(int schools)
    {
        var folder = Path.Combine(Options.Root, "artifacts", "bench-data", $"imported-{schools.ToString(CultureInfo.InvariantCulture)}");
        if (!Directory.Exists(folder))
        {
            var half = folder + "-half-made";
            var files = Files(schools);
            foreach (var (kind, file) in ((string, string)[])[("organizations", ImportFiles.Schools), ("students", ImportFiles.Students), ("calendar", ImportFiles.Calendar)])
            {
                using var import = new Watched("import", kind, Path.Combine(files, file), "--data", half, "--recorded-at", "2025-08-01");
                var (seconds, exit) = import.WaitForExit();
                Console.Error.WriteLine(exit == 0 ? string.Create(CultureInfo.InvariantCulture, $"{kind}: {seconds:0.0} s, {import.PeakMegabytes:0} MB")
                    : throw new InvalidOperationException($"import {kind} ended with {exit}."));
            }

            Directory.Move(half, folder);
        }

        return folder;
    }

    /// <summary>DuckDB's library, fetched when it is missing.</summary>
    public static void NeedDuck()
    {
        var peer = Path.Combine(Options.Root, "benches", "tabulate-peer");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            using var npm = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = peer })!;
            npm.WaitForExit();
        }
    }

    private static string Made(string name, string file, Func<string, string[]> make)
    {
        var folder = Path.Combine(Options.Root, "artifacts", "bench-data", name);
        if (!File.Exists(Path.Combine(folder, file)))
        {
            var half = folder + "-half-made";
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            Directory.CreateDirectory(half);
            Console.Error.WriteLine($"Making {name}, once…");
            using var worker = Watched.Own(null, [StateWorker.Verb, .. make(half)]);
            if (worker.WaitForExit().Exit != 0)
            {
                throw new InvalidOperationException($"{name} could not be made.");
            }

            Directory.Move(half, folder);
        }

        return folder;
    }
}
