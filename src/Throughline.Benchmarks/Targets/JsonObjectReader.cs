using System.Globalization;
using System.Text.Json;

namespace Throughline.Benchmarks.Targets;

/// <summary>
/// One JSON object being read: every getter gives the value or null, and notes the problem where what stands there is
/// not what belongs there. A null in the file is the same as nothing.
/// </summary>
internal sealed partial class JsonObjectReader(JsonElement element, string path, ProblemList problems)
{
    private const int LongestText = 4000;

    public string Path => path;

    public ProblemList Problems => problems;

    /// <summary>Whether the field is written and is not null.</summary>
    public bool Has(string name) => Field(name) is not null;

    /// <summary>Whether the field is written, be it as null.</summary>
    public bool Mentions(string name) => element.TryGetProperty(name, out _);

    public bool IsText(string name) => Field(name) is { ValueKind: JsonValueKind.String };

    /// <summary>Notes what is wrong with a field, showing what stands there.</summary>
    public void Refuse(string name, string expected, string? suggestion = null) =>
        problems.Add(PathOf(name), Field(name) is { } field ? Shown(field) : "nothing", expected, suggestion);

    /// <summary>Notes that a field is missing, with the field that was probably meant.</summary>
    public void Miss(string name, string expected) => problems.Add(
        PathOf(name), "nothing", expected,
        Nearest.To(name, FieldNames().Where(f => f != name)) is { } near ? $"\"{name}\" instead of \"{near}\"" : null);

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public string? Text(string name, string? required = null)
    {
        switch (Field(name))
        {
            case null:
                MissIf(name, required);
                return null;
            case { ValueKind: JsonValueKind.String } field when field.GetString() is { Length: > 0 and <= LongestText } text:
                return text;
            default:
                Refuse(name, required ?? "a text");
                return null;
        }
    }

    /// <summary>One of a set of words.</summary>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> words, bool isRequired = false)
        where T : struct
    {
        var expected = "one of " + string.Join(", ", words.Keys);
        if (Field(name) is not { } field)
        {
            MissIf(name, isRequired ? expected : null);
            return null;
        }

        var text = field.ValueKind == JsonValueKind.String ? field.GetString() : null;
        if (text is not null && words.TryGetValue(text, out var value))
        {
            return value;
        }

        Refuse(name, expected, Nearest.To(text, words.Keys));
        return null;
    }

    public bool? Flag(string name)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return field.GetBoolean();
        }

        Refuse(name, "true or false");
        return null;
    }

    public JsonObjectReader? Object(string name, string? required = null)
    {
        switch (Field(name))
        {
            case null:
                MissIf(name, required);
                return null;
            case { ValueKind: JsonValueKind.Object } field:
                return new JsonObjectReader(field, PathOf(name), problems);
            default:
                Refuse(name, required ?? "an object in braces");
                return null;
        }
    }

    /// <summary>The objects of a list; empty where there is none. What is no object is noted and passed over.</summary>
    public IEnumerable<JsonObjectReader> Objects(string name, string? required = null)
    {
        var i = 0;
        foreach (var item in Items(name, required))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{i++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new JsonObjectReader(item, at, problems);
            }
            else
            {
                problems.Add(at, Shown(item), "an object in braces");
            }
        }
    }

    /// <summary>The texts of a list; null where there is no list.</summary>
    public List<string>? Texts(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var texts = new List<string>();
        var i = 0;
        foreach (var item in Items(name, null))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 and <= LongestText } text)
            {
                texts.Add(text);
            }
            else
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{i}]"), Shown(item), "a text");
            }

            i++;
        }

        return texts;
    }

    public bool IsList(string name) => Field(name) is { ValueKind: JsonValueKind.Array };

    private JsonElement.ArrayEnumerator Items(string name, string? required)
    {
        if (Field(name) is { ValueKind: JsonValueKind.Array } field)
        {
            return field.EnumerateArray();
        }

        if (Has(name))
        {
            Refuse(name, required ?? "a list in brackets");
        }
        else
        {
            MissIf(name, required);
        }

        return default;
    }

    private void MissIf(string name, string? required)
    {
        if (required is not null)
        {
            Miss(name, required);
        }
    }

    private JsonElement? Field(string name) =>
        element.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private List<string> FieldNames() => [.. element.EnumerateObject().Select(p => p.Name)];
}
