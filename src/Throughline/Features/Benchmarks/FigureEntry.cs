using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Benchmarks;

/// <summary>A figure as typed.</summary>
public sealed class FigureEntry
{
    /// <summary>The choice of a period by its dates.</summary>
    public const string Other = "other";

    public string? Group { get; set; }

    /// <summary>Two days with a slash between, or <see cref="Other"/>.</summary>
    public string? Period { get; set; }

    public string? FirstDay { get; set; }

    public string? LastDay { get; set; }

    public string? Numerator { get; set; }

    public string? Denominator { get; set; }

    public string? Value { get; set; }

    public string? Count { get; set; }

    public string? DoneOn { get; set; }

    public string? Key { get; set; }

    public static string ValueOf(Period period) => $"{Dates.Iso(period.Start)}/{Dates.Iso(period.End)}";
}

/// <summary>A typed figure becomes a row, or messages that say what to do.</summary>
internal sealed class FigureReader(ModelStateDictionary errors, FigureEntry entry, Measure measure, bool isMilestone, bool needsCount, DateOnly today)
{
    public Tally? Read()
    {
        if (entry.Group is not { } group || !StudentGroup.IsKnown(group))
        {
            Add(nameof(entry.Group), BenchmarkTexts.ErrorGroup);
        }

        var period = PeriodOf();
        var tally = new Tally { Group = entry.Group ?? "", Who = "", PeriodStart = period?.Start ?? default, PeriodEnd = period?.End ?? default };
        if (isMilestone)
        {
            tally.DoneOn = DayOf(nameof(entry.DoneOn), entry.DoneOn);
            if (tally.DoneOn > today)
            {
                Add(nameof(entry.DoneOn), BenchmarkTexts.ErrorDoneLater);
            }
        }
        else if (measure.Unit == Unit.Percent && IsEmpty(entry.Value))
        {
            Counts(tally);
        }
        else
        {
            Value(tally);
        }

        return errors.IsValid ? tally : null;
    }

    private void Counts(Tally tally)
    {
        tally.Numerator = WholeOf(nameof(entry.Numerator), entry.Numerator, BenchmarkTexts.ErrorHowMany);
        tally.Denominator = WholeOf(nameof(entry.Denominator), entry.Denominator, BenchmarkTexts.ErrorOfHowMany);
        if (tally is { Numerator: { } n, Denominator: { } d })
        {
            if (d == 0)
            {
                Add(nameof(entry.Denominator), BenchmarkTexts.ErrorNobody);
            }
            else if (d < n)
            {
                Add(nameof(entry.Denominator), BenchmarkTexts.ErrorTotalSmaller.With(d, n));
            }
        }
    }

    private void Value(Tally tally)
    {
        if (decimal.TryParse(entry.Value?.Trim().TrimEnd('%'), NumberStyles.Number, CultureInfo.CurrentCulture, out var value) && Exact.TryRead(value, out _))
        {
            tally.Value = value;
            if (!measure.Unit.Allows(value))
            {
                Add(nameof(entry.Value), measure.Unit == Unit.Percent ? BenchmarkTexts.ErrorPercent : BenchmarkTexts.ErrorNotOfUnit.With(BenchmarkChart.UnitWord(measure.Unit)));
            }
        }
        else
        {
            Add(nameof(entry.Value), BenchmarkTexts.ErrorNumber);
        }

        if (needsCount || !IsEmpty(entry.Count))
        {
            tally.Count = WholeOf(nameof(entry.Count), entry.Count, BenchmarkTexts.ErrorRestsOn);
        }
    }

    private Period? PeriodOf()
    {
        var (first, last) = (entry.FirstDay, entry.LastDay);
        if (entry.Period != FigureEntry.Other)
        {
            (first, last) = entry.Period?.Split('/') is [var a, var b] ? (a, b) : (null, null);
            if (first is null)
            {
                Add(nameof(entry.Period), BenchmarkTexts.ErrorPeriod);
                return null;
            }
        }

        if (DayOf(nameof(entry.FirstDay), first) is not { } start || DayOf(nameof(entry.LastDay), last) is not { } end)
        {
            return null;
        }

        if (end < start)
        {
            Add(nameof(entry.LastDay), BenchmarkTexts.ErrorPeriodTurned);
            return null;
        }

        if (end > today && !isMilestone)
        {
            Add(entry.Period == FigureEntry.Other ? nameof(entry.LastDay) : nameof(entry.Period), BenchmarkTexts.ErrorPeriodNotOver.With(Dates.Short(end)));
            return null;
        }

        return new Period(start, end);
    }

    private DateOnly? DayOf(string name, string? text)
    {
        if (DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "M/d/yyyy"], out var day) && day.Year is > 1900 and < 2200)
        {
            return day;
        }

        Add(name, BenchmarkTexts.ErrorDay.With(text ?? ""));
        return null;
    }

    private long? WholeOf(string name, string? text, string missing)
    {
        if (long.TryParse(text?.Trim(), NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var number) && number is >= 0 and < Exact.CountLimit)
        {
            return number;
        }

        Add(name, IsEmpty(text) ? missing : BenchmarkTexts.ErrorWhole);
        return null;
    }

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private void Add(string name, string message) => errors.AddModelError($"Entry.{name}", message);
}
