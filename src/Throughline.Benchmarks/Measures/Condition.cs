using Throughline.Benchmarks.Evidence;

namespace Throughline.Benchmarks.Measures;

/// <summary>How a field is compared. Files name them is, is_not, one_of, at_least, at_most, above, below, known.</summary>
public enum Operator
{
    Is,
    IsNot,
    OneOf,
    AtLeast,
    AtMost,
    Above,
    Below,

    /// <summary>Something stands there.</summary>
    Known,
}

/// <summary>What must hold of a field of a record. Of a field that is not known nothing holds, "is not" included.</summary>
/// <param name="Field">Of the record's kind.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">With what, of the field's type: several for "one of", none for "known", else one.</param>
public sealed record Condition(RecordField Field, Operator Operator, IReadOnlyList<FieldValue> Values)
{
    public bool Holds(EvidenceRecord record)
    {
        var value = record.Values[Field.Place];
        return value.IsKnown && Operator switch
        {
            Operator.Is => value == Values[0],
            Operator.IsNot => value != Values[0],
            Operator.OneOf => Values.Contains(value),
            Operator.AtLeast => value.Number >= Values[0].Number,
            Operator.AtMost => value.Number <= Values[0].Number,
            Operator.Above => value.Number > Values[0].Number,
            Operator.Below => value.Number < Values[0].Number,
            _ => true,
        };
    }
}
