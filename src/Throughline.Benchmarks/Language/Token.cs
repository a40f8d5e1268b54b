namespace Throughline.Benchmarks.Language;

internal enum TokenKind : byte
{
    Word,
    Number,
    Symbol,
}

/// <summary>A word, a number or a sign of a statement, with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character, included.</param>
/// <param name="End">Excluded.</param>
/// <param name="Text">Lower case, with plain quotes and hyphens; dots in a row and blanks in a row are one sign.</param>
/// <param name="Number">Its number among <see cref="KnownWords"/>; 0 for a word of no list.</param>
/// <param name="Value">What a number is worth; 0 otherwise.</param>
/// <param name="Touches">No white space before it.</param>
/// <param name="NewLine">It begins a line other than the first.</param>
internal readonly record struct Token(
    TokenKind Kind, int Start, int End, string Text, int Number, decimal Value, bool Touches, bool NewLine)
{
    public bool IsNumber => Kind == TokenKind.Number;

    public bool IsWord => Kind == TokenKind.Word;
}
