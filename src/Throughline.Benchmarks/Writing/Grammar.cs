using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Throughline.Benchmarks.Writing;

/// <summary>
/// The canonical sentences of one language, to be written and to be read: its patterns from Sentences.resx, and what
/// may stand in their blanks.
/// </summary>
internal sealed partial class Grammar
{
    private static readonly ResourceManager Texts = new("Throughline.Benchmarks.Writing.Sentences", typeof(Grammar).Assembly);

    private static readonly ConcurrentDictionary<string, Grammar> Known = new(StringComparer.Ordinal);

    private readonly CultureInfo language;
    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Pattern> patterns = new(StringComparer.Ordinal);

    private Grammar(CultureInfo language)
    {
        this.language = language;
        AddFigures();
        AddTimes();
        AddWays();
        AddNames();
        AddTargets();
    }

    public static Grammar Of(CultureInfo language) => Known.GetOrAdd(language.Name, _ => new Grammar(language));

    public Kind Kind(string name) => kinds[name];

    public string Write(string pattern, Subject subject, Filling filling) => Of(pattern).Write(this, subject, filling);

    public Filling? Read(string pattern, Cursor cursor) => Of(pattern).Read(this, cursor);

    public string Text(string name) => Find(name) ?? throw new InvalidOperationException($"Sentences.resx has no text named {name}.");

    private string? Find(string name) => Texts.GetString(name, language);

    private Pattern Of(string name) => patterns.GetOrAdd(name, n => new Pattern(Text(n)));

    private string WriteOne<T>(string kind, T value, Subject subject) => Kind(kind).Write(value, subject);

    private bool Reads<T>(string kind, Cursor cursor, out T value)
    {
        var isRead = Kind(kind).Read(cursor, out var found);
        value = isRead ? (T)found! : default!;
        return isRead;
    }

    /// <summary>One of several words; the longest that fits is read.</summary>
    private void AddChoice<T>(string name, IEnumerable<(T Value, string Words)> words)
        where T : struct
    {
        var choices = words.OrderByDescending(w => w.Words.Length).ToList();
        kinds[name] = Writing.Kind.OfValue<T>(
            (value, _) => choices.Find(c => EqualityComparer<T>.Default.Equals(c.Value, value)).Words,
            cursor => Chosen(choices, cursor));
    }

    private static T? Chosen<T>(List<(T Value, string Words)> choices, Cursor cursor)
        where T : struct
    {
        foreach (var (value, words) in choices)
        {
            if (cursor.Take(words))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>"A", "A and B", "A, B and C".</summary>
    private string Listed(IReadOnlyList<string> items) => items.Count == 1
        ? items[0]
        : string.Join(", ", items.Take(items.Count - 1)) + Text("And") + items[^1];

    private List<T>? Listed<T>(Cursor cursor, string kind)
    {
        var items = new List<T>();
        do
        {
            var mark = cursor.Mark();
            if (items.Count > 0 && !cursor.Take(", ") && !cursor.Take(Text("And")))
            {
                break;
            }

            if (!Reads<T>(kind, cursor, out var item))
            {
                cursor.Return(mark);
                break;
            }

            items.Add(item);
        }
        while (true);
        return items.Count > 0 ? items : null;
    }
}
