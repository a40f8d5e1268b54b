using System.Globalization;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Language;

/// <summary>The checks of the determination: each adds at most one finding, most of which prevent a structure.</summary>
internal sealed partial class Determiner
{
    /// <summary>Figures rounded to a tenth may disagree by half of one.</summary>
    private const decimal Rounding = 0.05m;

    private static readonly WordSet Denying = Words.Set("not never without avoid except excluding non");

    private static readonly WordSet Comparing = Words.Set("than compared versus vs relative if unless average");

    private void CheckBlanks()
    {
        if (reading.Placeholders is [var blank, ..])
        {
            Prevent("placeholder_left", Severity.Fix, blank.Start, blank.End, Element.Specific, blank.Text);
        }
    }

    private void CheckQuantity()
    {
        var universal = slots.Universal is not null && reading.Member is null or Targets.MemberKind.Person;
        if (slots.Quantities.Count == 0 && slots.Comparison is null && reading.Targets.Count == 0 && !universal
            && !(IsMilestone && reading.Deadline is not null) && reading.Form != ReadingForm.PerPeriodIncrement)
        {
            Prevent("no_quantity", Severity.Fix, 0, reading.Text.Length, Element.Measurable);
        }
    }

    private void CheckDate()
    {
        if (reading.Deadline is null && reading.Frequency is null && slots.Comparison is null)
        {
            Prevent("no_date", Severity.Fix, 0, reading.Text.Length, Element.Timed);
        }
        else if (slots.Deadline is { IsNoDay: true } none)
        {
            var span = tokens.SpanOf(none.First, none.Past)!;
            Prevent("no_such_day", Severity.Fix, span.Start, span.End, Element.Timed, span.Text);
        }
        else if (slots.Steps.FirstOrDefault(static s => s.Due.Date is null) is { Due: { } open } && tokens.SpanOf(open.First, open.Past) is { } step)
        {
            Prevent("date_without_year", Severity.Fix, step.Start, step.End, Element.Timed, step.Text);
        }
        else if (reading.Deadline is { Date: null } deadline && slots.Comparison is null)
        {
            Prevent("date_without_year", Severity.Fix, deadline.Span.Start, deadline.Span.End, Element.Timed, deadline.Span.Text);
        }
        else if (By is null && reading.Form is ReadingForm.FromTo or ReadingForm.ChangeFromBaseline)
        {
            Prevent("no_date", Severity.Fix, 0, reading.Text.Length, Element.Timed);
        }
        else if (By is null && Every is null && slots.Comparison is null)
        {
            NotYet("not_yet_judged"); // "twice a month": said, and no period that ends on a day
        }
    }

    private void CheckOneTarget()
    {
        var levels = slots.Quantities.Count(a => a.Role == AmountRole.Level);
        var changes = slots.Quantities.Count(a => a.Role == AmountRole.Change);
        if (slots.Quantities.Find(static a => a.Max is not null) is { } range)
        {
            var span = tokens.SpanOf(range.First, range.Past)!;
            Prevent("range_given", Severity.Fix, span.Start, span.End, Element.Measurable, span.Text);
        }

        if ((levels > 1 && slots.Steps.Count == 0) || changes > 1 || slots.Baselines.Count > 1 || slots.Head.Count < slots.Quantities.Count)
        {
            var last = slots.Quantities.Count > 0 ? slots.Quantities[^1] : slots.Baselines[^1];
            var span = tokens.SpanOf(last.First, last.Past)!;
            Prevent("several_targets", Severity.Fix, span.Start, span.End, Element.Measurable, span.Text);
        }
    }

    /// <summary>"90% of students will not be chronically absent" speaks of the others: the figure would be turned around.</summary>
    private void CheckNegation()
    {
        for (var at = tokens.Holds(Denying) ? slots.HeadFirst : slots.HeadPast; at < slots.HeadPast; at++)
        {
            var denies = tokens.IsAny(at, Denying)
                && slots.Parts.AmountOver(at) is null;
            if (denies && !prevented)
            {
                Prevent("turned_around", Severity.Fix, tokens[at].Start, tokens[at].End, Element.Specific, tokens.SpanOf(at, at + 1)!.Text);
            }
        }
    }

    /// <summary>A comparison with other students, a state or a district is no target that this form can hold.</summary>
    private void CheckReference()
    {
        for (var at = tokens.Holds(Comparing) ? slots.HeadFirst : slots.HeadPast; at < slots.HeadPast; at++)
        {
            var compares = tokens.Word(at) is "than" or "compared" or "versus" or "vs" or "relative" or "if" or "unless"
                || (tokens.Is(at, "average") && tokens.Word(at - 1) is "state" or "district" or "national" or "school" or "statewide");
            if (compares && !prevented && !slots.Parts.Comparisons.Any(c => c.First >= at && c.First <= at + 2)
                && slots.Parts.AmountOver(at) is null)
            {
                NotYet("not_yet_judged");
            }
        }
    }

    /// <summary>Groups are judged side by side; a group within a group, or one that is not known, has no figures.</summary>
    private void CheckGroups()
    {
        if (slots.Groups.Nested is { } nested)
        {
            Prevent("group_within_group", Severity.Fix, nested.Start, nested.End, Element.Specific, nested.Text);
        }
        else if (slots.Groups.Unknown is { } unknown && measure is not null)
        {
            Prevent("unknown_group", Severity.Fix, unknown.Start, unknown.End, Element.Specific, unknown.Text);
        }
    }

    private void CheckDirection()
    {
        if (measure?.Direction is not { } better || (slots.Head.Count == 0 && slots.Comparison is null) || VerbAgainst() is not null)
        {
            return;
        }

        var said = reading.Movement switch
        {
            Movement.Increase => Direction.Increase,
            Movement.Decrease => Direction.Decrease,
            _ => (Direction?)null,
        };
        said ??= Level?.Bound switch { Bound.AtLeast => Direction.Increase, Bound.AtMost => Direction.Decrease, _ => null };
        var verb = slots.Parts.Movements.Find(m => m.First >= slots.HeadFirst && m.Way != Movement.Maintain);
        if (said is { } way && way != better)
        {
            var at = (Mention?)verb ?? Level ?? Amount;
            var span = at is null ? null : tokens.SpanOf(at.First, at.Past);
            Prevent("direction_conflict", Severity.Fix, span?.Start ?? 0, span?.End ?? reading.Text.Length, Element.Measurable,
                measure.Name, way.Name());
        }
    }

    private void CheckUnit()
    {
        if (measure is null || prevented || Level is not { Value: { } value } level)
        {
            return;
        }

        var unit = TargetReader.UnitOf(slots, level);
        var counted = unit == TargetUnit.Count && tokens.IsAny(level.Past, Words.Students);
        var fits = measure.Unit == Unit.Percent ? unit is not (TargetUnit.Days or TargetUnit.Ratio or TargetUnit.PercentagePoints) && !counted
            : unit != TargetUnit.Percent;
        if (!fits || !measure.Unit.Allows(value) || (Start?.Value is { } start && !measure.Unit.Allows(start)))
        {
            var span = tokens.SpanOf(level.First, level.Past)!;
            Prevent("unit_conflict", Severity.Fix, span.Start, span.End, Element.Measurable, measure.Name, measure.Unit.Name().Replace('_', ' '), span.Text);
        }
    }

    /// <summary>The ends and the stated change must agree, as points or as a percent of the start; so must the verb.</summary>
    private void CheckArithmetic()
    {
        if (Level?.Value is not { } to || Start?.Value is not { } from || reading.Form is not (ReadingForm.FromTo or ReadingForm.GapReduction))
        {
            return;
        }

        var moved = decimal.Abs(to - from);
        var said = Amount?.Value;
        var agrees = said is not { } amount || decimal.Abs(moved - amount) <= Rounding
            || (Amount!.Unit == TargetUnit.Percent && from != 0 && decimal.Abs((moved / from * 100) - amount) <= Rounding)
            || slots.Often is not null;
        var verb = VerbAgainst();
        if (!agrees || verb is not null)
        {
            var mention = agrees ? (Mention)verb! : Amount!;
            var span = tokens.SpanOf(mention.First, mention.Past)!;
            Prevent("arithmetic", Severity.Fix, span.Start, span.End, Element.Measurable,
                Text(from), Text(to), Text(moved), span.Text);
        }
    }

    /// <summary>The verb that goes the other way than the figures, "decrease from 28% to 34%"; null where they agree.</summary>
    private MovementMention? VerbAgainst()
    {
        if (Level?.Value is not { } to || Start?.Value is not { } from || to == from || reading.Form is not (ReadingForm.FromTo or ReadingForm.GapReduction))
        {
            return null;
        }

        var verb = slots.Parts.Movements.Find(m => m.First >= slots.HeadFirst && m.First < slots.HeadPast && m.Way != Movement.Maintain);
        return verb is not null && verb.Way != (to > from ? Movement.Increase : Movement.Decrease) ? verb : null;
    }

    /// <summary>A share of more than all of them: "105% of teachers"; a rate of the catalog that is counted in percent, too.</summary>
    private void CheckWhole()
    {
        foreach (var amount in slots.Quantities)
        {
            var ofThem = measure?.Unit == Unit.Percent || Candidates.SharePeople(tokens, amount) is not null;
            if (amount is { Role: AmountRole.Level, IsPercent: true, Value: > 100 } && ofThem)
            {
                var span = tokens.SpanOf(amount.First, amount.Past)!;
                Prevent("over_hundred", Severity.Fix, span.Start, span.End, Element.Measurable, span.Text);
                return;
            }
        }
    }

    /// <summary>"By 5%" of a percent may mean points or a part of it; the two ends, where both are given, leave no doubt.</summary>
    private void CheckAmount()
    {
        if (Amount is { Unit: TargetUnit.Percent, IsPart: false, Value: { } value } amount && IsPercentMeasure && Start is null)
        {
            Note("percent_or_points", Severity.Fix, amount, Element.Measurable, Text(value));
        }
    }

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
