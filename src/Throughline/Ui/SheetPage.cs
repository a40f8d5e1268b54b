using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;

namespace Throughline.Ui;

/// <summary>A page that takes a sheet, typed or as a file: every line is looked at before any is stored.</summary>
public abstract class SheetPage : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>So that a sheet sent twice is stored once.</summary>
    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    /// <summary>Whether there are lines, and none has a problem.</summary>
    public abstract bool IsRight { get; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload is { Length: > 0 })
        {
            await using var stream = Upload.OpenReadStream();
            Text = await Sheet.TextAsync(stream, cancel);
        }

        Read();
        Key = Creations.NewKey();
        ModelState.Remove(nameof(Text));
        return Page();
    }

    public async Task<IActionResult> OnPostStoreAsync(CancellationToken cancel)
    {
        Read();
        return IsRight ? await StoreAsync(Creations.IsKey(Key) ? Key! : Creations.NewKey(), cancel) : Page();
    }

    /// <summary>Looks at each row of the sheet, by the headings that the page knows.</summary>
    protected abstract void LookAt(string text);

    protected abstract Task<IActionResult> StoreAsync(string key, CancellationToken cancel);

    /// <summary>Whether the page takes a sheet at all; it says why not.</summary>
    protected virtual bool MayTake() => true;

    private void Read()
    {
        if (!MayTake())
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Text) || Text.Length > Sheet.MostLetters)
        {
            ModelState.AddModelError(nameof(Text), string.IsNullOrWhiteSpace(Text) ? PeopleTexts.SheetEmpty : PeopleTexts.SheetTooLong.With(Sheet.MostRows));
            return;
        }

        try
        {
            LookAt(Text);
        }
        catch (Problem problem)
        {
            ModelState.AddModelError(nameof(Text), problem.Message);
        }
    }
}
