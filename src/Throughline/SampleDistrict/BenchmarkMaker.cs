using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;

namespace Throughline.SampleDistrict;

/// <summary>Fills the blanks of a template for one school, and makes the figures that the sentence is judged on.</summary>
/// <param name="file">The school.</param>
/// <param name="place">Its place among the schools, from 0.</param>
/// <param name="students">How many students it has.</param>
/// <param name="absence">Its chronic absence of last year in percent; null where it is not published.</param>
internal sealed class BenchmarkMaker(SchoolFile file, int place, int students, decimal? absence)
{
    private const int Few = 10;
    private const string Learners = "english_learner";

    private readonly Dice dice = new(((uint)place * 31) + 1);

    /// <summary>Chronic absence month by month: one count, whichever benchmark speaks of it.</summary>
    private readonly Dictionary<string, IReadOnlyList<Made>> absences = new(StringComparer.Ordinal);

    private readonly int disabled = 14 + (place * 5 % 6);
    private readonly int lowIncome = 38 + (place * 17 % 34);

    public BenchmarkFile Make(TemplateFile template, Wanted wanted, string code)
    {
        var by = template.By.Count > 0 ? template.By[place % template.By.Count] : default;
        var from = template.Id.StartsWith("chronic", StringComparison.Ordinal) && absence is { } known ? (int)Math.Round(known) : dice.Between(template.From);
        var gain = template.Gain[0] < 0 ? -Math.Max(3, Math.Min(5 + (place % 3), from / 4)) : dice.Between(template.Gain);
        var statement = template.Says[place % template.Says.Count]
            .Replace("{by}", by.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{from}", Text(from), StringComparison.Ordinal)
            .Replace("{to}", Text(from + gain), StringComparison.Ordinal)
            .Replace("{level}", Text(dice.One(template.Level)), StringComparison.Ordinal)
            .Replace("{amount}", Text(template.Amount), StringComparison.Ordinal);
        var made = new BenchmarkFile
        {
            Code = code,
            Type = template.Type,
            Name = template.Name,
            Statement = statement,
            Measure = template.Measure,
            Owner = template.Owner,
            Evidence = template.Evidence,
            Counts = template.Counts,
            CheckOn = template.CheckOn,
            Every = template.Periods is "month" or "quarter" or "two_weeks" ? template.Periods : null,
        };
        return made with { Figures = Figures(template, wanted, made, by, from) };
    }

    private List<FigureFile> Figures(TemplateFile template, Wanted wanted, BenchmarkFile made, DateOnly by, int from)
    {
        switch (template.Periods)
        {
            case "done":
                var done = by.AddDays(-dice.Between(1, 9));
                return [new FigureFile($"{Iso(done)}/{Iso(done)}", done.AddDays(1), made.Owner, Done: done)];
            case "start":
                var count = template.Size is { } size ? dice.Between(size) : students;
                return [new FigureFile($"2025-09-02/{Iso(by.AddDays(-3))}", by, made.Owner, Counts: new Dictionary<string, long[]> { ["all"] = [count, count] })];
            case "state":
                var tested = Sizes(template, wanted);
                return [new FigureFile("2024-07-01/2025-06-30", new DateOnly(2025, 9, 24), "registrar", Counts: tested.ToDictionary(
                    t => t.Key, t => new[] { (long)Math.Round(t.Value * (t.Key == "all" ? from : from * 0.6) / 100), t.Value }))];
        }

        var checks = Checks.Of(template.Periods, dice);
        if (wanted.All == Status.NotYetDue || checks.Count == 0)
        {
            return [];
        }

        // Evidence that stopped: nothing came after October, for anybody.
        var filled = wanted.All == Status.NoData ? checks.TakeWhile(c => c.Period.End < new DateOnly(2025, 11, 15)).Take(2).ToList() : [.. checks];
        return Fill(template, wanted, made, filled, from);
    }

    private List<FigureFile> Fill(
        TemplateFile template, Wanted wanted, BenchmarkFile made, List<(Period Period, DateOnly On)> checks, int from)
    {
        var spec = PlanWriter.Read(made, made.Statement, file.FirstYear);
        var before = template.LastYear ? Checks.YearBefore(template.Periods, dice) : [];
        if (spec.Target is Change)
        {
            before = [before[^1]];
        }

        var old = new Dictionary<string, IReadOnlyList<Made>>();
        var now = new Dictionary<string, IReadOnlyList<Made>>();
        var isAbsence = template.Id.StartsWith("chronic", StringComparison.Ordinal) && absences.Count > 0;
        foreach (var (group, size) in Sizes(template, wanted).OrderBy(s => s.Key == "all"))
        {
            if (isAbsence)
            {
                now[group] = [.. absences[group].TakeLast(checks.Count)];
                old[group] = [.. Enumerable.Range(0, before.Count).Select(i => Worse(absences[group], i))];
                continue;
            }

            var maker = new FigureMaker(spec, template.Value, dice);
            old[group] = LastYear(before.Count, size, from + (group == "all" ? 0 : spec.Direction == Direction.Increase ? -4 : 4), group, old);
            var known = before.Select((b, i) => (b.Period, old[group][i])).ToList();
            now[group] = maker.Make(known, [.. checks.Select(c => c.Period)], size, Aims(group, wanted), i => Bounds(group, size, now, i, template.Value));
        }

        foreach (var (group, figures) in template.Id == "chronic" ? now : [])
        {
            absences[group] = figures;
        }

        var files = before.Select((c, i) => Of(c, i, old, template.Value, made.Owner));
        return [.. files, .. checks.Select((c, i) => Of(c, i, now, template.Value, made.Owner))];
    }

    /// <summary>Where a group may stand. Groups that nobody asked about stand on track or at risk where they can.</summary>
    private Status[] Aims(string group, Wanted wanted) => group switch
    {
        "all" when wanted.All == Status.OnTrack => [Status.OnTrack, Status.Met],
        "all" => [wanted.All],
        _ when wanted.All == Status.NoData => [Status.NoData],
        Learners when wanted.Learners == Status.OnTrack => [Status.OnTrack, Status.Met],
        Learners when wanted.Learners is { } learners => [learners],
        _ => dice.Between(0, 3) == 0
            ? [Status.AtRisk, Status.OnTrack, Status.Met, Status.OffTrack, Status.CannotTell]
            : [Status.OnTrack, Status.Met, Status.AtRisk, Status.OffTrack, Status.CannotTell],
    };

    /// <summary>Last year's figure of a month: three to five in a hundred more, and at least one student.</summary>
    private Made Worse(IReadOnlyList<Made> figures, int month)
    {
        var now = figures[Math.Min(month, figures.Count - 1)];
        return now with { Value = Math.Min(now.Of, now.Value + Math.Max(1, now.Of * dice.Between(3, 5) / 100)) };
    }

    private List<Made> LastYear(int periods, int size, int around, string group, Dictionary<string, IReadOnlyList<Made>> others)
    {
        var made = new List<Made>();
        for (var i = 0; i < periods; i++)
        {
            var (least, most) = Bounds(group, size, others, i, isValue: false);
            made.Add(new Made(Math.Clamp((long)Math.Round((around + (dice.Between(-10, 10) / 10.0)) * size / 100), Math.Max(0, least), Math.Min(size, most)), size));
        }

        return made;
    }

    /// <summary>All students hold those of every group: as many that count, and as many that do not.</summary>
    private static (long Least, long Most) Bounds(string group, long size, Dictionary<string, IReadOnlyList<Made>> others, int at, bool isValue) =>
        group != "all" || isValue || others.Count == 0 ? (0, size)
        : (others.Where(o => o.Key != "all").Select(o => (long)o.Value[at].Value).DefaultIfEmpty(0).Max(),
            size - others.Where(o => o.Key != "all").Select(o => o.Value[at].Of - (long)o.Value[at].Value).DefaultIfEmpty(0).Max());

    private Dictionary<string, int> Sizes(TemplateFile template, Wanted wanted)
    {
        if (template.Size is { } size)
        {
            return new() { ["all"] = dice.Between(size) };
        }

        var all = (int)Math.Round(students * template.Share);
        var learners = wanted.IsSmall ? Math.Min(Math.Max(4, (int)(file.EnglishLearners * template.Share)), Few - 2)
            : Math.Max(Few + 1, (int)(file.EnglishLearners * template.Share));
        return new()
        {
            [Learners] = Math.Min(learners, all),
            ["disability"] = Math.Max(Few + 2, all * disabled / 100),
            ["low_income"] = all * lowIncome / 100,
            ["all"] = all,
        };
    }

    private static FigureFile Of((Period Period, DateOnly On) check, int at, Dictionary<string, IReadOnlyList<Made>> made, bool isValue, string who)
    {
        var groups = made.Where(m => m.Value.Count > at).OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        return new FigureFile($"{Iso(check.Period.Start)}/{Iso(check.Period.End)}", check.On, who)
        {
            Counts = isValue ? null : groups.ToDictionary(g => g.Key, g => new[] { (long)g.Value[at].Value, g.Value[at].Of }),
            Values = isValue ? groups.ToDictionary(g => g.Key, g => new[] { g.Value[at].Value, g.Value[at].Of }) : null,
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
