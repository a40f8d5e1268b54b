using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughline.Ui;

/// <summary>Two texts beside each other, with the words marked in which they differ.</summary>
public static class Difference
{
    /// <summary>Longer texts are not looked at word by word.</summary>
    private const int MostWords = 600;

    /// <summary>The new text; what the old one has not is marked as put in.</summary>
    public static IHtmlContent PutIn(string? old, string? fresh) => Write(Marked(Words(fresh), Words(old)), "ins");

    /// <summary>The old text; what the new one has not is marked as taken out.</summary>
    public static IHtmlContent TakenOut(string? old, string? fresh) => Write(Marked(Words(old), Words(fresh)), "del");

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a text in order, each with whether it is missing from the other one's longest common sequence.</summary>
    private static List<(string Word, bool IsNew)> Marked(string[] words, string[] other)
    {
        if (words.Length > MostWords || other.Length > MostWords)
        {
            return [.. words.Select(w => (w, true))];
        }

        var common = new int[words.Length + 1, other.Length + 1];
        for (var i = words.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                common[i, j] = words[i] == other[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var marked = new List<(string, bool)>();
        for (int i = 0, j = 0; i < words.Length;)
        {
            if (j < other.Length && words[i] == other[j])
            {
                marked.Add((words[i++], false));
                j++;
            }
            else if (j < other.Length && common[i, j + 1] >= common[i + 1, j])
            {
                j++;
            }
            else
            {
                marked.Add((words[i++], true));
            }
        }

        return marked;
    }

    private static HtmlString Write(List<(string Word, bool IsNew)> words, string tag)
    {
        var html = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var (begins, ends) = (words[i].IsNew && (i == 0 || !words[i - 1].IsNew), words[i].IsNew && (i == words.Count - 1 || !words[i + 1].IsNew));
            html.Append(i > 0 ? " " : "").Append(begins ? $"<{tag}>" : "").Append(HtmlEncoder.Default.Encode(words[i].Word)).Append(ends ? $"</{tag}>" : "");
        }

        return new HtmlString(html.ToString());
    }
}
