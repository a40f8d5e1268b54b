using System.Globalization;
using Throughline.Model;

namespace Throughline.Features.Evidence;

/// <summary>The large buttons by which a visitor says where: grades of the school, and subjects.</summary>
internal static class VisitTiles
{
    public const string Other = "other";

    private const string Grade = "grade_";

    private static readonly string[] Grades = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    /// <summary>Those of course marks that most lessons are in.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["ela", "math", "science", "social_studies", Other];

    /// <summary>What the school teaches, as student groups; every grade where nobody said.</summary>
    public static IReadOnlyList<string> GradesOf(Organization school)
    {
        var (low, high) = (Array.IndexOf(Grades, school.GradeLow), Array.IndexOf(Grades, school.GradeHigh));
        var taught = low >= 0 && high >= low ? Grades[low..(high + 1)] : Grades;
        return [.. taught.Select(g => Grade + g), Other];
    }

    /// <summary>"Grade 7".</summary>
    public static string GradeName(string grade)
    {
        var name = grade == Other ? grade : grade[Grade.Length..];
        return Text("Grade_" + name) ?? VisitTexts.GradeNumber.With(name);
    }

    /// <summary>"Science".</summary>
    public static string SubjectName(string subject) => Text("Subject_" + subject) ?? subject;

    private static string? Text(string name) => VisitTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture);
}
