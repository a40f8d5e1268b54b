using System.Text;

namespace Throughline.MarkUp;

/// <summary>
/// The fields that are open at a place. Their instructions are no text; of a table of contents not even the result is.
/// </summary>
internal sealed class FieldDepth
{
    private static readonly string[] Lists = ["TOC", "INDEX", "BIBLIOGRAPHY", "TOA"];

    private readonly Stack<StringBuilder> fields = new();

    /// <summary>The place is inside a table of contents or an index.</summary>
    public bool IsList => fields.Any(f => Array.Exists(Lists, l => f.ToString().AsSpan().TrimStart().StartsWith(l, StringComparison.OrdinalIgnoreCase)));

    public void Say(string? kind)
    {
        if (kind == "begin")
        {
            fields.Push(new StringBuilder());
        }
        else if (kind == "end")
        {
            fields.TryPop(out _);
        }
    }

    public void Instruct(ReadOnlySpan<char> text)
    {
        if (fields.TryPeek(out var field) && field.Length < 100)
        {
            field.Append(text);
        }
    }
}
