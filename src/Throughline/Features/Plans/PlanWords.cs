using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Packs;
using Throughline.Ui;

namespace Throughline.Features.Plans;

/// <summary>Short words about the parts of a plan.</summary>
internal static class PlanWords
{
    /// <summary>"The district".</summary>
    public static string HeldBy(HeldBy held) => PlanTexts.ResourceManager.GetString("HeldBy_" + held, CultureInfo.CurrentUICulture)!;

    /// <summary>"District", beside a root cause that is not the school's own.</summary>
    public static string HeldTag(HeldBy held) => PlanTexts.ResourceManager.GetString("HeldTag_" + held, CultureInfo.CurrentUICulture)!;

    /// <summary>"Turnaround practice 2. Led by ELA coach".</summary>
    public static string Around(Framework? framework, Initiative initiative) => string.Join(
        ". ", new[] { Practices(framework, initiative.Practices), LedBy(initiative) }.OfType<string>());

    /// <summary>"Led by ELA coach"; null where nobody leads it yet.</summary>
    public static string? LedBy(Initiative initiative) => initiative.Lead is { } lead ? PlanTexts.LedBy.With(lead) : null;

    /// <summary>"Assistant principal, by Nov 1, 2025, done Oct 29, 2025".</summary>
    public static string Around(Activity activity) => string.Join(", ", new[]
    {
        activity.Owner,
        activity.By is { } by ? PlanTexts.ByDay.With(Dates.Short(by)) : null,
        activity.DoneOn is { } done ? PlanTexts.DoneDay.With(Dates.Short(done)) : null,
    }.OfType<string>());

    /// <summary>"Turnaround practices 1 and 2"; null for none.</summary>
    public static string? Practices(Framework? framework, string practices)
    {
        var numbers = Numbers(practices);
        return framework is null || numbers.Count == 0 ? null : (numbers.Count == 1 ? framework.One : framework.Many).With(List(numbers));
    }

    /// <summary>"initiative" for people; what has no word is called as the event calls it.</summary>
    public static string Subject(string subject) => PlanTexts.ResourceManager.GetString("Subject_" + subject, CultureInfo.CurrentUICulture) ?? subject;

    /// <summary>"moved" for people: "Put in another place".</summary>
    public static string Done(string what) =>
        PlanTexts.ResourceManager.GetString("Done_" + what.Replace(' ', '_'), CultureInfo.CurrentUICulture) ?? what;

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

    /// <summary>"2024–25 to 2026–27".</summary>
    public static string Years(PlanEntry plan) => plan.FirstYear == plan.LatestYear
        ? Dates.Short(new SchoolYear(plan.FirstYear))
        : PlanTexts.YearToYear.With(Dates.Short(new SchoolYear(plan.FirstYear)), Dates.Short(new SchoolYear(plan.LatestYear)));

    /// <summary>From the best to what says least, as the legend lists them.</summary>
    public static int Order(Status status) => status switch
    {
        Status.Met => 0,
        Status.OnTrack => 1,
        Status.AtRisk => 2,
        Status.OffTrack => 3,
        Status.CannotTell => 4,
        Status.NoData => 5,
        Status.Hidden => 6,
        _ => 7,
    };

    /// <summary>"Done Oct 29", else "Due Nov 1"; nothing for what goes on.</summary>
    public static string When(Activity activity) => activity.DoneOn is { } done ? PictureTexts.DoneOn.With(Say.Day(done))
        : activity.By is { } by ? PictureTexts.DoneBy.With(Say.Day(by)) : "";

    /// <summary>"two" for 2, up to nine; else the figures.</summary>
    public static string Number(int count) =>
        PlanTexts.ResourceManager.GetString("Number_" + count.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentUICulture)
        ?? count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"1", "1 and 2", "1, 2 and 3".</summary>
    private static string List(IReadOnlyList<int> numbers) => numbers.Count == 1
        ? numbers[0].ToString(CultureInfo.CurrentCulture)
        : PlanTexts.And.With(string.Join(", ", numbers.SkipLast(1)), numbers[^1]);
}
