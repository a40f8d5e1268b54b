using System.Globalization;

namespace Throughline.Ui;

/// <summary>Student groups by the names that people use.</summary>
public static class StudentGroups
{
    private const string Grade = "grade_";

    /// <summary>"English learners"; a group of a district's own is shown by the name it wrote.</summary>
    public static string Name(string group) => PageTexts.ResourceManager.GetString("Group_" + group, CultureInfo.CurrentUICulture)
        ?? (group.StartsWith(Grade, StringComparison.Ordinal) ? PageTexts.GradeGroup.With(group[Grade.Length..]) : group);
}
