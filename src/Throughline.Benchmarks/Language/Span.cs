namespace Throughline.Benchmarks.Language;

/// <summary>A part of a statement, as typed.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of the statement, included.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="Text">The statement from start to end.</param>
public sealed record Span(int Start, int End, string Text)
{
    /// <summary>The part of a text between two offsets, without the white space at its ends; null when nothing is left.</summary>
    public static Span? Of(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? new Span(start, end, text[start..end]) : null;
    }
}
