using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Evidence.Uploads;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Evidence.Imports;

/// <summary>Files of a school: a new one, those that wait for their sender, and those that can still be taken back.</summary>
[Needs(Right.Enter)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Database database, IDataProtectionProvider protection) : PageModel
{
    /// <summary>Larger files come in by the command line, which does not keep them in memory.</summary>
    public const int MostBytes = 20 << 20;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Here Here => HttpContext.Here();

    public string Place => ImportPage.AddressOf(Here.Organization);

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. RecordFiles.Default.Kinds.Select(k => new SelectListItem(ImportWords.Kind(k.Import), k.Import))];

    /// <summary>Of this person alone.</summary>
    public IReadOnlyList<Upload> Waiting { get; private set; } = [];

    /// <summary>Of everybody at the school, the latest first.</summary>
    public IReadOnlyList<Upload> Stored { get; private set; } = [];

    /// <summary>The upload that was just stored or taken back; null for none.</summary>
    public Upload? Done { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>The kinds that come with the rows that are there: single students and rooms are shown to whoever may see few of them.</summary>
    public bool MaySeeRows(string kind) => Here.Has(RecordFiles.Default.Of(kind).Record.About == RecordSubject.Room ? GrantKind.Observations : GrantKind.Students);

    private UploadDesk Desk => new(database, protection);

    public bool MayUndo(Upload upload) =>
        upload.UndoneAt is null && upload.RecordedAt > Now - UploadDesk.Kept && (upload.AccountId == Here.Viewer.Id || Here.May(Right.Lead));

    public Task OnGetAsync(int? done, CancellationToken cancel) => LoadAsync(done, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(null, cancel);
        if (!Kinds.Any(k => k.Value == Kind))
        {
            ModelState.AddModelError(nameof(Kind), UploadTexts.ErrorKind);
        }

        if (Upload is not { Length: > 0 and <= MostBytes })
        {
            ModelState.AddModelError(nameof(Upload), Upload is { Length: > MostBytes } ? UploadTexts.ErrorLarge.With(MostBytes >> 20) : UploadTexts.ErrorFile);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var content = new byte[Upload!.Length];
        await using (var stream = Upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancel);
        }

        try
        {
            using var file = UploadedFile.Open(content, UploadedFile.NameOf(Upload.FileName));
            _ = UploadColumn.Of(file.Path, Kind!);
        }
        catch (Problem problem)
        {
            ModelState.AddModelError(nameof(Upload), problem.Message);
            return Page();
        }

        var kept = await Desk.KeepAsync(Here, Kind!, Upload.FileName, content, HttpContext.Clock().Now, cancel);
        return Redirect($"{Place}/{kept.Id}/match");
    }

    public async Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (Done is null)
        {
            return NotFound();
        }

        if (MayUndo(Done))
        {
            await Desk.UndoAsync(Done, HttpContext.Clock(), cancel);
        }

        return Redirect($"{Place}?done={id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancel)
    {
        await using var db = database.Context();
        var (here, who) = (Here.Organization.Id, Here.Viewer.Id);
        await db.Uploads.Where(u => u.Id == id && u.OrganizationId == here && u.AccountId == who && u.RecordedAt == null).ExecuteDeleteAsync(cancel);
        return Redirect(Place);
    }

    /// <summary>What is there of a kind this school year, for whoever may see single students and rooms; for others, the headings to fill.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? kind, CancellationToken cancel)
    {
        if (!Kinds.Any(k => k.Value == kind))
        {
            return NotFound();
        }

        await using var session = await Data.Session.BeginReadAsync(database, cancel);
        var rows = await RecordsFile.OfAsync(
            session, kind!, (Here.Organization.Id, Here.Organization.Code), MaySeeRows(kind!) ? SchoolYear.Of(HttpContext.Clock().Today).Period : null, cancel);
        return File(rows, CsvText.Type, $"{kind}.csv");
    }

    private async Task LoadAsync(int? done, CancellationToken cancel)
    {
        Now = HttpContext.Clock().Now;
        await using var db = database.Context();
        var (here, who) = (Here.Organization.Id, Here.Viewer.Id);
        var all = await db.Uploads.AsNoTracking().Where(u => u.OrganizationId == here).OrderByDescending(u => u.Id).Take(100)
            .Select(u => new Upload
            {
                Id = u.Id,
                OrganizationId = u.OrganizationId,
                Kind = u.Kind,
                FileName = u.FileName,
                Answers = u.Answers,
                UploadedAt = u.UploadedAt,
                AccountId = u.AccountId,
                Who = u.Who,
                RecordedAt = u.RecordedAt,
                Rows = u.Rows,
                UndoneAt = u.UndoneAt,
            }).ToListAsync(cancel);
        Waiting = all.FindAll(u => u.RecordedAt is null && u.AccountId == who);
        Stored = all.FindAll(u => u.RecordedAt is not null);
        Done = Stored.FirstOrDefault(u => u.Id == done);
    }
}
