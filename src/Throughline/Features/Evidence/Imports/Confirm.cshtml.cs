using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence.Uploads;

namespace Throughline.Features.Evidence.Imports;

/// <summary>What will change when the file is confirmed: how each benchmark stands now, and how it would stand.</summary>
public sealed class ConfirmModel(Database database, IDataProtectionProvider protection) : ImportPage(database)
{
    private readonly Database database = database;

    internal UploadLook? Look { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? await LookAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            // Sent twice: the first time stored it.
            return Redirect($"{Place}?done={id}");
        }

        var page = await LookAsync(cancel);
        if (page is not PageResult || Fault is not null)
        {
            return page;
        }

        try
        {
            await new UploadDesk(database, protection).StoreAsync(Upload, Here, HttpContext.Clock(), cancel);
        }
        catch (Problem problem)
        {
            Fault = problem.Message;
            return page;
        }

        return Redirect($"{Place}?done={id}");
    }

    /// <summary>A file with anything left to decide goes back a step.</summary>
    private async Task<IActionResult> LookAsync(CancellationToken cancel)
    {
        try
        {
            Look = await new UploadDesk(database, protection).LookAsync(Upload, Here, HttpContext.Clock(), cancel);
        }
        catch (Problem)
        {
            return Redirect(Address + "/match");
        }

        return Look.Problems.Count > 0 || (!Answers.HasChecked && Look.Figures.Any(f => f.IsUnusual)) ? Redirect(Address + "/check") : Page();
    }
}
