using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.Access;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>What keeps a benchmark from being saved (little) or from being put in force (findings that say Fix).</summary>
internal sealed class WorkbenchChecks(ModelStateDictionary errors, Entry entry, Understanding understood, BenchmarkSpec? spec, WorkbenchOptions options, Here here, Counted? before)
{
    private const int LongestLine = 300;

    public void Check(bool isPublishing, bool mayLead)
    {
        CheckTexts();
        CheckOwnMeasure();
        CheckDays();
        CheckGroups();
        CheckCounted();
        if (isPublishing)
        {
            CheckFindings(mayLead);
        }
    }

    private void CheckTexts()
    {
        if (string.IsNullOrWhiteSpace(entry.Statement))
        {
            Add(nameof(Entry.Statement), BenchmarkTexts.ErrorStatementEmpty);
        }
        else if (entry.Text.Length > Reading.Limit)
        {
            Add(nameof(Entry.Statement), BenchmarkTexts.ErrorStatementLong.With(Reading.Limit, entry.Text.Length));
        }

        foreach (var (name, text) in new[] { (nameof(Entry.Name), entry.Name), (nameof(Entry.Owner), entry.Owner), (nameof(Entry.Evidence), entry.Evidence), (nameof(Entry.OwnName), entry.OwnName) })
        {
            if (text?.Length > LongestLine)
            {
                Add(name, BenchmarkTexts.ErrorLong.With(LongestLine));
            }
        }

        if (entry.OwnerId is { } id && !options.People.Any(p => p.Value == id.ToString(CultureInfo.InvariantCulture)))
        {
            Add(nameof(Entry.OwnerId), BenchmarkTexts.ErrorOwner);
        }
    }

    private void CheckOwnMeasure()
    {
        if (entry.Measure != Entry.Own)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(entry.OwnName))
        {
            Add(nameof(Entry.OwnName), BenchmarkTexts.ErrorOwnName);
        }

        if (string.IsNullOrEmpty(entry.OwnUnit))
        {
            Add(nameof(Entry.OwnUnit), BenchmarkTexts.ErrorOwnUnit);
        }
    }

    private void CheckDays()
    {
        _ = entry.Days(out var unreadable);
        if (unreadable is not null)
        {
            Add(nameof(Entry.CheckOn), BenchmarkTexts.ErrorDay.With(unreadable));
        }

        if (spec?.Target is FromTo { By: var by } && entry.StartsOn >= by)
        {
            Add(nameof(Entry.StartsOn), BenchmarkTexts.ErrorStartsLate);
        }
    }

    private void CheckGroups()
    {
        for (var i = 0; i < entry.Groups.Count; i++)
        {
            var group = entry.Groups[i];
            if (IsNoNumber(group.To))
            {
                Add($"Groups[{i}].To", BenchmarkTexts.ErrorNumber);
            }

            if (IsNoNumber(group.From))
            {
                Add($"Groups[{i}].From", BenchmarkTexts.ErrorNumber);
            }
            else if (Entry.Trimmed(group.From) is not null && Entry.Trimmed(group.To) is null)
            {
                Add($"Groups[{i}].To", BenchmarkTexts.ErrorGroupEnd);
            }
        }

        bool IsNoNumber(string? text) => Entry.Trimmed(text) is not null
            && (GroupTargets.Read(text) is not { } value || (spec is not null && !Throughline.Benchmarks.Measures.UnitNames.Allows(spec.Measure.Unit, value.Round(Throughline.Benchmarks.Exact.MostDecimals))));
    }

    /// <summary>What hides small groups is made looser only by who may see them anyway.</summary>
    private void CheckCounted()
    {
        var isLooser = before is { } was && was != entry.Counts && was != Counted.Other;
        var mayLoosen = before == Counted.Rooms ? here.Has(GrantKind.Observations) : here.Has(GrantKind.Students);
        if (!Enum.IsDefined(entry.Counts) || (isLooser && !mayLoosen && !here.May(Right.Administer)))
        {
            Add(nameof(Entry.Counts), BenchmarkTexts.ErrorCounts);
        }
    }

    /// <summary>Each finding that says Fix, leading to where it stands; one who leads the plan may keep them with a reason.</summary>
    private void CheckFindings(bool mayLead)
    {
        var isKept = mayLead && Entry.Trimmed(entry.Kept) is not null;
        var fix = understood.Findings.Index().Where(f => f.Item.Severity == Severity.Fix).ToList();
        if (!isKept)
        {
            foreach (var (i, finding) in fix)
            {
                errors.AddModelError($"Findings-{i}", BenchmarkTexts.ErrorFix.With(finding.Reason(CultureInfo.CurrentUICulture)));
            }
        }

        if (spec is null && (isKept || fix.Count == 0))
        {
            Add(understood.Measure is null ? nameof(Entry.Measure) : nameof(Entry.Statement), understood.Measure is null ? BenchmarkTexts.ErrorNoMeasure : BenchmarkTexts.ErrorNoTarget);
        }
    }

    private void Add(string name, string message) => errors.AddModelError($"Entry.{name}", message);
}
