using System.Globalization;

namespace Throughline;

/// <summary>Sentences from resources with their blanks filled, numbers and dates as the reader's culture writes them.</summary>
public static class Sentences
{
    public static string With(this string sentence, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, sentence, values);
}
