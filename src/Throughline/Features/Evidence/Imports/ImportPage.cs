using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence.Uploads;
using Throughline.Model;

namespace Throughline.Features.Evidence.Imports;

/// <summary>A step of a file on its way in. Only who sent the file finds it: what stands in it names students.</summary>
[Needs(Right.Enter)]
[ResponseCache(NoStore = true)]
public abstract class ImportPage(Database database) : PageModel
{
    /// <summary>Four, in the order of the way.</summary>
    public enum Step
    {
        Upload,
        Match,
        Check,
        Confirm,
    }

    public Here Here => HttpContext.Here();

    public Upload Upload { get; private set; } = null!;

    public string Place => AddressOf(Here.Organization);

    /// <summary>Of the upload: the steps stand under it.</summary>
    public string Address => $"{Place}/{Upload.Id}";

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public string? Fault { get; protected set; }

    internal UploadAnswers Answers { get; private set; } = UploadAnswers.None;

    /// <summary>"/s/00010003/evidence/imports".</summary>
    public static string AddressOf(Organization organization) => $"{Frame.PathOf(organization)}/evidence/imports";

    /// <summary>Finds the upload of the address, if it is this person's and still on its way.</summary>
    protected async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = database.Context();
        var (here, who) = (Here.Organization.Id, Here.Viewer.Id);
        if (await db.Uploads.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.OrganizationId == here && u.AccountId == who && u.RecordedAt == null, cancel) is not { } found)
        {
            return false;
        }

        (Upload, Answers) = (found, UploadAnswers.Of(found));
        return true;
    }

    internal async Task AnswerAsync(UploadAnswers answers, CancellationToken cancel)
    {
        await using var db = database.Context();
        var upload = await db.Uploads.SingleAsync(u => u.Id == Upload.Id, cancel);
        upload.Answers = answers.ToJson();
        await db.SaveChangesAsync(cancel);
        (Upload, Answers) = (upload, answers);
    }
}
