using System.Diagnostics;

namespace Throughline.Commands;

/// <summary>Says on standard error how far long work has come: first after two seconds, then once a second.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan last = Quiet - Between;

    public void Rows(long count)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed - last >= Between && elapsed >= Quiet)
        {
            last = elapsed;
            Console.Error.WriteLine(CommandTexts.RowsSoFar.With(count));
        }
    }
}
