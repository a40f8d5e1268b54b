using Throughline.Benchmarks.Evidence;

namespace Throughline.Benchmarks.Measures;

/// <summary>Of the records of one kind: which of them, and what is counted over what. A district can write one without code.</summary>
/// <param name="Kind">Which records.</param>
/// <param name="Filter">What must hold of a record for it to count at all: every condition.</param>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below it; null for a plain count, sum or median.</param>
/// <param name="Size">What n is; null where it is the students that the denominator counts or, where it counts none, the students or records with a known field.</param>
public sealed record RecordFormula(
    RecordKind Kind, IReadOnlyList<Condition> Filter, Quantity Numerator, Quantity? Denominator, Quantity? Size) : Formula;

/// <summary>Something that is counted or added up over records. A closed set.</summary>
/// <param name="Where">What must hold of a record beside the formula's filter: every condition.</param>
public abstract record Quantity(IReadOnlyList<Condition> Where);

/// <summary>How many records.</summary>
public sealed record RecordCount(IReadOnlyList<Condition> Where) : Quantity(Where);

/// <summary>
/// How many different students: those with at least one record or, where something is asked of a student's records together,
/// those of whom all of it holds.
/// </summary>
/// <param name="Where">Which of the records count.</param>
/// <param name="Having">Asked of a student's records together; empty for "at least one".</param>
public sealed record StudentCount(IReadOnlyList<Condition> Where, IReadOnlyList<StudentTest> Having) : Quantity(Where);

/// <summary>How many different rooms or persons: whatever the kind of record is about.</summary>
public sealed record RoomCount(IReadOnlyList<Condition> Where) : Quantity(Where);

/// <summary>The sum of a field, of the records in which it is known.</summary>
/// <param name="Where">Which of the records count.</param>
/// <param name="Field">What is added up.</param>
/// <param name="Times">Multiplied by this field of the same record first; null where it is not.</param>
public sealed record FieldSum(IReadOnlyList<Condition> Where, RecordField Field, RecordField? Times) : Quantity(Where);

/// <summary>The middle value of a field, of two middle ones their mean. Medians are never added up.</summary>
public sealed record FieldMedian(IReadOnlyList<Condition> Where, RecordField Field) : Quantity(Where);

/// <summary>Students enrolled on at least one day of the period, of the measure's grades, whether records speak of them or not.</summary>
public sealed record EnrolledCount() : Quantity([]);

/// <summary>A number that is always the same.</summary>
public sealed record Constant(decimal Value) : Quantity([]);

/// <summary>What is asked of all records of one student in a period: "at least 5 credits", "at most 0 courses not passed".</summary>
/// <param name="Counted">A count of records or a sum of a field.</param>
/// <param name="Operator">At least, at most, above, below, or exactly.</param>
/// <param name="Value">Compared with it.</param>
public sealed record StudentTest(Quantity Counted, Operator Operator, decimal Value)
{
    public bool Holds(decimal counted) => Operator switch
    {
        Operator.AtLeast => counted >= Value,
        Operator.AtMost => counted <= Value,
        Operator.Above => counted > Value,
        Operator.Below => counted < Value,
        _ => counted == Value,
    };
}
