using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Turns the rows of a sheet into records, or refuses a row with the first cell at fault.</summary>
/// <param name="sheet">Whose rows.</param>
/// <param name="lookup">Where schools and students are found.</param>
/// <param name="only">The only organization whose rows are taken; null for every one.</param>
internal sealed partial class RecordLines(RecordSheet sheet, Lookup lookup, int? only)
{
    private const int LongestRoom = 60;
    private const int EarliestYear = 1990;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> raws = new(StringComparer.Ordinal);
    private readonly WhereAndWho who = new(sheet, lookup, only);

    /// <summary>Reads the current row into a list; what is wrong with it, or null.</summary>
    public async ValueTask<Refusal?> ReadAsync(List<StagedRecord> into, CancellationToken cancel)
    {
        into.Clear();
        if (sheet.File.Fault is { } fault)
        {
            return sheet.Refuse(-1, fault);
        }

        raws.Clear();
        texts.Clear();
        if (Plainly() is { } refused)
        {
            return refused;
        }

        if (sheet.Results.Count == 0)
        {
            return await StageAsync("", into, cancel);
        }

        // What one result's heading says is not said of the next.
        var (ownTexts, ownRaws) = (texts.ToList(), raws.ToList());
        foreach (var result in sheet.Results)
        {
            ownTexts.ForEach(t => texts[t.Key] = t.Value);
            ownRaws.ForEach(t => raws[t.Key] = t.Value);
            if (result.Cells.Any(c => !Emptiness.IsMissing(sheet.File[c.Column])) && (Result(result) ?? await StageAsync(result.Window, into, cancel)) is { } at)
            {
                return at;
            }
        }

        // A row of empty results is a student who was not there; whose it is, is looked at all the same.
        return into.Count > 0 ? null : await who.ReadAsync(null, cancel);
    }

    /// <summary>Reads the fields that have a column of their own.</summary>
    private Refusal? Plainly()
    {
        foreach (var field in sheet.Fields)
        {
            var (name, raw) = (field.Field.Field, sheet.Raw(field.Field));
            if (!field.TryRead(raw, out var text, out var reason))
            {
                return sheet.Columns.Fields[name] is >= 0 and var column ? sheet.Refuse(column, reason) with { Field = field.IsOfWords ? name : null }
                    : throw new Problem(ImportTexts.SaidWrong.With(name, raw, reason));
            }

            (raws[name], texts[name]) = (Emptiness.IsMissing(raw) ? "" : raw, text);
        }

        if (sheet.Columns.More.GetValueOrDefault("mark", -1) is >= 0 and var mark && ReadMark(mark) is { } wrong)
        {
            return wrong;
        }

        foreach (var field in sheet.Fields.Where(f => texts[f.Field.Field].Length == 0))
        {
            // Another column of the row knows better than the file's name.
            var (name, isInFile) = (field.Field.Field, sheet.Columns.Fields[field.Field.Field] >= 0);
            texts[name] = field.Field.From.Select(Other).Where(t => t.Length > 0).Select(field.Meaning).FirstOrDefault(w => w is not null)
                ?? (field.Field.FromFile && !isInFile ? field.WordOf(sheet.Stem) : null) ?? "";
            raws[name] = raws[name].Length > 0 || isInFile ? raws[name] : texts[name];
        }

        Judge();
        return NotAbove();
    }

    /// <summary>The text of another field or column.</summary>
    private string Other(string name) => texts.TryGetValue(name, out var text) && text.Length > 0 && name != "test" ? text
        : raws.TryGetValue(name, out var raw) ? raw : sheet.Cell(sheet.Columns.More.GetValueOrDefault(name, -1));

    /// <summary>A count of some is no more than the count of all.</summary>
    private Refusal? NotAbove()
    {
        foreach (var field in sheet.Fields)
        {
            if (field.Field.NotAbove is { } most && texts[field.Field.Field].Length > 0 && texts[most].Length > 0
                && decimal.Parse(texts[field.Field.Field], CultureInfo.InvariantCulture) > decimal.Parse(texts[most], CultureInfo.InvariantCulture))
            {
                return sheet.Refuse(Math.Max(sheet.Columns.Fields[field.Field.Field], -1), ImportTexts.AboveAll.With(most));
            }
        }

        return null;
    }

    /// <summary>Reads one of several results of a row.</summary>
    private Refusal? Result(ResultColumns result)
    {
        foreach (var (name, word) in result.Set)
        {
            (texts[name], raws[name]) = (word, word);
        }

        foreach (var field in sheet.Table.Fields.Select(f => f.Field).Where(f => result.Cells.Any(c => c.Field == f || (c.Field is null && f is "rating" or "seen" or "looked_at"))))
        {
            texts[field] = "";
        }

        foreach (var (column, name) in result.Cells)
        {
            var cell = sheet.File[column];
            var yes = name is null ? AnswerColumns.YesOrNo(cell) : null;
            if (yes is { } seen)
            {
                (texts["seen"], texts["looked_at"]) = (seen ? "1" : "0", "1");
            }
            else if (!sheet.Field(name ?? "rating").TryRead(cell, out var text, out var reason))
            {
                return sheet.Refuse(column, reason);
            }
            else
            {
                texts[name ?? "rating"] = text;
            }
        }

        return null;
    }

    private async ValueTask<Refusal?> StageAsync(string window, List<StagedRecord> into, CancellationToken cancel)
    {
        foreach (var name in sheet.Table.Required.Where(n => texts[n].Length == 0))
        {
            return sheet.Refuse(sheet.Columns.Fields[name], ImportTexts.FieldMissing.With(name));
        }

        var term = window.Length > 0 ? window : raws.GetValueOrDefault("term") ?? raws.GetValueOrDefault("administration") ?? "";
        var column = sheet.Columns.Day;
        var cell = sheet.Cell(column);
        DateOnly day;
        if (Emptiness.IsMissing(cell))
        {
            if ((sheet.Sayings.Day("date", term) ?? sheet.Sayings.Day("date")) is not { } said)
            {
                return sheet.Refuse(column, column >= 0 ? ImportTexts.DayMissing : ImportTexts.DayNotSaid.With(term.Length > 0 ? ":" + term : ""));
            }

            day = said;
        }
        else if (!sheet.Days.TryRead(cell, out day))
        {
            return sheet.Refuse(column, sheet.Days.Fault);
        }

        if (day.Year < EarliestYear || day > sheet.Latest)
        {
            return sheet.Refuse(column, ImportTexts.DayUnlikely);
        }

        if (await who.ReadAsync(day, cancel) is { } unknown)
        {
            return unknown;
        }

        string? room = null;
        if (sheet.Kind.About == RecordSubject.Room)
        {
            room = Plain.Spaced(sheet.Cell(sheet.Columns.Room));
            if (Emptiness.IsMissing(room) || room.Length > LongestRoom)
            {
                return sheet.Refuse(sheet.Columns.Room, ImportTexts.RoomMissing.With(LongestRoom));
            }
        }

        var fields = JsonSerializer.Serialize(sheet.Kind.Fields.Select(f => texts.GetValueOrDefault(f.Id, "")));
        into.Add(new StagedRecord(
            sheet.File.Line, who.School, KeyOf(day, room), day, who.Student, room, fields, sheet.Table.Scope is { } scope ? texts[scope] : ""));
        return null;
    }

    private string KeyOf(DateOnly day, string? room)
    {
        var number = sheet.Cell(sheet.Columns.Number);
        var isNumbered = !Emptiness.IsMissing(number);
        return RecordKey.Of(sheet.Table.Key
            .Where(k => !isNumbered || !k.EndsWith('?'))
            .Select(k => k.TrimEnd('?') switch
            {
                "number" => isNumbered ? "#" + number : "",
                "about" => room ?? who.Student?.ToString(CultureInfo.InvariantCulture) ?? "",
                "day" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "year" => SchoolYear.Of(day).EndYear.ToString(CultureInfo.InvariantCulture),
                var name when raws.TryGetValue(name, out var raw) => raw,
                var name => sheet.Cell(sheet.Columns.More.GetValueOrDefault(name, -1)),
            }));
    }
}
