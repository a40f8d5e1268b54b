using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Measures;

/// <summary>The fields of one measure, in the order of docs/measures.md.</summary>
internal sealed class MeasureFields(JsonObjectReader json, FormulaTexts texts)
{
    private const int LongestId = 60;
    private const int MostVersions = 1_000_000;
    private const int MostPeople = 1_000_000_000;

    private static readonly Dictionary<string, Unit> Units = Enum.GetValues<Unit>().ToDictionary(u => u.Name());
    private static readonly Dictionary<string, Direction> Directions = Enum.GetValues<Direction>().ToDictionary(d => d.Name());
    private static readonly Dictionary<string, Combining> Ways = Enum.GetValues<Combining>().ToDictionary(Words.Of);
    private static readonly Dictionary<string, RoundingMode> Modes = Enum.GetValues<RoundingMode>().ToDictionary(Words.Of);

    /// <param name="kinds">The kinds of record.</param>
    /// <param name="catalog">The measures there are; null for the catalog itself, whose names have no prefix.</param>
    /// <returns>Null, with the problems noted, where too little stands there.</returns>
    public Measure? Read(RecordKinds kinds, MeasureCatalog? catalog)
    {
        json.Only(
            texts.Say("AFieldOfThese"), "id", "version", "name", "definition", "unit", "direction", "fullCount", "cadence", "decimals", "margin",
            "steadySize", "minimumN", "grades", "readings", "rounding", "acrossPeriods", "acrossOrganizations", "sourceNames", "phrases", "formula");
        var id = Id(catalog);
        var name = json.Text("name", texts.Say("Name"));
        var definition = json.Text("definition", texts.Say("Definition"));
        var unit = json.OneOf("unit", Units, isRequired: true);
        if (!json.Mentions("direction"))
        {
            json.Miss("direction", texts.Say("Direction"));
        }

        var direction = json.OneOf("direction", Directions);
        var measure = new Measure(id ?? "", json.Whole("version", 1, MostVersions) ?? 1, unit ?? Unit.Count, direction);
        measure = Judging(measure with { Name = name ?? "", Definition = definition ?? "", Phrases = json.Texts("phrases") ?? [], SourceNames = json.Texts("sourceNames") ?? [] });
        measure = measure with { Formula = new FormulaReader(kinds, catalog, texts).Read(json) };
        if (catalog is not null && !json.Has("formula"))
        {
            json.Miss("formula", texts.Say("Formula"));
        }

        Check(measure);
        return id is null || unit is null ? null : measure;
    }

    private string? Id(MeasureCatalog? catalog)
    {
        var expected = texts.Say(catalog is null ? "CatalogId" : "OwnId");
        if (json.Text("id", expected) is not { } id)
        {
            return null;
        }

        var parts = id.Split(':');
        if (id.Length > LongestId || parts.Length != (catalog is null ? 1 : 2) || !parts.All(IsName))
        {
            json.Refuse("id", expected);
            return null;
        }

        if (catalog?.Find(id) is not null)
        {
            json.Refuse("id", texts.Say("NewId"));
        }

        return id;

        static bool IsName(string part) => part.Length > 0 && char.IsAsciiLetterLower(part[0])
            && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
    }

    private Measure Judging(Measure measure)
    {
        var margin = json.Number("margin");
        if (margin is { Sign: < 0 })
        {
            json.Refuse("margin", texts.Say("ZeroOrMore"));
        }

        return measure with
        {
            FullCount = json.Flag("fullCount") ?? measure.FullCount,
            Cadence = MeasureJson.CadenceOf(json, "cadence"),
            Decimals = json.Whole("decimals", 0, Exact.MostDecimals) ?? measure.Decimals,
            Margin = margin,
            SteadySize = json.Whole("steadySize", 0, MostPeople) ?? measure.SteadySize,
            MinimumN = json.Whole("minimumN", 0, MostPeople) ?? measure.MinimumN,
            Eligibility = Grades(),
            Readings = Readings() ?? measure.Readings,
            Rounding = json.Object("rounding") is { } rounding ? RoundingOf(rounding) : measure.Rounding,
            AcrossPeriods = json.OneOf("acrossPeriods", Ways) ?? measure.AcrossPeriods,
            AcrossOrganizations = json.OneOf("acrossOrganizations", Ways) ?? measure.AcrossOrganizations,
        };
    }

    private Rounding RoundingOf(JsonObjectReader rounding)
    {
        rounding.Only(texts.Say("AFieldOfThese"), "mode", "totals");
        return new Rounding(rounding.OneOf("mode", Modes) ?? RoundingMode.HalfUp, rounding.Whole("totals", 0, Exact.MostDecimals));
    }

    private Eligibility Grades()
    {
        var grades = json.Texts("grades") ?? [];
        if (grades.Find(g => !g.StartsWith("grade_", StringComparison.Ordinal) || !StudentGroup.IsKnown(g)) is { } wrong)
        {
            json.Refuse("grades", texts.Say("AGrade"), Nearest.To(wrong, StudentGroup.Names.Where(g => g.StartsWith("grade_", StringComparison.Ordinal))));
        }

        return grades.Count == 0 ? Eligibility.Everyone : new Eligibility(grades);
    }

    private PeriodReading[]? Readings()
    {
        if (json.Texts("readings") is not { } written)
        {
            return null;
        }

        // In the order in which they are written: the first is meant where nobody says which.
        PeriodReading[] readings = [.. written.Distinct().SelectMany(w => Enum.GetValues<PeriodReading>().Where(r => Words.Of(r) == w))];
        if (readings.Length == 0 || readings.Length != written.Count)
        {
            json.Refuse("readings", texts.Say("Readings"));
        }

        return readings;
    }

    /// <summary>What each field allows, but not with the others.</summary>
    private void Check(Measure measure)
    {
        if (measure.AcrossOrganizations == Combining.LastOfYear)
        {
            json.Refuse("acrossOrganizations", texts.Say("LastAcrossOrganizations"));
        }

        if (measure is { AcrossPeriods: Combining.LastOfYear, Formula: RecordFormula { Kind.About: not RecordSubject.Student } })
        {
            json.Refuse("acrossPeriods", texts.Say("LastOfStudents"));
        }

        if (measure.Formula is RecordFormula { Numerator: FieldMedian } && FirstSum(measure) is { } field)
        {
            json.Refuse(field, texts.Say("MedianAdded"));
        }

        if (measure is { Unit: Unit.Percent, Formula: RecordFormula { Denominator: null, Numerator: not FieldMedian } })
        {
            json.Refuse("formula", texts.Say("PercentNeedsDenominator"));
        }

        if (measure is { Unit: Unit.Percent, Formula: EnrolmentFormula })
        {
            json.Refuse("unit", texts.Say("PercentNeedsRatio"));
        }
    }

    private static string? FirstSum(Measure measure) => measure.AcrossPeriods == Combining.SumOfCounts ? "acrossPeriods"
        : measure.AcrossOrganizations == Combining.SumOfCounts ? "acrossOrganizations"
        : null;
}
