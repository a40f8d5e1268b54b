using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Measures;

/// <summary>Formulas over records: { "records": kind, "where": […], "numerator": {…}, "denominator": {…}, "n": {…}, "per": 100 }.</summary>
internal sealed partial class FormulaReader
{
    private RecordFormula? OfRecords(JsonObjectReader json)
    {
        json.Only(texts.Say("AFieldOfThese"), "records", "where", "numerator", "denominator", "n", "per");
        var before = json.Problems.Count;
        var expected = texts.Say("Kind", string.Join(", ", kinds.Kinds.Select(k => k.Id)));
        if (json.Text("records", expected) is not { } id)
        {
            return null;
        }

        if (kinds.Find(id) is not { } kind)
        {
            json.Refuse("records", expected, Nearest.To(id, kinds.Kinds.Select(k => k.Id)));
            return null;
        }

        var filter = Conditions(json, kind);
        var per = json.Whole("per", 1, MostPer) ?? 1;
        var numerator = json.Object("numerator", texts.Say("Numerator")) is { } above ? QuantityOf(above, kind) : null;
        var denominator = json.Object("denominator") is { } below ? BelowTheLine(below, kind) : null;
        var size = json.Object("n") is { } n ? BelowTheLine(n, kind) : null;
        if (numerator is Mean or FieldMedian && json.Has("denominator"))
        {
            json.Refuse("denominator", texts.Say("NoDenominator"));
        }

        // A mean is kept as what it is made of, so that it can be added up.
        (numerator, denominator) = numerator is Mean mean
            ? (new FieldSum(mean.Where, mean.Field, null), new RecordCount([.. mean.Where, new Condition(mean.Field, Operator.Known, [])]))
            : (numerator, denominator);
        return json.Problems.Count > before || numerator is null ? null : new RecordFormula(kind, filter, numerator, denominator, size) { Per = per };
    }

    private Quantity? BelowTheLine(JsonObjectReader json, RecordKind kind)
    {
        var quantity = QuantityOf(json, kind);
        if (quantity is Mean or FieldMedian)
        {
            json.Refuse(quantity is Mean ? "mean" : "median", texts.Say("MeanIsNumerator"));
            return null;
        }

        return quantity;
    }

    private Quantity? QuantityOf(JsonObjectReader json, RecordKind kind)
    {
        json.Only(texts.Say("AFieldOfThese"), "count", "sum", "times", "mean", "median", "constant", "where", "having");
        string[] words = ["count", "sum", "mean", "median", "constant"];
        var first = json.FirstOf(words);
        if (first is null)
        {
            json.Miss("count", texts.Say("Numerator"));
            return null;
        }

        if (json.FirstOf(words.SkipWhile(w => w != first).Skip(1).ToArray()) is { } second)
        {
            json.Refuse(second, texts.Say("OneQuantity", first));
        }

        if (first != "sum" && json.Has("times"))
        {
            json.Refuse("times", texts.Say("NoTimes", first));
        }

        var where = Conditions(json, kind);
        return first switch
        {
            "count" => CountOf(json, kind, where),
            "sum" => NumberField(json, "sum", kind) is { } summed
                ? new FieldSum(where, summed, json.Has("times") ? NumberField(json, "times", kind) : null)
                : null,
            "mean" => NumberField(json, "mean", kind) is { } field ? new Mean(where, field) : null,
            "median" => NumberField(json, "median", kind) is { } field ? new FieldMedian(where, field) : null,
            _ => json.Number("constant") is { } number ? new Constant(number.Round(Exact.MostDecimals)) : null,
        };
    }

    private Quantity? CountOf(JsonObjectReader json, RecordKind kind, IReadOnlyList<Condition> where)
    {
        Dictionary<string, Func<Quantity>> counts = new() { ["records"] = () => new RecordCount(where), ["enrolled"] = () => new EnrolledCount() };
        switch (kind.About)
        {
            case RecordSubject.Student:
                counts["students"] = () => new StudentCount(where, Having(json, kind));
                break;
            case RecordSubject.Room:
                counts["rooms"] = () => new RoomCount(where);
                break;
            case RecordSubject.Person:
                counts["people"] = () => new RoomCount(where);
                break;
        }

        var expected = texts.Say("CountOf", string.Join(", ", counts.Keys));
        if (json.Text("count", expected) is not { } word)
        {
            return null;
        }

        if (counts.TryGetValue(word, out var made))
        {
            return made();
        }

        json.Refuse("count", expected, Nearest.To(word, counts.Keys));
        return null;
    }

    private List<StudentTest> Having(JsonObjectReader json, RecordKind kind)
    {
        var tests = new List<StudentTest>();
        string[] operators = ["is", "at_least", "at_most", "above", "below"];
        foreach (var test in json.Objects("having"))
        {
            test.Only(texts.Say("AFieldOfThese"), ["count", "sum", "where", .. operators]);
            var where = Conditions(test, kind);
            var counted = test.FirstOf("count", "sum") switch
            {
                "count" when test.OneOf("count", new Dictionary<string, int> { ["records"] = 0 }) is not null => new RecordCount(where),
                "sum" when NumberField(test, "sum", kind) is { } field => (Quantity)new FieldSum(where, field, null),
                _ => null,
            };
            var op = test.FirstOf(operators);
            if (op is not null && counted is not null && test.Number(op) is { } number)
            {
                tests.Add(new StudentTest(counted, Operators[op], number.Round(Exact.MostDecimals)));
            }
            else if (op is null || !(test.Has("count") || test.Has("sum")))
            {
                test.Miss(op is null ? "at_least" : "count", texts.Say("Having", string.Join(", ", operators)));
            }
        }

        return tests;
    }

    private RecordField? NumberField(JsonObjectReader json, string name, RecordKind kind)
    {
        var numbers = kind.Fields.Where(f => f.Type is FieldType.Whole or FieldType.Decimal).Select(f => f.Id).ToList();
        var expected = texts.Say("NumberField", kind.Id, string.Join(", ", numbers));
        if (json.Text(name, expected) is not { } id)
        {
            return null;
        }

        if (numbers.Contains(id))
        {
            return kind.Field(id);
        }

        json.Refuse(name, expected, Nearest.To(id, numbers));
        return null;
    }

    /// <summary>While it is read: the sum over the count of records in which the field is known.</summary>
    private sealed record Mean(IReadOnlyList<Condition> Where, RecordField Field) : Quantity(Where);
}
