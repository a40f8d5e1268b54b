using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Access;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Features.Districts;

/// <summary>The district's priorities, in order: written as one list, saved as one list.</summary>
[Needs(Right.Write)]
public sealed class PrioritiesModel(ThroughlineDb db) : PageModel
{
    private const int Empty = 2;
    private const int MostLetters = 80;
    private const int Most = 20;

    private List<Priority> saved = [];

    public Organization District { get; private set; } = null!;

    public string Path { get; private set; } = "";

    public Conflict? Conflict { get; private set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    /// <summary>Of the list that was shown; another one means that somebody changed it.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>How many initiatives serve each priority, by its number: those are not taken away.</summary>
    public IReadOnlyDictionary<int, int> Uses { get; private set; } = new Dictionary<int, int>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        (Lines, Version) = ([.. saved.Select((p, i) => new Line { Id = p.Id, Place = i + 1, Name = p.Name }), .. Blank(saved.Count)], VersionOf(saved));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var wanted = Lines.Where(l => !string.IsNullOrWhiteSpace(l.Name)).OrderBy(l => l.Place).Take(Most).ToList();
        if (wanted.Select(l => l.Name!.Trim()).SequenceEqual(saved.Select(p => p.Name), StringComparer.Ordinal))
        {
            // Nothing to change, or the second of two clicks.
            return Redirect(Path + "/schools");
        }

        Check(wanted);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Version != VersionOf(saved))
        {
            return Clash(wanted);
        }

        await SaveAsync(wanted, cancel);
        return Redirect(Path + "/schools");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var here = HttpContext.Here();
        (District, Path) = (here.Organization, Frame.PathOf(here.Organization));
        saved = await db.Priorities.Where(p => p.OrganizationId == District.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel);
        var ids = saved.ConvertAll(p => (int?)p.Id);
        Uses = await db.Initiatives.Where(i => ids.Contains(i.PriorityId)).GroupBy(i => i.PriorityId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private void Check(List<Line> wanted)
    {
        foreach (var line in wanted.Where(l => l.Name!.Length > MostLetters))
        {
            ModelState.AddModelError($"Lines[{Lines.IndexOf(line)}].Name", OverviewTexts.TooLong.With(MostLetters));
        }

        foreach (var gone in saved.Where(p => wanted.TrueForAll(l => l.Id != p.Id) && Uses.ContainsKey(p.Id)))
        {
            ModelState.AddModelError("", OverviewTexts.PriorityInUse.With(gone.Name, Uses[gone.Id]));
        }
    }

    private async Task SaveAsync(List<Line> wanted, CancellationToken cancel)
    {
        var (who, now) = (HttpContext.SignedIn().Name, HttpContext.Clock().Now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var gone in saved.Where(p => wanted.TrueForAll(l => l.Id != p.Id)).ToList())
        {
            db.Priorities.Remove(gone);
            db.Events.Add(gone.EventOf("removed", gone.Name, null, who, now));
        }

        for (var i = 0; i < wanted.Count; i++)
        {
            var name = wanted[i].Name!.Trim();
            if (saved.Find(p => p.Id == wanted[i].Id) is { } known)
            {
                if (known.Change(name, i + 1, who, now) is { } changed)
                {
                    db.Events.Add(changed);
                }
            }
            else
            {
                var added = new Priority { OrganizationId = District.Id, Name = name, Position = i + 1 };
                await db.SaveNewAsync(added, () => added.Id, added.EventOf("added", null, name, who, now), cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private PageResult Clash(List<Line> wanted)
    {
        Conflict = new Conflict(
            [(OverviewTexts.Priorities, string.Join(" / ", wanted.Select(l => l.Name!.Trim())), string.Join(" / ", saved.Select(p => p.Name)))],
            VersionOf(saved),
            Path + "/priorities",
            [.. Lines.SelectMany((l, i) => new (string, string?)[]
            {
                ($"Lines[{i}].Id", l.Id.ToString(CultureInfo.InvariantCulture)),
                ($"Lines[{i}].Place", l.Place.ToString(CultureInfo.InvariantCulture)),
                ($"Lines[{i}].Name", l.Name),
            })]);
        Version = VersionOf(saved);
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static IEnumerable<Line> Blank(int count) => Enumerable.Range(count + 1, Empty).Select(i => new Line { Place = i });

    private static string VersionOf(List<Priority> list) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', list.Select(p => $"{p.Id} {p.Name}")))))[..16];
}

/// <summary>A priority as the form has it; without a number it is new, without a name it is taken away.</summary>
public sealed class Line
{
    public int Id { get; set; }

    public int Place { get; set; }

    public string? Name { get; set; }
}
