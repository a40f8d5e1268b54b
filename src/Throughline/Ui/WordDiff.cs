using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>One text beside another: the words that are gone and the words that are new, marked in one run of text.</summary>
public static class WordDiff
{
    private enum Kind
    {
        Same,
        Gone,
        New,
    }

    /// <summary>The later text, with what it dropped and added marked as <c>del</c> and <c>ins</c>.</summary>
    public static IHtmlContent Of(string before, string after)
    {
        var html = new StringBuilder();
        var last = Kind.Same;
        foreach (var (kind, word) in Steps(Split(before), Split(after)))
        {
            if (kind != last)
            {
                html.Append(Close(last)).Append(html.Length > 0 ? " " : "").Append(Open(kind));
            }
            else if (html.Length > 0)
            {
                html.Append(' ');
            }

            html.Append(HtmlEncoder.Default.Encode(word));
            last = kind;
        }

        return new HtmlString(html.Append(Close(last)).ToString());
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Open(Kind kind) => kind switch { Kind.Gone => "<del>", Kind.New => "<ins>", _ => "" };

    private static string Close(Kind kind) => kind switch { Kind.Gone => "</del>", Kind.New => "</ins>", _ => "" };

    /// <summary>Along the longest run of words that both have; what is gone stands before what is new.</summary>
    private static IEnumerable<(Kind Kind, string Word)> Steps(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return (Kind.Same, after[j]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                yield return (Kind.Gone, before[i++]);
            }
            else
            {
                yield return (Kind.New, after[j++]);
            }
        }
    }
}
