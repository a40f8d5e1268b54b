namespace Throughline.Benchmarks.Evidence;

/// <summary>What can stand in a field of a record. Files name them text, code, whole, decimal, day, yes_no.</summary>
public enum FieldType
{
    /// <summary>Any words; compared letter by letter.</summary>
    Text,

    /// <summary>One of the words that the field lists or, where it lists none, any short word.</summary>
    Code,

    /// <summary>A whole number from 0.</summary>
    Whole,

    /// <summary>A number of at most six decimals and twelve digits.</summary>
    Decimal,

    /// <summary>A date, as 2026-06-30.</summary>
    Day,

    /// <summary>yes or no.</summary>
    YesNo,
}
