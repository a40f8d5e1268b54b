using System.Text.Json;
using Throughline.Benchmarks.Language;

namespace Throughline.Benchmarks.Examples;

/// <summary>What to look for; null and empty words leave nothing out.</summary>
public sealed record ExampleQuery(string? Words = null, int? Practice = null, ExampleFocus? Focus = null, GradeSpan? Span = null);

/// <summary>The examples that travel with the product, from the data file beside this one.</summary>
public sealed class ExampleLibrary
{
    /// <summary>No example is as long.</summary>
    private const int MostWords = 200;

    /// <summary>A practice that both belong to says as much as two words.</summary>
    private const int SamePractice = 2;

    private const int Beginning = 5;

    /// <summary>How words begin that half of all examples have.</summary>
    private static readonly HashSet<string> Everywhere = ["stude", "schoo", "teach", "every", "month", "least", "shown", "perce", "june", "janua", "class"];

    private static readonly Lazy<ExampleLibrary> BuiltIn = new(() =>
    {
        using var json = Resource.Json("Examples.examples.json");
        return new ExampleLibrary(json.RootElement);
    });

    private ExampleLibrary(JsonElement root)
    {
        var lead = root.GetProperty("evidenceLead").GetString()!;
        Examples = [.. root.GetProperty("examples").EnumerateArray().Select(e => Read(e, lead))];
    }

    /// <summary>The library that ships with the product.</summary>
    public static ExampleLibrary Default => BuiltIn.Value;

    /// <summary>By practice, educators before students: the order of the data file, which is the order people are shown.</summary>
    public IReadOnlyList<SampleBenchmark> Examples { get; }

    /// <summary>The example of that name; null when there is none.</summary>
    public SampleBenchmark? Find(string id) => Examples.FirstOrDefault(e => e.Id == id);

    /// <summary>Those that have all of what is asked for. A word is found at the beginning of a word: "attend" finds attendance.</summary>
    public IReadOnlyList<SampleBenchmark> Search(ExampleQuery query)
    {
        var words = WordsOf(query.Words ?? "");
        return [.. Examples.Where(e =>
            (query.Practice is null || e.Practice == query.Practice)
            && (query.Focus is null || e.Focus == query.Focus)
            && (query.Span is not { } span || e.Spans.Contains(span))
            && Says(e, words))];
    }

    /// <summary>
    /// Those of a type that come nearest to some words, best first: the same practice, and words that begin alike. What
    /// has neither is left out.
    /// </summary>
    public IReadOnlyList<SampleBenchmark> Near(string words, BenchmarkType type, IReadOnlyCollection<int> practices, int most)
    {
        var beginnings = Beginnings(words);
        return [.. Examples.Where(e => e.Type == type)
            .Select(e => (Example: e, Points: (practices.Contains(e.Practice) ? SamePractice : 0) + Beginnings(e.Filled).Count(beginnings.Contains)))
            .Where(e => e.Points > 0)
            .OrderByDescending(e => e.Points)
            .Take(most)
            .Select(e => e.Example)];
    }

    /// <summary>The example that a sentence is word for word, but for figures and dates in its blanks; null where it is none.</summary>
    public SampleBenchmark? Unchanged(string statement)
    {
        var words = ExampleWords.Of(statement.Replace('{', ' '));
        return words.Length > MostWords ? null : Examples.FirstOrDefault(e => e.Words.Are(words));
    }

    /// <summary>How its longer words begin, so that "attendance" meets "attend".</summary>
    private static HashSet<string> Beginnings(string text) =>
        [.. WordsOf(text).Where(w => w.Length >= Beginning).Select(w => w[..Beginning].ToLowerInvariant()).Where(w => !Everywhere.Contains(w))];

    private static bool Says(SampleBenchmark example, List<string> words)
    {
        var said = words.Count == 0 ? [] : WordsOf($"{example.Filled} {example.Source.Data}");
        return words.TrueForAll(word => said.Exists(s => s.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            var first = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > first)
            {
                words.Add(text[first..at]);
            }
        }

        return words;
    }

    private static SampleBenchmark Read(JsonElement e, string lead)
    {
        var evidence = e.GetProperty("evidence").GetString()!;
        var text = e.GetProperty("text").GetString()!.Replace("{evidence}", lead + evidence, StringComparison.Ordinal);
        return new SampleBenchmark(
            e.GetProperty("id").GetString()!,
            e.GetProperty("practice").GetInt32(),
            Named<ExampleFocus>(e.GetProperty("focus")),
            [.. e.GetProperty("spans").EnumerateArray().Select(Named<GradeSpan>)],
            Named<BenchmarkType>(e.GetProperty("type")),
            e.GetProperty("pattern").GetString()!,
            Named<ReadingForm>(e.GetProperty("form")),
            evidence,
            new ExampleSource(e.GetProperty("source").GetString()!, e.TryGetProperty("tag", out var tag) ? tag.GetString() : null))
        {
            Text = text,
            Words = new ExampleWords(text, lead, evidence),
            Blanks = [.. e.GetProperty("blanks").EnumerateObject().Select(b => new ExampleBlank(b.Name, b.Value.GetString()!))],
        };
    }

    private static T Named<T>(JsonElement name)
        where T : struct, Enum => Array.Find(Enum.GetValues<T>(), v => v.Name() == name.GetString()) is var found && found.Name() == name.GetString()
            ? found
            : throw new InvalidOperationException($"examples.json: {name.GetString()} is no {typeof(T).Name}.");
}
