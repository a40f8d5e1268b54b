using System.Globalization;
using System.Text;

namespace Throughline.Evidence.Files;

/// <summary>Texts of files made comparable.</summary>
internal static class Plain
{
    /// <summary>The letters and digits alone, in lower case: "Student_ID " and "student id" are the same heading.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
        }

        return plain.ToString();
    }

    /// <summary>The words, in lower case, with one space between them and at both ends.</summary>
    public static string Words(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
            else if (plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }

    /// <summary>Without spaces around it, and one where there are several.</summary>
    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
