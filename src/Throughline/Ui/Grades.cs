using Throughline.Model;

namespace Throughline.Ui;

/// <summary>Which grades a school teaches.</summary>
public static class Grades
{
    /// <summary>"6–8", "K–5", "PK"; null where nobody said.</summary>
    public static string? Span(Organization school) => (school.GradeLow, school.GradeHigh) switch
    {
        ({ } low, { } high) when low != high => $"{low}–{high}",
        ({ } only, _) => only,
        (_, var only) => only,
    };
}
