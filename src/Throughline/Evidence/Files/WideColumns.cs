namespace Throughline.Evidence.Files;

/// <summary>Sheets with a row for each student and a column for each test, subject and window: "Fall STAR Math", "MCAS ELA Level".</summary>
internal static class WideColumns
{
    /// <summary>What each column holds; columns whose headings differ only in which figure they hold make one result.</summary>
    public static IReadOnlyList<ResultColumns> Of(RecordSheet sheet)
    {
        var (test, subject) = (sheet.Field("test"), sheet.Field("subject"));
        var results = new List<(string Name, ResultColumns Columns)>();
        foreach (var column in sheet.Columns.Unused.Where(c => !sheet.Columns.NamesPeople(c)).ToList())
        {
            var words = Plain.Words(sheet.File.Header[column]);
            var (ofTest, ofSubject) = (test.WordOf(words), subject.WordOf(words));
            if ((ofTest ?? ofSubject) is null || sheet.Table.Ignore.Any(i => words.Contains(Plain.Words(i), StringComparison.Ordinal)))
            {
                continue;
            }

            var (field, said) = Figure(sheet, words);
            var name = said.Length == 0 ? words : words.Replace(said, " ", StringComparison.Ordinal);
            var window = sheet.Table.Windows.FirstOrDefault(w => words.Contains(Plain.Words(w), StringComparison.Ordinal)) ?? "";
            var set = new Dictionary<string, string> { ["name"] = name };
            foreach (var (id, word) in new[] { ("test", ofTest), ("subject", ofSubject), ("administration", window.Length > 0 ? window : null) })
            {
                if (word is not null)
                {
                    set[id] = word;
                }
            }

            var place = results.FindIndex(r => r.Name == name);
            sheet.Columns.Use(column);
            if (place >= 0)
            {
                var known = results[place].Columns;
                results[place] = (name, known with { Cells = [.. known.Cells, (column, field)] });
            }
            else
            {
                results.Add((name, new ResultColumns(window, set, [(column, field)])));
            }
        }

        return [.. results.Select(r => r.Columns)];
    }

    /// <summary>Which figure of a result the heading names, and by which words; a score, where it names none.</summary>
    private static (string Field, string Words) Figure(RecordSheet sheet, string words) => sheet.Table.Fields
        .Where(IsFigure)
        .SelectMany(f => f.Headings.Select(h => (f.Field, Words: Plain.Words(h))))
        .Where(h => words.Contains(h.Words, StringComparison.Ordinal))
        .OrderByDescending(h => h.Words.Length)
        .FirstOrDefault(("scale_score", ""));

    /// <summary>Whether a field is a figure that was reached, and not what was tested.</summary>
    public static bool IsFigure(FileField field) => field.Field is not ("administration" or "test" or "subject");
}
