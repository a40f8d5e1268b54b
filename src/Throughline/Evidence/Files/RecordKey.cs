using System.Security.Cryptography;
using System.Text;

namespace Throughline.Evidence.Files;

/// <summary>What makes a row that row: texts as the source wrote them, so that a word understood otherwise one day is the same row.</summary>
internal static class RecordKey
{
    private const int Longest = 180;

    public static string Of(IEnumerable<string> parts)
    {
        var key = string.Join('|', parts.Select(p => Plain.Spaced(p).ToLowerInvariant().Replace("|", "||", StringComparison.Ordinal)));
        return key.Length <= Longest ? key
            : key[..(Longest - 40)] + "…" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
    }
}
