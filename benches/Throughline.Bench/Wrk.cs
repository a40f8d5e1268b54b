using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Throughline.Bench;

/// <summary>Load by wrk (Debian): as many requests as one page will answer, the cookies of several accounts by turns.</summary>
internal static partial class Wrk
{
    /// <summary>How many requests a second an address answered; every answer must be a success.</summary>
    public static double Load(string address, string path, IReadOnlyList<string> cookies, TimeSpan time)
    {
        var script = Path.GetTempFileName();
        try
        {
            File.WriteAllText(script, Script(path, cookies));
            var seconds = ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c8", $"-d{seconds}s", "-s", script, address]) { RedirectStandardOutput = true })!;
            var said = wrk.StandardOutput.ReadToEnd();
            wrk.WaitForExit();
            if (said.Contains("Non-2xx", StringComparison.Ordinal) || Rate().Match(said) is not { Success: true } rate)
            {
                throw new InvalidOperationException($"{path}: {said}");
            }

            return double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(string path, IReadOnlyList<string> cookies)
    {
        var lua = new StringBuilder("local i = 0\nlocal made = {}\n");
        foreach (var cookie in cookies)
        {
            lua.Append(CultureInfo.InvariantCulture, $"table.insert(made, {{[\"Cookie\"] = \"{cookie}\"}})\n");
        }

        return lua.Append(CultureInfo.InvariantCulture, $"request = function() i = i + 1; return wrk.format(\"GET\", \"{path}\", made[i % #made + 1]) end\n").ToString();
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
