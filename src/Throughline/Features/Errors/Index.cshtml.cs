using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Errors;

/// <summary>What people see where a page cannot be shown: what happened, what to do, and a way on. Never details of the program.</summary>
[Needs(Right.Anyone)]
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

    /// <summary>Who may do what was asked for; null where that is not the question.</summary>
    public string? Who { get; private set; }

    /// <summary>The page that people came from, where that is known.</summary>
    public string? Back { get; private set; }

    public bool IsSignedIn => HttpContext.Viewer() is not null;

    /// <summary>The address itself, for those who open it; what fails comes here by any method.</summary>
    public void OnGet()
    {
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Show();
    }

    private void Show()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        // Whoever opens this address without an error finds that nothing is here.
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode ?? StatusCodes.Status404NotFound;
        Response.StatusCode = failure is not null ? StatusCodes.Status500InternalServerError : status;
        (Heading, What) = Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => (PeopleTexts.DeniedHeading, Explain(HttpContext.Features.Get<Denied>())),
            StatusCodes.Status404NotFound => (PageTexts.NotFoundHeading, IsSignedIn ? PageTexts.NotFoundWhat : PageTexts.NotFoundSignedOut),
            < 500 => (PageTexts.BadRequestHeading, PageTexts.BadRequestWhat),
            _ => (PageTexts.FailedHeading, PageTexts.FailedWhat),
        };
        Back = Request.CameFrom() is { } from && from != OriginalAddress() ? from : null;
        if (Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            Code = Convert.ToHexString(RandomNumberGenerator.GetBytes(CodeBytes));
            Time = Dates.Short(clock.GetUtcNow(), clock);
            log.LogError(failure?.Error, "Error {Code} at {Path}", Code, failure?.Path);
        }
    }

    private string? OriginalAddress() => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } again
        ? again.OriginalPath + again.OriginalQueryString
        : null;

    /// <summary>What kind of thing it is; who may do it goes into a sentence of its own.</summary>
    private string Explain(Denied? denied)
    {
        var right = denied?.Right ?? Right.Administer;
        Who = denied?.Organization is { } organization
            ? PeopleTexts.DeniedWho.With(
                PeopleWords.Any(Viewer.RolesThatMay(right, organization)),
                organization.Name,
                HttpContext.Viewer()?.RoleIn(organization) is { } role ? PeopleWords.Of(role) : "–")
            : PeopleTexts.DeniedWhoAnywhere.With(PeopleWords.Any(
                right is Right.Administer ? [RoleKind.Administrator] : [RoleKind.Administrator, RoleKind.SchoolLeader]));
        return right switch
        {
            Right.See => PeopleTexts.DeniedSee,
            Right.Enter => PeopleTexts.DeniedEnter,
            Right.Write => PeopleTexts.DeniedWrite,
            Right.Lead => PeopleTexts.DeniedLead,
            _ => PeopleTexts.DeniedAdminister,
        };
    }
}
