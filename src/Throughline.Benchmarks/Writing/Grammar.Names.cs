using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>Measures, student groups, members, and names that people gave.</summary>
internal sealed partial class Grammar
{
    private const char Open = '\u201C';
    private const char Close = '\u201D';

    private List<(string Id, string Words)> groups = [];
    private HashSet<string> reserved = [];

    /// <summary>What the measure is called in a sentence.</summary>
    public string NameOf(Measure measure) => Find($"Measure_{measure.Id}") ?? measure.Name;

    private void AddNames()
    {
        groups = [.. StudentGroup.Names.Select(id => (id, Text($"Group_{id}"))).OrderByDescending(g => g.Item2.Length)];
        reserved = new(Text("Reserved").Split(' '), StringComparer.Ordinal);
        kinds["measure"] = Writing.Kind.Of<string>((name, _) => name, _ => null);
        kinds["free"] = Writing.Kind.Of<string>((name, _) => IsPlain(name) ? name : Quoted(name), Free);
        kinds["of"] = Writing.Kind.Of<string>(
            (name, _) => name == "enrolment" ? Text("Of_enrolment") : Quoted(name), cursor => cursor.Take(Text("Of_enrolment")) ? "enrolment" : Quoted(cursor));
        kinds["group"] = Writing.Kind.Of<string>((id, _) => Group(id), Group);
        kinds["groups"] = Writing.Kind.Optional(
            (ids, subject) => Write("Groups", subject, new() { { "groups", ids } }),
            cursor => Read("Groups", cursor)?["groups"],
            new List<string> { StudentGroup.All });
        kinds["group_list"] = Writing.Kind.Of<IReadOnlyList<string>>((ids, _) => Listed([.. ids.Select(Group)]), cursor => Listed<string>(cursor, "group"));
        AddChoice("member", Enum.GetValues<MemberKind>().Select(kind => (kind, Text($"Member_{kind}"))));
    }

    private string Group(string id) => StudentGroup.IsKnown(id) && Find($"Group_{id}") is { } words ? words : Quoted(id);

    private string? Group(Cursor cursor)
    {
        foreach (var (id, words) in groups)
        {
            if (cursor.Take(words))
            {
                return id;
            }
        }

        return Quoted(cursor);
    }

    /// <summary>A name that needs no quotes: small letters and spaces, and no word that the pattern goes on with.</summary>
    private bool IsPlain(string name) => name.Length > 0 && !name.StartsWith(' ') && !name.EndsWith(' ')
        && !name.Contains("  ", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterLower(c) || c == ' ')
        && !name.Split(' ').Any(reserved.Contains);

    private string? Free(Cursor cursor)
    {
        if (cursor.Next == Open)
        {
            return Quoted(cursor);
        }

        var first = cursor.At;
        var past = first;
        while (char.IsAsciiLetterLower(cursor.Next))
        {
            var word = cursor.At;
            while (char.IsAsciiLetterLower(cursor.Next))
            {
                cursor.At++;
            }

            if (reserved.Contains(cursor.Text[word..cursor.At]))
            {
                break;
            }

            past = cursor.At;
            cursor.At += cursor.Next == ' ' ? 1 : 0;
        }

        cursor.At = past;
        return past > first ? cursor.Text[first..past] : null;
    }

    /// <summary>In quotes, with a closing quote inside doubled.</summary>
    private static string Quoted(string name) => Open + name.Replace("\u201D", "\u201D\u201D", StringComparison.Ordinal) + Close;

    private static string? Quoted(Cursor cursor)
    {
        if (cursor.Next != Open)
        {
            return null;
        }

        var first = ++cursor.At;
        while (cursor.At < cursor.Text.Length)
        {
            if (cursor.Next != Close)
            {
                cursor.At++;
            }
            else if (cursor.At + 1 < cursor.Text.Length && cursor.Text[cursor.At + 1] == Close)
            {
                cursor.At += 2;
            }
            else
            {
                var name = cursor.Text[first..cursor.At].Replace("\u201D\u201D", "\u201D", StringComparison.Ordinal);
                cursor.At++;
                return name.Length > 0 ? name : null;
            }
        }

        return null;
    }
}
