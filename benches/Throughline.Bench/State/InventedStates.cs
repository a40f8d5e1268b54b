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
