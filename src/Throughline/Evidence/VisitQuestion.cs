using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Judging;

namespace Throughline.Evidence;

/// <summary>What a visitor of a room is asked: an indicator that benchmarks in force are judged on.</summary>
/// <param name="Indicator">As measures name it: "look_for_1"; empty where a measure counts every visit.</param>
/// <param name="Says">What is looked for, in words.</param>
/// <param name="Benchmarks">The codes of the benchmarks that ask.</param>
/// <param name="YesFrom">The rating from which a visit counts as yes; null where no whole one does.</param>
/// <param name="AsksRating">Whether a rating is asked for.</param>
/// <param name="AsksCounts">Whether it is asked how many showed it, of how many.</param>
internal sealed record VisitQuestion(string Indicator, string Says, IReadOnlyList<string> Benchmarks, int? YesFrom, bool AsksRating, bool AsksCounts)
{
    public const string Kind = "observation";

    /// <summary>Its name in the form.</summary>
    public string Field => "q." + Indicator;

    public string SeenField => Field + ".seen";

    public string OfField => Field + ".of";

    /// <summary>The ratings to choose from, the best first: two that count as yes, two that do not. Empty where a number is typed.</summary>
    public IReadOnlyList<string> Steps => YesFrom is { } yes ? [.. new[] { yes + 1, yes, yes - 1, yes - 2 }.Select(r => r.ToString(CultureInfo.InvariantCulture))] : [];

    /// <summary>The questions of a plan, in the order of its benchmarks, each once.</summary>
    public static IReadOnlyList<VisitQuestion> Of(PlanPicture plan, MeasureCatalog catalog)
    {
        var asked = new List<VisitQuestion>();
        foreach (var benchmark in plan.Benchmarks.Where(b => !b.IsDraft))
        {
            if (FormulaOf(benchmark, catalog) is not { } formula)
            {
                continue;
            }

            foreach (var indicator in Indicators(formula))
            {
                var one = new VisitQuestion(indicator, benchmark.Main!.Measure.Name, [benchmark.Code], ThresholdOf(formula), !Sums(formula), Sums(formula));
                var known = asked.FindIndex(q => q.Indicator == indicator);
                if (known < 0)
                {
                    asked.Add(one);
                }
                else
                {
                    asked[known] = asked[known].And(one);
                }
            }
        }

        // What counts every visit counts those that answer another question too.
        return asked.Count > 1 ? [.. asked.Where(q => q.Indicator.Length > 0)] : asked;
    }

    /// <summary>What a benchmark's measure counts of visits; null for any other measure.</summary>
    public static RecordFormula? FormulaOf(BenchmarkPicture benchmark, MeasureCatalog catalog) =>
        benchmark.Spec is { } spec && catalog.Find(spec.Measure.Id)?.Formula is RecordFormula { Kind.Id: Kind } formula ? formula : null;

    /// <summary>Where two measures draw the line at different ratings, the rating itself is typed.</summary>
    private VisitQuestion And(VisitQuestion other) => this with
    {
        Benchmarks = [.. Benchmarks, .. other.Benchmarks],
        YesFrom = !AsksRating || YesFrom == other.YesFrom ? other.YesFrom : other.AsksRating ? null : YesFrom,
        AsksRating = AsksRating || other.AsksRating,
        AsksCounts = AsksCounts || other.AsksCounts,
    };

    private static List<string> Indicators(RecordFormula formula)
    {
        var named = formula.Filter.Where(c => c.Field.Id == "indicator" && c.Operator is Operator.Is or Operator.OneOf)
            .SelectMany(c => c.Values).Select(v => v.Text).OfType<string>().ToList();
        return named.Count > 0 ? named : [""];
    }

    private static bool Sums(RecordFormula formula) => formula.Numerator is FieldSum { Field.Id: "seen" or "looked_at" };

    private static int? ThresholdOf(RecordFormula formula) => formula.Numerator.Where.Where(c => c.Field.Id == "rating").ToList() is
        [{ Operator: Operator.AtLeast, Values: [{ Number: var from }] }] && decimal.IsInteger(from) && from is >= 2 and <= 99 ? (int)from : null;
}
