using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Which columns of a form are items, by what stands below their headings: forms have headings of their own.</summary>
internal static class AnswerColumns
{
    /// <summary>The columns where at least half of what is answered fits; the others are written words, which nothing is read from.</summary>
    public static IReadOnlyList<int> Of(string path, IReadOnlyList<int> columns, Func<string, bool> fits)
    {
        using var file = CsvFile.Open(path);
        var counts = new (long Fits, long All)[file.Header.Count];
        while (file.Read())
        {
            foreach (var column in file.Fault is null ? columns : [])
            {
                if (file[column] is var cell && !Emptiness.IsMissing(cell))
                {
                    counts[column] = (counts[column].Fits + (fits(cell) ? 1 : 0), counts[column].All + 1);
                }
            }
        }

        return [.. columns.Where(c => counts[c].Fits > 0 && counts[c].Fits * 2 >= counts[c].All)];
    }

    /// <summary>Whether a look-for was seen; null for what is neither yes nor no.</summary>
    public static bool? YesOrNo(string text) => Plain.Of(text) switch
    {
        "yes" or "y" or "true" or "seen" or "observed" or "x" or "evident" => true,
        "no" or "n" or "false" or "notseen" or "notobserved" or "notevident" => false,
        _ => null,
    };
}
