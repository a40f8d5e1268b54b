using System.Globalization;
using Throughline.Bench;
using Throughline.Bench.State;

var names = new Dictionary<string, Func<Options, Measurement>>(StringComparer.Ordinal)
{
    ["start"] = StartBench.Run,
    ["series"] = SeriesBench.Run,
    ["pages"] = PagesBench.Run,
    ["read"] = ReadBench.Run,
    ["tabulate"] = TabulateBench.Run,
    ["import"] = ImportBench.Run,
    ["day"] = DayBench.Run,
};
if (args is [Peer.Verb, var folder])
{
    await Peer.ServeAsync(folder);
    return 0;
}

if (args is [StateWorker.Verb, ..])
{
    await StateWorker.RunAsync(args[1..]);
    return 0;
}

if (args is [Reader.Verb, var file, var seconds])
{
    Reader.Read(file, int.Parse(seconds, CultureInfo.InvariantCulture));
    return 0;
}

if (args.Length == 0 || !names.TryGetValue(args[0], out var bench) || Options.Read(args[1..]) is not { } options)
{
    await Console.Error.WriteLineAsync($"usage: ./bench NAME [--runs N] [--json]    NAME is one of: {string.Join(", ", names.Keys)}");
    return 2;
}

var measurement = bench(options);
measurement.Print(Console.Out);
if (options.Json)
{
    Console.WriteLine(measurement.ToJson(args[0], options.Scale));
}

return 0;
