using Throughline.Benchmarks.Evidence;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>The school and the student of a row. A school that a row does not name is the one where the student was that day.</summary>
/// <param name="sheet">Whose rows.</param>
/// <param name="lookup">Where schools and students are found.</param>
/// <param name="only">The only organization whose rows are taken; null for every one.</param>
internal sealed class WhereAndWho(RecordSheet sheet, Lookup lookup, int? only)
{
    public int School { get; private set; }

    /// <summary>Null where records are not about students.</summary>
    public int? Student { get; private set; }

    /// <param name="day">The row's day; null where only the student is looked for.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>What is wrong; null where both are known.</returns>
    public async ValueTask<Refusal?> ReadAsync(DateOnly? day, CancellationToken cancel)
    {
        (School, Student) = (0, null);
        Lookup.School? place = null;
        var columns = sheet.Columns;
        var text = sheet.Cell(columns.School) is { } cell && !Emptiness.IsMissing(cell) ? cell : sheet.Sayings["school"] ?? "";
        if (text.Length > 0)
        {
            place = lookup.Place(text);
            if (place is null || (!place.IsSchool && sheet.Kind.About != RecordSubject.Organization))
            {
                return sheet.Refuse(columns.School, ImportTexts.SchoolUnknown);
            }

            if (only is { } one && one != place.Id)
            {
                return sheet.Refuse(columns.School, ImportTexts.OtherSchool);
            }

            School = place.Id;
        }

        var isAsked = sheet.Kind.About == RecordSubject.Student || (place is null && columns.HasStudent);
        if (isAsked && await StudentAsync(place?.District, cancel) is { } unknown)
        {
            return unknown;
        }

        if (place is null && day is { } date)
        {
            if (Student is not { } id)
            {
                return sheet.Refuse(columns.School, ImportTexts.SchoolMissing);
            }

            if (await lookup.SchoolOfAsync(id, date, cancel) is not { } school)
            {
                return sheet.Refuse(columns.School, ImportTexts.SchoolNotFound);
            }

            School = school;
        }

        return only is { } here && School != 0 && School != here ? sheet.Refuse(columns.School, ImportTexts.OtherSchool) : null;
    }

    /// <summary>The first of the student's numbers by which one is known.</summary>
    private async ValueTask<Refusal?> StudentAsync(string? district, CancellationToken cancel)
    {
        var columns = sheet.Columns;
        var (at, found) = (columns.State >= 0 ? columns.State : columns.Student >= 0 ? columns.Student : columns.Local, 0);
        foreach (var (column, isLocal) in new[] { (columns.State, false), (columns.Student, false), (columns.Local, true) })
        {
            if (found <= 0 && sheet.Cell(column) is var number && !Emptiness.IsMissing(number))
            {
                at = column;
                found = await lookup.StudentAsync(number, isLocal, district, cancel);
            }
        }

        Student = found > 0 ? found : null;
        return found > 0 ? null : sheet.Refuse(at, Emptiness.IsMissing(sheet.Cell(at)) ? ImportTexts.StudentMissing
            : found < 0 ? ImportTexts.StudentOfSeveral : ImportTexts.StudentUnknown, isPrivate: true);
    }
}
