using Throughline.Benchmarks.Evidence;

namespace Throughline.Evidence.Files;

/// <summary>The shape of a sheet: a row for each record, several results in a row, or a row for each who answered.</summary>
/// <param name="Answers">The columns of the items, in a sheet of answers; else null.</param>
internal sealed record Shape(IReadOnlyList<int>? Answers)
{
    /// <summary>Recognises the shape by the headings, and by what stands below them where they say nothing.</summary>
    public static Shape Of(RecordSheet sheet, string path)
    {
        var (columns, table) = (sheet.Columns, sheet.Table);
        Need(sheet);
        if (table.Answers is { } words && table.Required.Any(r => columns.Fields[r] < 0))
        {
            var items = AnswerColumns.Of(path, [.. Candidates(columns)], AnswerSheet.Fits(words));
            return items.Count > 0 ? new Shape(items)
                : throw columns.Missing(Imports.ImportTexts.WhatCounts, [.. table.Required.Select(r => table.Fields.First(f => f.Field == r).Headings[0])]);
        }

        if (table.Wide && table.Fields.Where(WideColumns.IsFigure).All(f => columns.Fields[f.Field] < 0))
        {
            sheet.Results = WideColumns.Of(sheet);
            return sheet.Results.Count > 0 ? new Shape((IReadOnlyList<int>?)null)
                : throw columns.Missing(Imports.ImportTexts.WhatResult, [.. table.Fields.Where(WideColumns.IsFigure).Select(f => f.Headings[0])]);
        }

        if (table.ColumnsOf is { } own && columns.Fields[own.Item] < 0 && sheet.Sayings[own.Item] is null)
        {
            var found = AnswerColumns.Of(path, [.. Candidates(columns)], c => AnswerColumns.YesOrNo(c) is not null || sheet.Field(own.Value).TryRead(c, out _, out _));
            foreach (var column in found)
            {
                columns.Use(column);
            }

            sheet.Results = [.. found.Select(c => new ResultColumns(
                "", new Dictionary<string, string> { [own.Item] = FieldTexts.Short(Plain.Spaced(sheet.File.Header[c])) }, [(c, null)]))];
            return found.Count > 0 || columns.Fields[own.Value] >= 0 ? new Shape((IReadOnlyList<int>?)null)
                : throw columns.Missing(Imports.ImportTexts.WhatRating, ["indicator", "rating", "seen", "looked_at"]);
        }

        return (table.OneOf.Count == 0 || table.OneOf.Any(f => columns.Fields.GetValueOrDefault(f, -1) >= 0 || columns.More.GetValueOrDefault(f, -1) >= 0))
            && table.Fields.Where(f => table.Required.Contains(f.Field) && !f.FromFile).All(f => columns.Fields[f.Field] >= 0 || sheet.Sayings[f.Field] is not null) ? new Shape((IReadOnlyList<int>?)null)
            : throw columns.Missing(Imports.ImportTexts.WhatFields, [.. table.Required.Concat(table.OneOf)]);
    }

    /// <summary>Columns that could be items of a form: no names of people, and no student's number.</summary>
    private static IEnumerable<int> Candidates(Columns columns) => columns.Unused.Where(c => !columns.NamesPeople(c));

    private static void Need(RecordSheet sheet)
    {
        var (columns, files) = (sheet.Columns, RecordFiles.Default);
        if (sheet.Kind.About == RecordSubject.Student && !columns.HasStudent)
        {
            throw columns.Missing(Imports.ImportTexts.WhatStudent, [files.StudentState[0], files.StudentLocal[0], .. files.Student]);
        }

        if (sheet.Kind.About == RecordSubject.Room && columns.Room < 0)
        {
            throw columns.Missing(Imports.ImportTexts.WhatRoom, sheet.Table.Room);
        }

        if (!columns.HasStudent && columns.School < 0 && sheet.Sayings["school"] is null)
        {
            throw columns.Missing(Imports.ImportTexts.WhatSchool, files.School);
        }

        if (columns.Day < 0 && sheet.Kind.About != RecordSubject.Student && sheet.Sayings.Day("date") is null)
        {
            throw columns.Missing(Imports.ImportTexts.WhatDay, sheet.Table.Day);
        }
    }
}
