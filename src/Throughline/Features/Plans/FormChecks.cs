using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughline.Features.Plans;

/// <summary>What is asked of the answers of every form here.</summary>
internal static class FormChecks
{
    /// <summary>More than anybody writes about one thing, and less than a page can bear.</summary>
    private const int MostLetters = 2000;

    /// <summary>A text that must be there, without spaces around it.</summary>
    public static string? Text(this PageModel page, string name, string? text, string missing)
    {
        var said = page.Optional(name, text);
        if (said is null)
        {
            page.ModelState.AddModelError(name, missing);
        }

        return said;
    }

    /// <summary>A text without spaces around it; null where nothing was typed.</summary>
    public static string? Optional(this PageModel page, string name, string? text)
    {
        var said = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (said?.Length > MostLetters)
        {
            page.ModelState.AddModelError(name, PlanTexts.TooLong.With(MostLetters));
        }

        return string.IsNullOrEmpty(said) ? null : said;
    }

    /// <summary>What was typed for a day must be one.</summary>
    public static void Day(this PageModel page, string name)
    {
        if (page.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
        {
            entry.Errors.Clear();
            entry.Errors.Add(PlanTexts.EnterDay);
        }
    }
}
