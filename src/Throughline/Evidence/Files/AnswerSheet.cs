using System.Globalization;
using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>
/// A sheet of single answers, one row for each who answered, counted up as it is read: how many answered an item at a school,
/// and how many favourably. The counts are dated on the last day of answering; no single answer is kept.
/// </summary>
internal sealed class AnswerSheet(RecordSheet sheet, Lookup lookup, IReadOnlyList<int> items, int? only)
{
    private readonly AnswerWords words = sheet.Table.Answers!;
    private readonly Dictionary<string, bool?> known = KnownOf(sheet.Table.Answers!);
    private readonly WhereAndWho who = new(sheet, lookup, only);
    private readonly Dictionary<(int School, string Survey, string Asked, int Item), (long Favourable, long Answers)> counts = [];
    private readonly Dictionary<(int School, string Survey), DateOnly> days = [];

    /// <summary>Whether a cell is an answer that is known, favourable or not.</summary>
    public static Func<string, bool> Fits(AnswerWords words)
    {
        var known = KnownOf(words);
        return text => known.ContainsKey(Plain.Of(text)) || Step(words, text) > 0;
    }

    /// <summary>Counts the current row; what is wrong with it, or null.</summary>
    public async ValueTask<Refusal?> ReadAsync(CancellationToken cancel)
    {
        if (sheet.File.Fault is { } fault)
        {
            return sheet.Refuse(-1, fault);
        }

        var answers = new List<(int Item, bool Favourable)>();
        foreach (var item in items)
        {
            var cell = sheet.File[item];
            if (Emptiness.IsMissing(cell))
            {
                continue;
            }

            if (known.TryGetValue(Plain.Of(cell), out var favourable) || Step(words, cell) > 0)
            {
                if (favourable is null && Step(words, cell) is > 0 and var step)
                {
                    favourable = step >= words.FavourableFrom;
                }

                if (favourable is { } says)
                {
                    answers.Add((item, says));
                }

                continue;
            }

            return sheet.Refuse(item, Emptiness.IsHidden(cell) ? ImportTexts.FigureHidden : ImportTexts.AnswerUnknown.With(
                string.Join(", ", words.Favourable.Take(4)), string.Join(", ", words.Others.Take(4)), words.Highest), isPrivate: true);
        }

        var cellOfDay = sheet.Cell(sheet.Columns.Day);
        var day = sheet.Sayings.Day("date");
        if (day is null && !Emptiness.IsMissing(cellOfDay))
        {
            if (!sheet.Days.TryRead(cellOfDay, out var read))
            {
                return sheet.Refuse(sheet.Columns.Day, sheet.Days.Fault);
            }

            day = read;
        }

        if (day is not { } date)
        {
            return sheet.Refuse(sheet.Columns.Day, sheet.Columns.Day < 0 ? ImportTexts.DayNotSaid.With("") : ImportTexts.DayMissing);
        }

        if (date > sheet.Latest || date.Year < 1990)
        {
            return sheet.Refuse(sheet.Columns.Day, ImportTexts.DayUnlikely);
        }

        if (await who.ReadAsync(date, cancel) is { } unknown)
        {
            return unknown;
        }

        var asked = sheet.Field("asked");
        if (!asked.TryRead(sheet.Raw(asked.Field), out var whom, out var reason))
        {
            return sheet.Refuse(sheet.Columns.Fields["asked"], reason);
        }

        var survey = FieldTexts.Short(Plain.Spaced(sheet.Raw(sheet.Field("survey").Field)));
        days[(who.School, survey)] = days.TryGetValue((who.School, survey), out var latest) && latest > date ? latest : date;
        foreach (var (item, favourable) in answers)
        {
            var key = (who.School, survey, whom.Length == 0 && sheet.Columns.HasStudent ? "students" : whom, item);
            var before = counts.GetValueOrDefault(key);
            counts[key] = (before.Favourable + (favourable ? 1 : 0), before.Answers + 1);
        }

        return null;
    }

    /// <summary>What was counted.</summary>
    public IEnumerable<StagedRecord> Records() =>
        from count in counts
        let day = days[(count.Key.School, count.Key.Survey)]
        let item = FieldTexts.Short(Plain.Spaced(sheet.File.Header[count.Key.Item]))
        let texts = new Dictionary<string, string>
        {
            ["survey"] = count.Key.Survey,
            ["item"] = item,
            ["asked"] = count.Key.Asked,
            ["favourable"] = count.Value.Favourable.ToString(CultureInfo.InvariantCulture),
            ["answers"] = count.Value.Answers.ToString(CultureInfo.InvariantCulture),
        }
        select new StagedRecord(
            1,
            count.Key.School,
            RecordKey.Of([count.Key.Survey, count.Key.Asked, item, SchoolYear.Of(day).EndYear.ToString(CultureInfo.InvariantCulture)]),
            day,
            null,
            null,
            JsonSerializer.Serialize(sheet.Kind.Fields.Select(f => texts.GetValueOrDefault(f.Id, ""))),
            count.Key.Survey);

    private static Dictionary<string, bool?> KnownOf(AnswerWords words) =>
        words.Favourable.Select(w => (Text: w, Is: (bool?)true))
            .Concat(words.Others.Select(w => (Text: w, Is: (bool?)false)))
            .Concat(words.None.Select(w => (Text: w, Is: (bool?)null)))
            .DistinctBy(w => Plain.Of(w.Text))
            .ToDictionary(w => Plain.Of(w.Text), w => w.Is, StringComparer.Ordinal);

    /// <summary>The number of an answer on a scale from 1; 0 where it is none.</summary>
    private static int Step(AnswerWords words, string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step <= words.Highest ? step : 0;
}
