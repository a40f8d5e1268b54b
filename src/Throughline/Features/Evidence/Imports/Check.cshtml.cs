using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Throughline.Access;
using Throughline.Data;
using Throughline.Evidence.Uploads;

namespace Throughline.Features.Evidence.Imports;

/// <summary>What is to be decided about a file before it can go in, once each, however many rows it is about.</summary>
public sealed class CheckModel(Database database, IDataProtectionProvider protection) : ImportPage(database)
{
    /// <summary>The choice that leaves rows out.</summary>
    public const string Leave = "-";

    private readonly Database database = database;

    internal UploadLook? Look { get; private set; }

    /// <summary>Figures that move further than they usually do.</summary>
    internal IReadOnlyList<FigureChange> Unusual { get; private set; } = [];

    /// <summary>The places of problems that were not settled; empty before the form is sent.</summary>
    public IReadOnlySet<string> Open { get; private set; } = new HashSet<string>();

    public long Ready => Look is null ? 0 : Look.Result.Read - Look.Problems.Lines.LongCount();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) && await ReadAsync(cancel) ? Page() : Upload is null ? NotFound() : Redirect(Address + "/match");

    /// <summary>Settles what was chosen, and goes on where nothing is left.</summary>
    public async Task<IActionResult> OnPostAsync(int id, bool leave, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!await ReadAsync(cancel))
        {
            return Redirect(Address + "/match");
        }

        var (meanings, without, open) = (new Dictionary<string, string>(Answers.Meanings), Answers.Without.ToHashSet(), new HashSet<string>());
        var problems = Look!.Problems;
        foreach (var word in problems.Words)
        {
            switch (Chosen("w:" + word.Name))
            {
                case Leave:
                    without.UnionWith(word.Lines);
                    break;
                case { } meaning when word.Accepted.Contains(meaning):
                    meanings[word.Name] = meaning;
                    break;
                default:
                    LeaveOrAsk("w:" + word.Name, word.Lines);
                    break;
            }
        }

        foreach (var pair in problems.Contradictions)
        {
            var lines = pair.Lines.Select(l => l.Line).ToList();
            var chosen = Chosen("p:" + string.Join(',', lines));
            if (chosen == Leave || lines.Any(l => chosen == ImportNumbers.Text(l)))
            {
                without.UnionWith(lines.Where(l => chosen != ImportNumbers.Text(l)));
            }
            else
            {
                LeaveOrAsk("p:" + string.Join(',', lines), lines);
            }
        }

        foreach (var unusable in problems.Unusable)
        {
            if (Chosen("u:" + unusable.Lines[0]) == Leave)
            {
                without.UnionWith(unusable.Lines);
            }
            else
            {
                LeaveOrAsk("u:" + unusable.Lines[0], unusable.Lines);
            }
        }

        var isChecked = Answers.HasChecked || Chosen("checked") is not null;
        await AnswerAsync(Answers with { Meanings = meanings, Without = without, HasChecked = isChecked }, cancel);
        if (open.Count == 0 && (Unusual.Count == 0 || isChecked))
        {
            return Redirect(Address + "/confirm");
        }

        // What was settled is settled: the others are asked again.
        Open = Unusual.Count == 0 || isChecked ? open : open.Append("checked").ToHashSet();
        await ReadAsync(cancel);
        return Page();

        void LeaveOrAsk(string name, IReadOnlyList<long> lines)
        {
            if (leave)
            {
                without.UnionWith(lines);
            }
            else
            {
                open.Add(name);
            }
        }
    }

    /// <summary>Nothing is settled any more.</summary>
    public async Task<IActionResult> OnPostAgainAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await AnswerAsync(Answers with { Meanings = UploadAnswers.None.Meanings, Without = UploadAnswers.None.Without, HasChecked = false }, cancel);
        return Redirect(Address + "/check");
    }

    /// <summary>The rows that are not ready, with why, to be mended and sent again by themselves.</summary>
    public async Task<IActionResult> OnGetRowsAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) && await ReadAsync(cancel)
        ? File(new UploadDesk(database, protection).RowsOf(Upload, Look!.Problems), "text/csv; charset=utf-8", "rows-to-mend.csv")
        : NotFound();

    private string? Chosen(string name) => Request.Form.TryGetValue(name, out var chosen) ? chosen.ToString() : null;

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        try
        {
            Look = await new UploadDesk(database, protection).LookAsync(Upload, Here, HttpContext.Clock(), cancel);
            Unusual = [.. Look.Figures.Where(f => f.IsUnusual)];
            return true;
        }
        catch (Problem)
        {
            // The step before says why.
            return false;
        }
    }
}
