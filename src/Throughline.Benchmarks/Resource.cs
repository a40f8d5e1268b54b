using System.Text.Json;

namespace Throughline.Benchmarks;

/// <summary>The data files that travel inside this assembly.</summary>
internal static class Resource
{
    public static JsonDocument Json(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream("Throughline.Benchmarks." + name)
            ?? throw new InvalidOperationException($"The data file {name} is missing from the assembly.");
        return JsonDocument.Parse(stream);
    }
}
