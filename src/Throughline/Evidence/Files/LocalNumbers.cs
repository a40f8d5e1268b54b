using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// Numbers that a district gives its students itself: two districts may give the same one, so the district's code and a slash
/// stand before it. The state's number is preferred where a file has both.
/// </summary>
internal static class LocalNumbers
{
    /// <summary>Where the student's number stands, and whether it is the district's own.</summary>
    public static (int Column, bool IsLocal) Column(CsvRows rows) =>
        SheetWords.Find(rows, "student") is >= 0 and var state ? (state, false)
        : SheetWords.Find(rows, "local_student") is >= 0 and var local ? (local, true)
        : (SheetWords.Need(rows, "student", ImportTexts.ColumnStudent), false);

    /// <summary>The code under which the student is known.</summary>
    public static string Code(bool isLocal, Places places, int school, string number) =>
        isLocal && places.Parents.TryGetValue(school, out var district) ? $"{places.CodeOf(district)}/{number}" : number;
}
