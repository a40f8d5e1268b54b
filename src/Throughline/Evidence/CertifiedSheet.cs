using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Imports;

namespace Throughline.Evidence;

/// <summary>A line of a sheet of certified totals, with what the evidence here comes to.</summary>
/// <param name="Line">In the sheet.</param>
/// <param name="Organization">Its code.</param>
/// <param name="Group">The student group.</param>
/// <param name="PeriodEnd">The last day of the period.</param>
/// <param name="Theirs">What the sheet says; a part that it leaves out is null.</param>
/// <param name="Ours">What is counted here; null where nothing is.</param>
internal sealed record ComparedTotal(long Line, string Organization, string Group, DateOnly PeriodEnd, CertifiedTotal Theirs, Cell? Ours)
{
    /// <summary>Whether every part that the sheet has agrees with ours; a value as far as it is written out.</summary>
    public bool Agrees => Ours is { } ours
        && (Theirs.Numerator is not { } above || Exact.From(above).Equals(ours.Counts.Numerator))
        && (Theirs.Denominator is not { } below || (ours.Counts.Denominator is { } own && Exact.From(below).Equals(own)))
        && (Theirs.Value is not { } value || (ours.Value is { } figure && figure.Round(Decimals(value)) == value));

    /// <summary>By how much ours is off theirs, of the value or else of the numerator: what the largest differences are found by.</summary>
    public decimal Distance => Ours is not { } ours ? decimal.MaxValue
        : Theirs.Value is { } value ? ours.Value is { } figure ? Math.Abs(figure.Round(6) - value) : decimal.MaxValue
        : Math.Abs(ours.Counts.Numerator.Round(6) - (Theirs.Numerator ?? 0));

    private static int Decimals(decimal value) => Math.Min(6, (decimal.GetBits(value)[3] >> 16) & 0xFF);
}

/// <summary>What a source certifies: the counts, the value, or all of them.</summary>
internal sealed record CertifiedTotal(decimal? Numerator, decimal? Denominator, decimal? Value);

/// <summary>
/// Lays a sheet of certified totals beside the cells here. Columns: organization_code (or school_code, district_code), period_end
/// where the cadence is not the year, group where it is not everyone; and numerator, denominator, value: one of them at least.
/// </summary>
internal static class CertifiedSheet
{
    /// <param name="path">The sheet, CSV in UTF-8.</param>
    /// <param name="places">The organizations.</param>
    /// <param name="cells">All cells of the measure, cadence and reading.</param>
    /// <returns>Every line, those that differ first, the largest difference at the top. A line that cannot be read throws a <see cref="Problem"/>.</returns>
    public static IReadOnlyList<ComparedTotal> Compare(string path, Places places, IReadOnlyList<Cell> cells)
    {
        var known = cells.ToDictionary(c => (places.CodeOf(c.Organization), c.Group, c.Period.End));
        var year = cells.Count > 0 ? SchoolYear.Of(cells[0].Period.End).End : (DateOnly?)null;
        using var file = CsvFile.Open(path);
        var organization = file.Column("organization_code", "school_code", "district_code");
        var (group, end) = (Optional(file, "group"), Optional(file, "period_end"));
        int[] figures = [Optional(file, "numerator"), Optional(file, "denominator"), Optional(file, "value")];
        if (figures.All(f => f < 0))
        {
            throw new Problem(EvidenceTexts.SheetWithoutFigures.With(Path.GetFileName(path)));
        }

        var compared = new List<ComparedTotal>();
        while (file.Read())
        {
            var line = file.Line;
            var day = end < 0 ? year ?? default : DateOnly.TryParseExact(file[end].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? read : throw new Problem(EvidenceTexts.SheetDay.With(line, file[end]));
            var numbers = figures.Select(f => f < 0 || file[f].Trim().Length == 0 ? (decimal?)null
                : decimal.TryParse(file[f].Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && Exact.TryRead(number, out _) ? number : throw new Problem(EvidenceTexts.SheetNumber.With(line, file[f]))).ToList();
            var key = (file[organization].Trim(), group < 0 || file[group].Trim().Length == 0 ? StudentGroup.All : file[group].Trim(), day);
            compared.Add(new ComparedTotal(line, key.Item1, key.Item2, day, new CertifiedTotal(numbers[0], numbers[1], numbers[2]), known.GetValueOrDefault(key)));
        }

        return [.. compared.OrderBy(c => c.Agrees).ThenByDescending(c => c.Distance).ThenBy(c => c.Line)];
    }

    private static int Optional(CsvFile file, string name) => file.Has(name) ? file.Column(name) : -1;
}
