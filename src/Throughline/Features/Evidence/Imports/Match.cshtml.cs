using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Evidence.Uploads;

namespace Throughline.Features.Evidence.Imports;

/// <summary>What each column of a file holds: found by its heading, remembered from the last file, or said here.</summary>
public sealed class MatchModel(Database database, IDataProtectionProvider protection) : ImportPage(database)
{
    /// <summary>The choice that leaves a column to its heading.</summary>
    public const string ByHeading = "?";

    /// <summary>A column with its choices and what is known of it.</summary>
    /// <param name="Heading">As the file has it.</param>
    /// <param name="First">Its first values.</param>
    /// <param name="Options">What it can hold.</param>
    /// <param name="IsUsed">Whether anything is read from it.</param>
    public sealed record Column(string Heading, IReadOnlyList<string> First, IReadOnlyList<SelectListItem> Options, bool IsUsed);

    private readonly Database database = database;

    /// <summary>What each column is to hold, in their order; nothing for those that are left out.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Matches { get; set; } = [];

    [BindProperty]
    public string? Passing { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public bool Remember { get; set; } = true;

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>Whether the file may hold marks in numbers, and nothing in it says which pass.</summary>
    public bool AsksPassing { get; private set; }

    /// <summary>Whether the rows do not say of which day they are.</summary>
    public bool AsksDay { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (Passing, Day, Remember) = (Answers.Passing?.ToString(CultureInfo.CurrentCulture), Answers.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Answers.IsRemembered);
        Look();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Look();
        decimal? passing = null;
        if (AsksPassing && !string.IsNullOrWhiteSpace(Passing))
        {
            if (!decimal.TryParse(Passing, NumberStyles.AllowDecimalPoint, CultureInfo.CurrentCulture, out var number) || number > 200)
            {
                ModelState.AddModelError(nameof(Passing), UploadTexts.ErrorPassing);
                return Page();
            }

            passing = number;
        }

        DateOnly? day = null;
        if (AsksDay && !string.IsNullOrWhiteSpace(Day))
        {
            if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said))
            {
                ModelState.AddModelError(nameof(Day), UploadTexts.ErrorDay);
                return Page();
            }

            day = said;
        }

        var targets = UploadColumn.Targets(Upload.Kind);
        var matches = Columns.Zip(Matches.Select(m => m ?? "")).Where(m => m.Second != ByHeading && (m.Second.Length == 0 || targets.Contains(m.Second)))
            .DistinctBy(m => m.First.Heading).ToDictionary(m => m.First.Heading, m => m.Second);
        if (matches.Values.Where(v => v.Length > 0).GroupBy(v => v).FirstOrDefault(g => g.Skip(1).Any()) is { Key: var twice })
        {
            Fault = UploadTexts.ErrorTwice.With(ImportWords.Column(twice));
            return Page();
        }

        if (AsksPassing && passing is null && HasMarksInNumbers(matches))
        {
            ModelState.AddModelError(nameof(Passing), UploadTexts.ErrorPassingMissing);
            return Page();
        }

        await AnswerAsync(Answers with { Matches = matches, Passing = passing, Day = day, IsRemembered = Remember }, cancel);
        try
        {
            _ = await new UploadDesk(database, protection).LookAsync(Upload, Here, HttpContext.Clock(), cancel);
        }
        catch (Problem problem)
        {
            Fault = problem.Message;
            Look();
            return Page();
        }

        return Redirect(Address + "/check");
    }

    private bool HasMarksInNumbers(Dictionary<string, string> matches)
    {
        try
        {
            using var file = new UploadDesk(database, protection).Open(Upload);
            return UploadColumn.HasMarksInNumbers(file.Path, Upload.Kind, matches);
        }
        catch (Problem)
        {
            // Whatever is wrong is told when the rows are looked at.
            return false;
        }
    }

    private void Look()
    {
        try
        {
            using var file = new UploadDesk(database, protection).Open(Upload);
            var columns = UploadColumn.Of(file.Path, Upload.Kind);
            var (table, targets) = (RecordFiles.Default.Of(Upload.Kind), UploadColumn.Targets(Upload.Kind));
            // A heading of such files may be one of several results or questions, which the importer finds itself.
            var hasResults = table.Wide || table.Answers is not null || table.ColumnsOf is not null;
            AsksPassing = table.Kind == "mark" && columns.All(c => Of(c) != "passed");
            AsksDay = columns.All(c => Of(c) != "date");
            Columns = [.. columns.Select(c => new Column(
                c.Heading,
                c.First,
                [
                    .. targets.Select(t => new SelectListItem(ImportWords.Column(t), t, Of(c) == t)),
                    .. hasResults && c.Found is null ? [new SelectListItem(UploadTexts.ByHeading, ByHeading, Of(c) is null)] : (SelectListItem[])[],
                    new(UploadTexts.DoNotImport, "", Of(c) is "" || (Of(c) is null && !hasResults)),
                ],
                Of(c) is { Length: > 0 } || (Of(c) is null && hasResults)))];
        }
        catch (Problem problem)
        {
            Fault = problem.Message;
        }

        string? Of(UploadColumn column) => Answers.Matches.TryGetValue(column.Heading, out var said) ? said : column.Found;
    }
}
