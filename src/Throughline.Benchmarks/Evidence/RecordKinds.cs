using System.Text.Json;

namespace Throughline.Benchmarks.Evidence;

/// <summary>The kinds of record that Throughline knows, from the data file beside this one.</summary>
public sealed class RecordKinds
{
    private static readonly Lazy<RecordKinds> BuiltIn = new(() =>
    {
        using var json = Resource.Json("Evidence.records.json");
        return new RecordKinds(json.RootElement.GetProperty("kinds").EnumerateArray().Select(KindOf));
    });

    private readonly Dictionary<string, RecordKind> byId;

    public RecordKinds(IEnumerable<RecordKind> kinds)
    {
        Kinds = [.. kinds];
        byId = Kinds.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }

    /// <summary>The kinds that ship with the product.</summary>
    public static RecordKinds Default => BuiltIn.Value;

    /// <summary>In the order of the data file.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; }

    /// <summary>The kind of that name, exactly as written; null where there is none.</summary>
    public RecordKind? Find(string id) => byId.GetValueOrDefault(id);

    private static RecordKind KindOf(JsonElement kind) => new(
        kind.GetProperty("id").GetString()!,
        kind.GetProperty("name").GetString()!,
        Word<RecordSubject>(kind, "about"),
        kind.TryGetProperty("whileEnrolled", out var flag) ? flag.GetBoolean() : true,
        [.. kind.GetProperty("fields").EnumerateArray().Select((f, place) => new RecordField(
            place, f.GetProperty("id").GetString()!, Word<FieldType>(f, "type"),
            f.TryGetProperty("codes", out var codes) ? [.. codes.EnumerateArray().Select(c => c.GetString()!)] : []))]);

    private static T Word<T>(JsonElement element, string name)
        where T : struct, Enum => Enum.Parse<T>(element.GetProperty(name).GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
