using System.Globalization;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Packs;

namespace Throughline.Features.Plans;

/// <summary>Short words about the parts of a plan.</summary>
internal static class PlanWords
{
    /// <summary>"The district".</summary>
    public static string HeldBy(HeldBy held) => PlanTexts.ResourceManager.GetString("HeldBy_" + held, CultureInfo.CurrentUICulture)!;

    /// <summary>"Turnaround practices 1 and 2"; null for none.</summary>
    public static string? Practices(Framework? framework, string practices)
    {
        var numbers = Numbers(practices);
        return framework is null || numbers.Count == 0 ? null : (numbers.Count == 1 ? framework.One : framework.Many).With(List(numbers));
    }

    public static IReadOnlyList<int> Numbers(string practices) => [.. practices.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(n => n > 0)];

    /// <summary>"Sustainable Improvement Plan 2024-27", with its kind before it where the name does not say it.</summary>
    public static string Full(PlanEntry plan)
    {
        var kind = PlanKinds.Find(plan.Kind).Name;
        return plan.Name.Contains(kind, StringComparison.OrdinalIgnoreCase) ? plan.Name : PlanTexts.KindAndName.With(kind, plan.Name);
    }

    /// <summary>", year 2 of 3"; nothing for a plan of one year, or outside its years.</summary>
    public static string YearOf(PlanEntry plan, int year) => plan.LatestYear == plan.FirstYear || year < plan.FirstYear || year > plan.LatestYear
        ? ""
        : PlanTexts.YearOfYears.With(year - plan.FirstYear + 1, plan.LatestYear - plan.FirstYear + 1);

    /// <summary>"two" for 2, up to nine; else the figures.</summary>
    public static string Number(int count) =>
        PlanTexts.ResourceManager.GetString(string.Create(CultureInfo.InvariantCulture, $"Number_{count}"), CultureInfo.CurrentUICulture)
        ?? count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"1", "1 and 2", "1, 2 and 3".</summary>
    private static string List(IReadOnlyList<int> numbers) => numbers.Count == 1
        ? numbers[0].ToString(CultureInfo.CurrentCulture)
        : PlanTexts.And.With(string.Join(", ", numbers.SkipLast(1)), numbers[^1]);
}
