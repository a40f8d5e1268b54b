using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence.Files;
using Throughline.Imports;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;
using Session = Throughline.Data.Session;

namespace Throughline.Evidence.Uploads;

/// <summary>What a file would come to.</summary>
/// <param name="Result">Its rows.</param>
/// <param name="Problems">What is to be decided.</param>
/// <param name="Figures">What it changes about the plans of its organization.</param>
internal sealed record UploadLook(ImportResult Result, UploadProblems Problems, IReadOnlyList<FigureChange> Figures);

/// <summary>
/// Files on their way in through the site. Rows are read and checked by the same importers as on the command line; nothing
/// counts before the sender confirms, and for thirty days it can be taken back.
/// </summary>
/// <param name="database">Where to.</param>
/// <param name="protection">Makes what is kept of a file unreadable elsewhere.</param>
internal sealed class UploadDesk(Database database, IDataProtectionProvider protection)
{
    /// <summary>How long a file is kept and can be taken back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Keeps a file; what was remembered of the last of its kind holds for it.</summary>
    public async Task<Upload> KeepAsync(Here here, string kind, string name, byte[] content, DateTimeOffset now, CancellationToken cancel)
    {
        await ThrowAwayAsync(now, cancel);
        await using var db = database.Context();
        var last = await db.Uploads.AsNoTracking()
            .Where(u => u.OrganizationId == here.Organization.Id && u.Kind == kind && u.RecordedAt != null)
            .OrderByDescending(u => u.RecordedAt).FirstOrDefaultAsync(cancel);
        var answers = last is not null && UploadAnswers.Of(last) is { IsRemembered: true } before ? before.Remembered : UploadAnswers.None;
        var upload = new Upload
        {
            OrganizationId = here.Organization.Id,
            Kind = kind,
            FileName = UploadedFile.NameOf(name),
            Content = UploadedFile.Protector(protection).Protect(content),
            Answers = answers.ToJson(),
            UploadedAt = now,
            AccountId = here.Viewer.Id,
            Who = here.Viewer.Name,
        };
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancel);
        return upload;
    }

    /// <summary>An upload as a file; a problem where its keys are gone, after a restored backup.</summary>
    public UploadedFile Open(Upload upload)
    {
        try
        {
            return UploadedFile.Open(UploadedFile.Protector(protection).Unprotect(upload.Content!), upload.FileName);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new Problem(UploadTexts.CannotBeRead, e);
        }
    }

    /// <summary>Reads and checks everything, and stores nothing.</summary>
    public async Task<UploadLook> LookAsync(Upload upload, Here here, SiteClock clock, CancellationToken cancel)
    {
        using var file = Open(upload);
        var told = new List<Refusal>();
        var figures = new List<FigureChange>();
        var at = await InstantAsync(upload, clock.Now, cancel);
        var result = await RunAsync(upload, here, file, new ImportOptions(at, DryRun: true, AcceptGoodRows: true, here.Viewer.Name), told.Add, TryAsync, cancel);
        return new UploadLook(result, UploadProblems.Of(told, file.Path, RecordFiles.Default.Of(upload.Kind), UploadAnswers.Of(upload).Matches), figures);

        async Task TryAsync(Session session, ImportResult ignored) => figures.AddRange(await FiguresAsync(session, upload, here, clock.Today, at, cancel));
    }

    /// <summary>The lines that problems are about as a file of their own, which can be sent again once it is mended.</summary>
    public byte[] RowsOf(Upload upload, UploadProblems problems)
    {
        using var file = Open(upload);
        using var rows = CsvFile.Open(file.Path);
        var wanted = problems.Lines.ToHashSet();
        return CsvText.Of(csv =>
        {
            csv.WriteRecord([.. rows.Header]);
            while (rows.Read())
            {
                if (wanted.Contains(rows.Line))
                {
                    csv.WriteRecord([.. rows.Header.Select((_, i) => rows[i])]);
                }
            }
        });
    }

    /// <summary>Stores the rows, once; figures of plans follow.</summary>
    /// <returns>How many rows are new or changed.</returns>
    public async Task<long> StoreAsync(Upload upload, Here here, SiteClock clock, CancellationToken cancel)
    {
        using var file = Open(upload);
        var at = await InstantAsync(upload, clock.Now, cancel);
        var result = await RunAsync(upload, here, file, new ImportOptions(at, DryRun: false, AcceptGoodRows: true, here.Viewer.Name), _ => { }, MarkAsync, cancel);
        await FollowAsync(upload, clock.Today, at, cancel);
        return result.Added + result.Changed;

        async Task MarkAsync(Session session, ImportResult made)
        {
            var marked = await session.NumberAsync(
                "UPDATE uploads SET recorded_at = @at, rows = @rows WHERE id = @id AND recorded_at IS NULL RETURNING id",
                cancel,
                ("at", at.ToUnixTimeMilliseconds()),
                ("rows", (int)(made.Added + made.Changed)),
                ("id", upload.Id));
            if (marked == 0)
            {
                throw new Problem(UploadTexts.StoredAlready);
            }
        }
    }

    /// <summary>
    /// Takes the rows of an upload back: what each took the place of holds again, and what was new is withdrawn. Rows that
    /// something later has changed stay as that says.
    /// </summary>
    /// <returns>Whether there was anything to take back.</returns>
    public async Task<bool> UndoAsync(Upload upload, SiteClock clock, CancellationToken cancel)
    {
        var at = await InstantAsync(upload, clock.Now, cancel);
        await using (var session = await Session.BeginAsync(database, cancel))
        {
            await session.LockAsync("records", cancel);
            if (await session.NumberAsync(
                "UPDATE uploads SET undone_at = @at WHERE id = @id AND undone_at IS NULL AND recorded_at >= @since RETURNING id",
                cancel,
                ("at", at.ToUnixTimeMilliseconds()),
                ("since", (clock.Now - Kept).ToUnixTimeMilliseconds()),
                ("id", upload.Id)) == 0)
            {
                return false;
            }

            await session.RunAsync(
                """
                INSERT INTO records (kind, organization_id, "key", day, about, fields, withdrawn, recorded_at)
                SELECT r.kind, r.organization_id, r."key", COALESCE(b.day, r.day), CASE WHEN b.id IS NULL THEN r.about ELSE b.about END,
                    COALESCE(b.fields, r.fields), COALESCE(b.withdrawn, @yes), @at
                FROM records r
                LEFT JOIN records b ON b.kind = r.kind AND b.organization_id = r.organization_id AND b."key" = r."key" AND b.recorded_at = (
                    SELECT MAX(x.recorded_at) FROM records x
                    WHERE x.kind = r.kind AND x.organization_id = r.organization_id AND x."key" = r."key" AND x.recorded_at < r.recorded_at)
                WHERE r.kind = @kind AND r.organization_id = @organization AND r.recorded_at = @stored AND NOT EXISTS (
                    SELECT 1 FROM records l WHERE l.kind = r.kind AND l.organization_id = r.organization_id AND l."key" = r."key" AND l.recorded_at > r.recorded_at)
                """,
                cancel,
                ("kind", RecordFiles.Default.Of(upload.Kind).Kind),
                ("organization", upload.OrganizationId),
                ("stored", upload.RecordedAt!.Value.ToUnixTimeMilliseconds()),
                ("yes", true),
                ("at", at.ToUnixTimeMilliseconds()));
            await session.CommitAsync(cancel);
        }

        await FollowAsync(upload, clock.Today, at, cancel);
        return true;
    }

    /// <summary>Throws away the files of thirty days ago and before, and what was never finished.</summary>
    public async Task ThrowAwayAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - Kept;
        await using var db = database.Context();
        await db.Uploads.Where(u => u.RecordedAt == null && u.UploadedAt < before).ExecuteDeleteAsync(cancel);
        await db.Uploads.Where(u => u.RecordedAt < before && u.Content != null).ExecuteUpdateAsync(u => u.SetProperty(x => x.Content, (byte[]?)null), cancel);
    }

    private Task<ImportResult> RunAsync(
        Upload upload, Here here, UploadedFile file, ImportOptions options, Action<Refusal> told, Func<Session, ImportResult, Task> along, CancellationToken cancel)
    {
        var answers = UploadAnswers.Of(upload);
        return RecordImport.RunAsync(
            database, upload.Kind, file.Path,
            new RecordImportOptions(options, Complete: false, [.. answers.Said, $"school={here.Organization.Code}"])
            {
                Matches = answers.Matches,
                Without = answers.Without,
                Only = here.Organization.Id,
                Told = told,
                RefusedTo = file.Refused,
                Along = along,
            },
            cancel);
    }

    /// <summary>What the plans of the organization would say, were the rows of the transaction to stay.</summary>
    private async Task<List<FigureChange>> FiguresAsync(Session session, Upload upload, Here here, DateOnly today, DateTimeOffset at, CancellationToken cancel)
    {
        var kind = RecordFiles.Default.Of(upload.Kind).Kind;
        var cells = new RecordCells(database, await Places.LoadAsync(session, cancel));
        var audience = new Audience(here.Has(GrantKind.Students), here.Has(GrantKind.Observations));
        await using var db = database.Context();
        var catalog = await OwnMeasures.CatalogAsync(db, cancel);
        var changes = new List<FigureChange>();
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.OrganizationId == here.Organization.Id).Select(p => p.Id).ToListAsync(cancel))
        {
            var rows = (await PlanRows.LoadAsync(db, plan, cancel))!;
            var entered = await FiguresFromEvidence.DifferentAsync(
                catalog, rows, m => FiguresFromEvidence.Counts(m, kind),
                async q => (await cells.OfAsync(session, q, cancel)).Cells, today, at);
            changes.AddRange(FigureChange.Of(rows, entered, r => new PlanJudge(r, today, DateTimeOffset.MaxValue, audience).Judge()));
        }

        return changes;
    }

    private Task<int> FollowAsync(Upload upload, DateOnly today, DateTimeOffset at, CancellationToken cancel) =>
        new FiguresFromEvidence(database).UpdateAsync(upload.OrganizationId, RecordFiles.Default.Of(upload.Kind).Kind, today, at, cancel);

    /// <summary>Now, but after everything that is known already of the same kind and place: so an upload's rows are known by their instant.</summary>
    private async Task<DateTimeOffset> InstantAsync(Upload upload, DateTimeOffset now, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var last = await session.NumberAsync(
            "SELECT MAX(recorded_at) FROM records WHERE kind = @kind AND organization_id = @organization",
            cancel,
            ("kind", RecordFiles.Default.Of(upload.Kind).Kind),
            ("organization", upload.OrganizationId));
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(now.ToUnixTimeMilliseconds(), last + 1));
    }
}
