using System.Globalization;

namespace Throughline.Benchmarks.Language;

/// <summary>Text to tokens, in one pass. Every character but white space belongs to exactly one token.</summary>
internal static class Lexer
{
    /// <summary>Words of more letters than this, which no list holds, are put together in memory of their own.</summary>
    private const int Longest = 64;

    /// <summary>So many digits are a number that any figure can be.</summary>
    private const int ShortNumber = 9;

    /// <summary>Where tokens are gathered until their number is known; one for each thread.</summary>
    [ThreadStatic]
    private static List<Token>? Scratch;

    public static Tokens Read(string text, int limit)
    {
        var known = KnownWords.Count;
        var tokens = Scratch ??= new List<Token>(100);
        tokens.Clear();
        var end = Math.Min(text.Length, limit);
        var (at, newLine, touches) = (0, false, false);
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                newLine |= text[at] is '\n' or '\r';
                touches = false;
                at++;
                continue;
            }

            var token = Next(text, at, end) with { Touches = touches && tokens.Count > 0, NewLine = newLine && tokens.Count > 0 };
            tokens.Add(token);
            (at, newLine, touches) = (token.End, false, true);
        }

        return new Tokens(text, tokens, known);
    }

    /// <summary>Quotes and hyphens of every kind as the plain ones.</summary>
    public static char Plain(char c) => c < '\u0080' ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : c switch
    {
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static Token Next(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && Digit(text, at + 1, end)))
        {
            return Number(text, at, end);
        }

        if (char.IsLetterOrDigit(c))
        {
            return Word(text, at, end);
        }

        var past = at + 1;
        while (c is '.' or '_' && past < end && text[past] == c)
        {
            past++;
        }

        if (c == '.' && past - at >= 3)
        {
            return Sign(at, past, "\u2026");
        }

        past = c == '_' ? past : at + 1;
        if (char.IsHighSurrogate(c) && past < end && char.IsLowSurrogate(text[past]))
        {
            past++;
        }

        var plain = Plain(c);
        return Sign(at, past, past - at > 1 ? text.AsSpan(at, past - at) : [plain]);
    }

    private static Token Sign(int at, int past, ReadOnlySpan<char> sign)
    {
        var (text, number) = KnownWords.Of(sign);
        return new Token(TokenKind.Symbol, at, past, text, number, 0, false, false);
    }

    private static Token Word(string text, int at, int end)
    {
        var (past, isPlain) = (at, true);
        for (; past < end; past++)
        {
            var c = text[past];
            if (char.IsAsciiLetterLower(c))
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                isPlain &= char.IsAsciiDigit(c);
            }
            else if (Plain(c) == '\'' && past + 1 < end && char.IsLetter(text[past + 1]))
            {
                isPlain &= c == '\'';
            }
            else
            {
                break;
            }
        }

        var (word, number) = isPlain ? KnownWords.Of(text.AsSpan(at, past - at)) : Lowered(text, at, past);
        return new Token(TokenKind.Word, at, past, word, number, 0, false, false);
    }

    private static (string Text, int Number) Lowered(string text, int at, int past)
    {
        Span<char> room = stackalloc char[Longest];
        var plain = past - at <= Longest ? room[..(past - at)] : new char[past - at];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Plain(text[at + i]);
        }

        return KnownWords.Of(plain);
    }

    /// <summary>Digits with commas before each three and a decimal point. One too long to be a figure is a word.</summary>
    private static Token Number(string text, int at, int end)
    {
        var past = at;
        while (Digit(text, past, end) || (text[Math.Min(past, end - 1)] == ',' && Thousands(text, past, end)))
        {
            past++;
        }

        if (past < end && text[past] == '.' && Digit(text, past + 1, end))
        {
            past++;
            while (Digit(text, past, end))
            {
                past++;
            }
        }

        var digits = text.AsSpan(at, past - at);
        var (word, number) = KnownWords.Of(digits);
        if (digits.Length <= ShortNumber && !digits.ContainsAny('.', ','))
        {
            var small = 0;
            foreach (var digit in digits)
            {
                small = (small * 10) + (digit - '0');
            }

            return new Token(TokenKind.Number, at, past, word, number, small, false, false);
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            && Exact.TryRead(value, out _)
            ? new Token(TokenKind.Number, at, past, word, number, value, false, false)
            : new Token(TokenKind.Word, at, past, word, number, 0, false, false);
    }

    private static bool Thousands(string text, int comma, int end) =>
        Digit(text, comma + 1, end) && Digit(text, comma + 2, end) && Digit(text, comma + 3, end) && !Digit(text, comma + 4, end);

    private static bool Digit(string text, int at, int end) => at < end && char.IsAsciiDigit(text[at]);
}
