using System.Diagnostics;
using System.Globalization;

namespace Throughline.Bench;

/// <summary>A process whose time and memory are watched from outside, by the operating system's own figures.</summary>
internal sealed class Watched : IDisposable
{
    private const double TicksASecond = 100;

    private readonly Process process;
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>The product with arguments, on SQLite.</summary>
    public Watched(params string[] arguments)
        : this(Options.Product.App, arguments, null)
    {
    }

    private Watched(string program, string[] arguments, string? postgres)
    {
        var start = new ProcessStartInfo(Options.Product.Dotnet, [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["THROUGHLINE_DATABASE"] = postgres ?? "";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The measuring program itself, for what is measured inside of a process.</summary>
    /// <param name="postgres">The PostgreSQL database to use; null for SQLite.</param>
    /// <param name="arguments">Its verb, and what the verb takes.</param>
    public static Watched Own(string? postgres, params string[] arguments) => new(typeof(Watched).Assembly.Location, arguments, postgres);

    public StreamReader Output => process.StandardOutput;

    public double Seconds => Stopwatch.GetElapsedTime(started).TotalSeconds;

    /// <summary>The most memory it has held, in megabytes (VmHWM).</summary>
    public double PeakMegabytes { get; private set; }

    /// <summary>Memory it holds now, in megabytes (VmRSS).</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>Processor time so far, user and system together, in seconds.</summary>
    public double CpuSeconds { get; private set; }

    /// <summary>Watches until it ends, and returns how long that took.</summary>
    public (double Seconds, int Exit) WaitForExit()
    {
        while (!process.WaitForExit(10))
        {
            Look();
        }

        return (Seconds, process.ExitCode);
    }

    public void Look()
    {
        PeakMegabytes = Math.Max(PeakMegabytes, Status("VmHWM:"));
        try
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            CpuSeconds = (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond;
        }
        catch (IOException)
        {
            // It has ended; the last look stands.
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private double Status(string key)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[key.Length..^2], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
