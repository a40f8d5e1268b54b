using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Measures;

/// <summary>Conditions: { "field": "response", "one_of": ["in_school_suspension", "out_of_school_suspension"] }.</summary>
internal sealed partial class FormulaReader
{
    private static readonly Dictionary<string, Operator> Operators = Enum.GetValues<Operator>().ToDictionary(Words.Of);

    private List<Condition> Conditions(JsonObjectReader json, RecordKind kind) =>
        [.. json.Objects("where").Select(c => ConditionOf(c, kind)).OfType<Condition>()];

    private Condition? ConditionOf(JsonObjectReader json, RecordKind kind)
    {
        json.Only(texts.Say("AFieldOfThese"), ["field", .. Operators.Keys]);
        var ids = kind.Fields.Select(f => f.Id).ToList();
        var expected = texts.Say("Field", kind.Id, string.Join(", ", ids));
        if (json.Text("field", expected) is not { } id)
        {
            return null;
        }

        if (kind.Field(id) is not { } field)
        {
            json.Refuse("field", expected, Nearest.To(id, ids));
            return null;
        }

        string[] words = [.. Operators.Keys];
        var word = json.FirstOf(words);
        if (word is null)
        {
            json.Miss("is", texts.Say("Condition", string.Join(", ", OperatorsOf(field.Type))));
            return null;
        }

        if (json.FirstOf(words.SkipWhile(w => w != word).Skip(1).ToArray()) is { } second)
        {
            json.Refuse(second, texts.Say("OneComparison", word));
            return null;
        }

        if (!OperatorsOf(field.Type).Contains(word))
        {
            json.Refuse(word, texts.Say("Comparisons", string.Join(", ", OperatorsOf(field.Type))));
            return null;
        }

        return ValuesOf(json, word, field) is { } values ? new Condition(field, Operators[word], values) : null;
    }

    /// <summary>Words are the same or not; numbers and days can also be compared by size.</summary>
    private static string[] OperatorsOf(FieldType type) => type switch
    {
        FieldType.Text or FieldType.Code => ["is", "is_not", "one_of", "known"],
        FieldType.YesNo => ["is", "known"],
        _ => ["is", "is_not", "one_of", "at_least", "at_most", "above", "below", "known"],
    };

    private FieldValue[]? ValuesOf(JsonObjectReader json, string word, RecordField field)
    {
        if (word == "known")
        {
            if (json.Flag(word) == true)
            {
                return [];
            }

            json.Refuse(word, texts.Say("ValueKnown"));
            return null;
        }

        var expected = field is { Type: FieldType.Code, Codes.Count: > 0 }
            ? texts.Say("ValueCode", string.Join(", ", field.Codes))
            : texts.Say($"Value{(field.Type == FieldType.Code ? FieldType.Text : field.Type)}");
        if (word == "one_of" && !json.IsList(word))
        {
            json.Refuse(word, texts.Say("ValueList"));
            return null;
        }

        var written = word == "one_of" ? json.Plains(word) : [json.Plain(word)];
        var values = new List<FieldValue>();
        foreach (var text in written)
        {
            if (text is null || !field.TryRead(text, out var value) || !value.IsKnown)
            {
                json.Refuse(word, expected, text is null ? null : Nearest.To(text, field.Codes));
                return null;
            }

            values.Add(value);
        }

        if (values.Count == 0)
        {
            json.Refuse(word, texts.Say("ValueList"));
        }

        return values.Count > 0 ? [.. values] : null;
    }
}
