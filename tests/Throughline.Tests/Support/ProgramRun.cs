using System.Diagnostics;

namespace Throughline.Tests.Support;

/// <summary>The real program in a process of its own.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Process process;
    private readonly Task<string> error;
    private long peak;

    private ProgramRun(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    public int ExitCode => process.ExitCode;

    /// <summary>The most memory it held at once, as sampled, in megabytes.</summary>
    public long PeakMegabytes => peak >> 20;

    public static ProgramRun Start(params string[] arguments) => StartWith(null, arguments);

    public static ProgramRun StartWith(string? input, params string[] arguments) => StartIn(Path.GetTempPath(), input, arguments);

    /// <summary>The same in a folder of the caller's.</summary>
    public static ProgramRun StartIn(string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Throughline.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("THROUGHLINE_DATABASE");
        var program = new ProgramRun(Process.Start(start)!);
        if (input is not null)
        {
            program.process.StandardInput.Write(input);
        }

        program.process.StandardInput.Close();
        return program;
    }

    /// <summary>The next line of what it prints.</summary>
    public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync();

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string? input, params string[] arguments)
    {
        using var program = StartWith(input, arguments);
        return await program.EndAsync();
    }

    /// <summary>Waits for its end and gives all that it said.</summary>
    public async Task<(int Exit, string Output, string Error)> EndAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (ExitCode, output, await error);
    }

    /// <summary>Waits for its end and watches its memory on the way.</summary>
    public async Task WaitForExitAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var exit = process.WaitForExitAsync();
        while (!exit.IsCompleted)
        {
            await Task.WhenAny(exit, timer.WaitForNextTickAsync().AsTask());
            if (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
