using System.Globalization;

namespace Throughline.Bench;

/// <summary>What a measurement is asked to do.</summary>
/// <param name="Runs">Counted runs, from 1; one more comes first and is not counted.</param>
/// <param name="Scale">school, district or state; the benches built so far know one scale each and ignore it.</param>
/// <param name="Json">Ends with one line of JSON.</param>
internal sealed record Options(int Runs, string Scale, bool Json)
{
    public static Options? Read(string[] args)
    {
        var options = new Options(5, "state", false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--runs" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0:
                    options = options with { Runs = runs };
                    i++;
                    break;
                case "--scale" when i + 1 < args.Length && args[i + 1] is "school" or "district" or "state":
                    options = options with { Scale = args[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    /// <summary>The program that is measured, as ./run starts it.</summary>
    public static (string Dotnet, string App) Product => (
        Environment.GetEnvironmentVariable("THROUGHLINE_DOTNET") ?? "dotnet",
        Environment.GetEnvironmentVariable("THROUGHLINE_APP") ?? throw new InvalidOperationException("Start this by ./bench."));

    /// <summary>The checkout.</summary>
    public static string Root => Environment.GetEnvironmentVariable("THROUGHLINE_ROOT") ?? throw new InvalidOperationException("Start this by ./bench.");

    /// <summary>The folder of published files; null where it is not beside the checkout.</summary>
    public static string? Shared => Environment.GetEnvironmentVariable("THROUGHLINE_SHARED");
}
