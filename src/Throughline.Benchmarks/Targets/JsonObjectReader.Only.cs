using System.Text.Json;

namespace Throughline.Benchmarks.Targets;

/// <summary>For what people write by hand: a field that nobody reads is a slip of the pen, not an addition.</summary>
internal sealed partial class JsonObjectReader
{
    /// <summary>Notes each field whose name is none of these.</summary>
    public void Only(string expected, params ReadOnlySpan<string> names)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (!names.Contains(field.Name))
            {
                problems.Add(PathOf(field.Name), Shown(field.Value), expected + " " + string.Join(", ", names), Nearest.To(field.Name, names.ToArray()));
            }
        }
    }

    /// <summary>The first of the fields that is written; null where none is.</summary>
    public string? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A single text, number, yes or no as it would stand in a file; null for anything else.</summary>
    public string? Plain(string name) => Field(name) is { } field ? Plain(field) : null;

    /// <summary>The same of each item of a list; an item that is none is null.</summary>
    public IReadOnlyList<string?> Plains(string name) => [.. Items(name, null).Select(Plain)];

    private static string? Plain(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.String => field.GetString(),
        JsonValueKind.Number => field.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => null,
    };
}
