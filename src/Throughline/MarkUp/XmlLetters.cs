using System.Globalization;
using System.Net;

namespace Throughline.MarkUp;

/// <summary>Letters as XML writes them: "&amp;amp;" is one, and "&amp;#8217;".</summary>
internal static class XmlLetters
{
    /// <summary>Reads what stands at a place and says where the next begins. A letter of two units stands at one place.</summary>
    public static int Read(string xml, int at, Action<char, int> letter)
    {
        if (xml[at] != '&')
        {
            letter(xml[at] is '\r' or '\n' ? ' ' : xml[at], at);
            return at + 1;
        }

        var end = xml.IndexOf(';', at);
        foreach (var c in Named(xml[(at + 1)..end]))
        {
            letter(c, at);
        }

        return end + 1;
    }

    /// <summary>Text as it may stand in an element or an attribute; what XML cannot hold is left out.</summary>
    public static string Written(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(c => c is '\t' or '\n' || (!char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')))))
        .Replace("&#39;", "'", StringComparison.Ordinal);

    private static string Named(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var hex] => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ['#', .. var number] => char.ConvertFromUtf32(int.Parse(number, CultureInfo.InvariantCulture)),
        _ => "",
    };
}
