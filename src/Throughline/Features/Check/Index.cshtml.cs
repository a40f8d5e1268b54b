using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;
using Throughline.Benchmarks.Language;
using Throughline.MarkUp;
using Throughline.Ui;

namespace Throughline.Features.Check;

/// <summary>
/// For anyone: a plan in Word comes back with comments, several come back with a table, and one statement is read on the
/// page. What is sent stays in memory and is gone with the answer; nothing of it is stored or logged.
/// </summary>
[Needs(Right.Anyone)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes, ValueCountLimit = MostFields, ValueLengthLimit = Limits.Megabyte)]
public sealed class IndexModel : PageModel
{
    /// <summary>With what a form says beside its files.</summary>
    private const int MostBytes = Limits.Together + Limits.Megabyte;

    /// <summary>One file too many, and some, is answered with a sentence.</summary>
    private const int MostFields = 2 * Limits.Files;

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Reading a plan takes a processor for some time, and the signed-in need theirs too.</summary>
    private static readonly SemaphoreSlim Desks = new(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [BindProperty]
    public List<IFormFile> Plans { get; } = [];

    [BindProperty]
    public string? Statement { get; set; }

    /// <summary>How the statement was understood; null before there is one.</summary>
    public Understanding? Understood { get; private set; }

    /// <summary>What there is to say about a statement where there is no catalog to choose from.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    internal StatementParts Parts => new(Understood!);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Remove(nameof(Statement));
        if (Plans.Count is 0 or > Limits.Files)
        {
            return Refuse(nameof(Plans), Plans.Count == 0 ? MarkUpTexts.NoFile : MarkUpTexts.TooManyFiles.With(Limits.Files));
        }

        if (!await Desks.WaitAsync(Patience, cancel))
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Refuse(nameof(Plans), MarkUpTexts.Busy);
        }

        Response.Headers.CacheControl = "no-store";
        try
        {
            return Plans is [var plan]
                ? File((await MarkedAsync(plan, cancel)).File, WordType, PlanMarkUp.NameOf(Path.GetFileName(plan.FileName)))
                : File(await TogetherAsync(cancel), "application/zip", MarkUpTexts.ZipName);
        }
        catch (Problem problem)
        {
            return Refuse(nameof(Plans), problem.Message);
        }
        finally
        {
            Desks.Release();
        }
    }

    public IActionResult OnPostStatement()
    {
        var text = Statement?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length is 0 or > Reading.Limit)
        {
            return Refuse(nameof(Statement), text.Length == 0 ? BenchmarkTexts.ErrorStatementEmpty : BenchmarkTexts.ErrorStatementLong.With(Reading.Limit, text.Length));
        }

        Understood = Understanding.Of(text, null);
        Findings = PlanStatement.FindingsOf(Understood.Reading);
        return Page();
    }

    /// <summary>Every plan with its comments, and the table of them all. A plan that cannot be read has its reason in the table.</summary>
    private async Task<byte[]> TogetherAsync(CancellationToken cancel)
    {
        var (rows, names) = (new List<ReviewedPlan>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Plans)
            {
                var name = Path.GetFileName(file.FileName);
                try
                {
                    var plan = await MarkedAsync(file, cancel);
                    rows.Add(new ReviewedPlan(name, plan.Findings, null));
                    var entry = PlanMarkUp.NameOf(name);
                    await using var content = await zip.CreateEntry(names.Add(entry) ? entry : $"{rows.Count}-{entry}", CompressionLevel.NoCompression).OpenAsync(cancel);
                    await content.WriteAsync(plan.File, cancel);
                }
                catch (Problem problem)
                {
                    rows.Add(new ReviewedPlan(name, null, problem.Message));
                }
            }

            await using var table = await zip.CreateEntry(MarkUpTexts.TableName).OpenAsync(cancel);
            ReviewTable.WriteCsv(rows, table);
        }

        return bytes.ToArray();
    }

    private static async Task<MarkedPlan> MarkedAsync(IFormFile file, CancellationToken cancel)
    {
        await using var stream = file.OpenReadStream();
        return await PlanMarkUp.MarkAsync(stream, cancel);
    }

    private PageResult Refuse(string field, string message)
    {
        Response.Headers.CacheControl = "no-cache";
        ModelState.AddModelError(field, message);
        return Page();
    }
}
