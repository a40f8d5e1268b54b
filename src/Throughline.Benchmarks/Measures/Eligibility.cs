namespace Throughline.Benchmarks.Measures;

/// <summary>Who is counted by a measure. How many days on the roll it takes is said by the formula, with what is asked of those days.</summary>
/// <param name="Grades">The grades, as groups name them ("grade_9"); empty for all.</param>
public sealed record Eligibility(IReadOnlyList<string> Grades)
{
    public static Eligibility Everyone { get; } = new([]);

    /// <summary>Whether a student of that grade is counted.</summary>
    public bool Includes(string grade) => Grades.Count == 0 || Grades.Contains(grade);
}
