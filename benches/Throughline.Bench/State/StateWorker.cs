using System.Diagnostics;
using System.Globalization;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Bench.State;

/// <summary>What the measuring program does in processes of its own: it makes a state and asks its question, once cold and then warm.</summary>
internal static class StateWorker
{
    public const string Verb = "state";

    public static async Task RunAsync(string[] args)
    {
        switch (args)
        {
            case ["make", var folder, var schools]:
                await StateStore.MakeAsync(At(folder), int.Parse(schools, CultureInfo.InvariantCulture));
                break;
            case ["make-duck", var file, var schools]:
                DuckState.Make(file, int.Parse(schools, CultureInfo.InvariantCulture));
                break;
            case ["make-files", var folder, var schools]:
                ImportFiles.Write(folder, int.Parse(schools, CultureInfo.InvariantCulture));
                break;
            case ["duck-csv", var file, var csv]:
                ReadDuck(file, csv);
                break;
            case ["ask", var folder, var warm]:
                await AskAsync(At(folder), int.Parse(warm, CultureInfo.InvariantCulture));
                break;
            case ["day", var folder, var count]:
                await StateDays.RunAsync(At(folder), int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case ["ask-duck", var file, var layout, var warm]:
                AskDuck(file, layout == "rows", int.Parse(warm, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException("What is not known: " + string.Join(' ', args), nameof(args));
        }
    }

    /// <summary>The folder's SQLite database, or the PostgreSQL database that the environment names.</summary>
    private static Database At(string folder)
    {
        Directory.CreateDirectory(folder);
        return Database.At(folder);
    }

    /// <summary>One line: seconds of the first answer, the median of the warm ones where asked for, and the sum of the answers.</summary>
    private static async Task AskAsync(Database database, int warm)
    {
        var tabulation = new AttendanceTabulation(database, InventedState.Year);
        var start = Stopwatch.GetTimestamp();
        var cold = warm > 0 ? null : await tabulation.AskAsync(StateAnswer.Question, default);
        var first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        List<double> times = [];
        if (warm > 0)
        {
            var rows = await tabulation.LoadAsync(default);
            for (var i = 0; i <= warm; i++)
            {
                start = Stopwatch.GetTimestamp();
                cold = await tabulation.AskAsync(StateAnswer.Question, rows, default);
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        // Schools are numbered as they were made, in the order of their ids.
        await using var session = await Session.BeginReadAsync(database, default);
        var schools = await session.RowsAsync("SELECT id FROM organizations WHERE kind = 'School' ORDER BY code", r => r.GetInt32(0), default);
        Print(first, times, StateAnswer.Sum(schools.Select((id, i) => (i, cold!.Organizations[id]))));
    }

    /// <summary>One line: seconds from opening the database to its rows on disk, and what they come to.</summary>
    private static void ReadDuck(string file, string csv)
    {
        var start = Stopwatch.GetTimestamp();
        using var duck = new Duck(file);
        duck.Run($"CREATE TABLE attendance AS SELECT * FROM read_csv('{csv}', header = true)");
        duck.Run("CHECKPOINT");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        const string There = "sum(CASE status WHEN 'H' THEN 0.5 WHEN 'HE' THEN 0.5 WHEN 'A' THEN 0 WHEN 'E' THEN 0 ELSE 1 END)";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0000} {Number("SELECT " + There + " FROM attendance")} of {Number("SELECT count(*) FROM attendance")}"));

        string Number(string sql) => decimal.Parse(duck.Text(sql), CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static void AskDuck(string file, bool rows, int warm)
    {
        using var duck = new Duck(file);
        var (first, sum) = DuckState.Ask(duck, rows);
        Print(first, [.. Enumerable.Range(0, warm).Select(_ => DuckState.Ask(duck, rows).Seconds)], sum());
    }

    private static void Print(double first, List<double> warm, string sum) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{first:0.0000} {(warm.Count == 0 ? 0 : warm.Skip(1).DefaultIfEmpty(warm[0]).Order().ElementAt((warm.Count - 1) / 2)):0.0000} {sum}"));
}
