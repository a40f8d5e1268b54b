using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Throughline.Benchmarks.Targets;

/// <summary>Text to a JSON object, or the problem that keeps it from being one.</summary>
internal static class JsonText
{
    private const string AnObject = "a JSON object, from { to }";

    // A field that is written twice means two things; refuse it rather than choose.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static JsonDocument? Parse(string text, ProblemList problems)
    {
        try
        {
            // Through bytes, so that half a character in the text becomes a replacement character, not an exception.
            var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                CheckTexts(text, document.RootElement);
                return document;
            }

            problems.Add("", "a " + Words.Of(document.RootElement.ValueKind), AnObject);
            document.Dispose();
        }
        catch (InvalidOperationException)
        {
            problems.Add("", "half a character (\\ud800 to \\udfff) in a text or a name", "whole characters");
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            var column = (e.BytePositionInLine ?? 0) + 1;
            problems.Add(
                string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}"),
                text.Length == 0 ? "nothing" : e.Message.Split(" LineNumber:")[0], AnObject);
        }

        return null;
    }

    /// <summary>Reads every name and text once where half a character may be: better here than in the middle of a case.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be read.</exception>
    private static void CheckTexts(string text, JsonElement root)
    {
        if (text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            Visit(root);
        }
    }

    private static void Visit(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Visit(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
