using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Ui;

namespace Throughline.Features.Errors;

/// <summary>What people see where a page cannot be shown: what happened, what to do, and a way on. Never details of the program.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ILogger<IndexModel> log, TimeProvider clock) : PageModel
{
    private const int CodeBytes = 3;

    public string Heading { get; private set; } = "";

    public string What { get; private set; } = "";

    /// <summary>A short code that finds the failure in the log; null where nothing failed.</summary>
    public string? Code { get; private set; }

    public string Time { get; private set; } = "";

    /// <summary>Any method can end here, so the page does not wait for a GET.</summary>
    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        // Whoever opens this address without an error finds that nothing is here.
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode ?? StatusCodes.Status404NotFound;
        Response.StatusCode = failure is not null ? StatusCodes.Status500InternalServerError : status;
        (Heading, What) = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (PageTexts.NotFoundHeading, PageTexts.NotFoundWhat),
            < 500 => (PageTexts.BadRequestHeading, PageTexts.BadRequestWhat),
            _ => (PageTexts.FailedHeading, PageTexts.FailedWhat),
        };
        if (Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            Code = Convert.ToHexString(RandomNumberGenerator.GetBytes(CodeBytes));
            Time = Dates.Short(clock.GetUtcNow(), clock);
            log.LogError(failure?.Error, "Error {Code} at {Path}", Code, failure?.Path);
        }
    }
}
