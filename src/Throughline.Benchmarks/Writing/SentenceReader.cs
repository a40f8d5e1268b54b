using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>
/// Reads the sentences that <see cref="SentenceWriter"/> writes, with any of the catalog's words for the measure, and
/// nothing else: a text that departs from them is null, left to the reader of natural sentences. So is one whose words
/// go against the measure's better direction, or whose figures a file could not hold.
/// </summary>
public sealed class SentenceReader
{
    private readonly Grammar grammar;
    private readonly ILookup<char, (string Words, Measure Measure)> names;

    /// <summary>Of English sentences.</summary>
    public SentenceReader(IEnumerable<Measure> measures)
        : this(measures, CultureInfo.GetCultureInfo("en-US"))
    {
    }

    public SentenceReader(IEnumerable<Measure> measures, CultureInfo language)
    {
        grammar = Grammar.Of(language);
        names = measures
            .SelectMany(m => NamesOf(m).Select(words => (Words: words, Measure: m)))
            .DistinctBy(n => (n.Words.ToUpperInvariant(), n.Measure.Id))
            .GroupBy(n => n.Words, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() == 1) // words that may mean either of two measures mean neither here
            .Select(same => same.First())
            .OrderByDescending(n => n.Words.Length)
            .ToLookup(n => char.ToLowerInvariant(n.Words[0]));
    }

    /// <summary>The benchmark that the sentence says; null where it is not one of ours.</summary>
    public BenchmarkSpec? Read(string sentence)
    {
        var first = sentence.AsSpan().TrimStart();
        if (sentence.Length > Reading.Limit || first.Length == 0 || !names.Contains(char.ToLowerInvariant(first[0])))
        {
            return null;
        }

        var text = (string?)null;
        foreach (var (words, measure) in names[char.ToLowerInvariant(first[0])])
        {
            // Most sentences fail here, before anything is made for them.
            if (!BeginsWith(first, words))
            {
                continue;
            }

            var cursor = new Cursor(text ??= Single(sentence), measure);
            if (cursor.Take(words) && Rest(cursor) is { } benchmark)
            {
                return benchmark;
            }
        }

        return null;
    }

    private IEnumerable<string> NamesOf(Measure measure)
    {
        var article = grammar.Text("Article");
        string[] plain = [measure.Name, .. measure.Phrases];
        return plain.Concat(plain.Select(name => article + name)).Append(grammar.NameOf(measure)).Where(name => name.Length > 0);
    }

    private BenchmarkSpec? Rest(Cursor cursor)
    {
        if (grammar.Read("Predicate", cursor) is not { } said || !Ends(cursor) || cursor.Contradicts)
        {
            return null;
        }

        var measure = cursor.Measure with { Direction = cursor.Measure.Direction ?? cursor.Way };
        var target = said.Get<Target>("target");
        var groups = said.Get<IReadOnlyList<string>>("groups");
        return IsSound(target, measure.Unit) && groups.All(StudentGroup.IsKnown) && groups.Distinct(StringComparer.Ordinal).Count() == groups.Count
            ? new BenchmarkSpec(measure, groups, target) : null;
    }

    /// <summary>A full stop or none; before it, what will show the result.</summary>
    private bool Ends(Cursor cursor)
    {
        if (grammar.Text("Evidence").Split('|').Any(cursor.Take))
        {
            var stop = cursor.Text.AsSpan(cursor.At).IndexOfAny('.', ';', ':');
            cursor.At = stop < 0 ? cursor.Text.Length : cursor.At + stop;
        }

        cursor.Take(".");
        return cursor.AtEnd;
    }

    /// <summary>What a sentence says is held to the rules of what a file says.</summary>
    private static bool IsSound(Target target, Unit unit)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            TargetWriter.Write(writer, "target", target);
            writer.WriteEndObject();
        }

        var problems = new ProblemList();
        using var json = JsonDocument.Parse(stream.ToArray());
        return new Targets.TargetReader(unit).Read(new JsonObjectReader(json.RootElement, "", problems), "target") is not null && problems.Count == 0;
    }

    /// <summary>Whether a text begins with words, any white space of it standing for any of theirs.</summary>
    private static bool BeginsWith(ReadOnlySpan<char> text, string words)
    {
        var at = 0;
        foreach (var c in words)
        {
            if (at == text.Length)
            {
                return false;
            }

            if (c != ' ' && char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(c))
            {
                return false;
            }

            if (c == ' ' && !char.IsWhiteSpace(text[at]))
            {
                return false;
            }

            at++;
            while (c == ' ' && at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return true;
    }

    /// <summary>Every run of white space as one space, none at the ends.</summary>
    private static string Single(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                single.Append(c);
            }
            else if (single.Length > 0 && single[^1] != ' ')
            {
                single.Append(' ');
            }
        }

        return single.ToString().TrimEnd();
    }
}
