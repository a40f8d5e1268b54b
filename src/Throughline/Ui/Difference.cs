using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>Two texts beside each other, or as one, with the words marked in which they differ.</summary>
public static class Difference
{
    /// <summary>Longer texts are not looked at word by word.</summary>
    private const int MostWords = 600;

    private enum Kind
    {
        Same,
        TakenOut,
        PutIn,
    }

    /// <summary>The new text; what the old one has not is marked as put in.</summary>
    public static IHtmlContent PutIn(string? old, string? fresh) => Write(Steps(old, fresh).Where(s => s.Kind != Kind.TakenOut));

    /// <summary>The old text; what the new one has not is marked as taken out.</summary>
    public static IHtmlContent TakenOut(string? old, string? fresh) => Write(Steps(old, fresh).Where(s => s.Kind != Kind.PutIn));

    /// <summary>Both as one text: what was taken out stands before what was put in.</summary>
    public static IHtmlContent InOne(string? old, string? fresh) => Write(Steps(old, fresh));

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Along the longest common sequence of words.</summary>
    private static IEnumerable<(Kind Kind, string Word)> Steps(string? old, string? fresh)
    {
        var (before, after) = (Words(old), Words(fresh));
        if (before.Length > MostWords || after.Length > MostWords)
        {
            return before.Select(w => (Kind.TakenOut, w)).Concat(after.Select(w => (Kind.PutIn, w)));
        }

        var common = new int[before.Length + 1][];
        common[before.Length] = new int[after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            common[i] = new int[after.Length + 1];
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        return Along(before, after, common);
    }

    private static IEnumerable<(Kind Kind, string Word)> Along(string[] before, string[] after, int[][] common)
    {
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return (Kind.Same, after[j]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < before.Length && (j == after.Length || common[i + 1][j] >= common[i][j + 1]))
            {
                yield return (Kind.TakenOut, before[i++]);
            }
            else
            {
                yield return (Kind.PutIn, after[j++]);
            }
        }
    }

    private static HtmlString Write(IEnumerable<(Kind Kind, string Word)> words)
    {
        var html = new StringBuilder();
        var last = Kind.Same;
        foreach (var (kind, word) in words)
        {
            html.Append(kind == last ? "" : End(last)).Append(html.Length > 0 ? " " : "").Append(kind == last ? "" : Begin(kind))
                .Append(HtmlEncoder.Default.Encode(word));
            last = kind;
        }

        return new HtmlString(html.Append(End(last)).ToString());
    }

    private static string Begin(Kind kind) => kind switch { Kind.TakenOut => "<del>", Kind.PutIn => "<ins>", _ => "" };

    private static string End(Kind kind) => kind switch { Kind.TakenOut => "</del>", Kind.PutIn => "</ins>", _ => "" };
}
