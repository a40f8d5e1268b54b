using System.Globalization;
using Throughline.Bench.State;

namespace Throughline.Bench;

/// <summary>
/// One school's new day, from its marks to the totals of the school, its district and the state in the database, committed.
/// Exceptions alone (who is not named was there), and a mark for each student.
/// </summary>
internal static class DayBench
{
    public static Measurement Run(Options options)
    {
        var schools = InventedStates.Schools(options);
        var made = InventedStates.Ours(schools);
        var folder = Directory.CreateTempSubdirectory("throughline-bench-").FullName;
        try
        {
            File.Copy(Path.Combine(made, "throughline.db"), Path.Combine(folder, "throughline.db"));
            List<double> some = [], all = [];
            using var worker = Watched.Own(null, StateWorker.Verb, "day", folder, (20 * options.Runs).ToString(CultureInfo.InvariantCulture));
            var (_, exit) = worker.WaitForExit();
            foreach (var line in worker.Output.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split(' ');
                (parts[0] == "some" ? some : all).Add(double.Parse(parts[1], CultureInfo.InvariantCulture));
            }

            return exit != 0 ? throw new InvalidOperationException($"day ended with {exit}.")
                : new Measurement($"day: one school's day of a state of {schools:N0} schools, stored and added up (SQLite), {some.Count} schools each", [
                    new("exceptions alone", "ms", some),
                    new("a mark for each student", "ms", all)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
