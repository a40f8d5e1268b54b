using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>Makes the plan of one of the other schools from the templates and from what is said of the school.</summary>
/// <param name="templates">Benchmarks with blanks.</param>
/// <param name="pools">What is said around them.</param>
/// <param name="file">The school.</param>
/// <param name="place">Its place among the schools, from 0: what is taken in turn begins there.</param>
/// <param name="students">How many students it has.</param>
/// <param name="absence">Its chronic absence of last year in percent; null where it is not published.</param>
internal sealed class SchoolPlans(
    IReadOnlyDictionary<string, TemplateFile> templates, IReadOnlyDictionary<string, PoolFile> pools,
    SchoolFile file, int place, int students, decimal? absence)
{
    private const int MostOfOneInitiative = 3;

    private static readonly IReadOnlyList<IReadOnlyList<string>> Together =
        [["Grade-level literacy"], ["Timely support"], ["Attendance", "Belonging"]];

    private readonly Dice dice = new((uint)place + 7);

    private BenchmarkMaker Maker { get; } = new(file, place, students, absence);

    public PlanFile Make()
    {
        var objectives = new List<ObjectiveFile>();
        foreach (var priorities in Together)
        {
            var present = priorities.Where(file.Cells.ContainsKey).ToList();
            if (present.Count > 0)
            {
                objectives.Add(Objective(((char)('A' + objectives.Count)).ToString(), present));
            }
        }

        var added = new DateOnly(2025, 6, 9).AddDays(place % 5);
        var published = new DateOnly(2025, 8, 25).AddDays(place % 4);
        return new PlanFile(
            file.School, file.Name, place % 3 == 0 ? "sustainable_improvement" : Plan.UsualKind, file.FirstYear, file.LatestYear,
            added, published, "planning team", "principal", objectives);
    }

    private ObjectiveFile Objective(string letter, List<string> priorities)
    {
        var pool = pools[priorities[0]];
        var initiatives = new List<InitiativeFile>();
        var finals = new List<BenchmarkFile>();
        foreach (var priority in priorities)
        {
            var wanted = file.Cells[priority].Split(' ').Select(Wanted.Read).ToList();
            var final = wanted.Where(w => templates[w.Template].Type == BenchmarkType.FinalOutcome).ToList();
            var rest = wanted.Except(final).ToList();
            var parts = rest.Count > MostOfOneInitiative ? 2 : 1;
            for (var part = 0; part < parts && rest.Count > 0; part++)
            {
                initiatives.Add(Initiative(
                    string.Create(CultureInfo.InvariantCulture, $"{letter}{initiatives.Count + 1}"), priority, part,
                    [.. rest.Where((_, i) => i % parts == part)]));
            }

            // Last, since the year's end rests on the months' figures.
            finals.AddRange(Made(letter, final, finals.Count));
        }

        string[] causes = [Turn(pool.Causes, 0), Turn(pool.Causes, 2), .. priorities.Skip(1).Select(p => Turn(pools[p].Causes, 0))];
        return new ObjectiveFile(
            Turn(pool.Objectives, 0),
            [.. causes.Select((c, i) => new CauseFile(c, (place + i) % 5 == 3 ? HeldBy.District : (place + i) % 7 == 5 ? HeldBy.Outside : HeldBy.School))],
            initiatives,
            finals);
    }

    private InitiativeFile Initiative(string code, string priority, int part, IReadOnlyList<Wanted> wanted)
    {
        var pool = pools[priority];
        var said = Turn(pool.Initiatives, part);
        var activity = new Wanted(pool.Activity.Split(' ')[part % pool.Activity.Split(' ').Length], null, Benchmarks.Targets.Status.OnTrack, false);
        return new InitiativeFile(
            said[0], said[1], said[2], priority,
            [.. Enumerable.Range(0, 2).Select(i => Activity(Turn(pool.Activities, part + (i * 2)), said[1], i))],
            [.. Made(code, [activity, .. wanted], 0)]);
    }

    private ActivityFile Activity(string text, string owner, int at)
    {
        var by = new DateOnly(2025, 9, 12).AddDays((at * 77) + dice.Between(0, 40));
        return new ActivityFile(text, owner, by, by.AddDays(-2) is var done && done < SampleClock.LastLoad && dice.Between(0, 4) > 0 ? done : null);
    }

    /// <summary>The benchmarks under one code, numbered by type.</summary>
    private IEnumerable<BenchmarkFile> Made(string under, IReadOnlyList<Wanted> wanted, int already)
    {
        var counts = new Dictionary<BenchmarkType, int> { [BenchmarkType.FinalOutcome] = already };
        foreach (var one in wanted)
        {
            var template = templates[one.Template];
            var number = counts[template.Type] = counts.GetValueOrDefault(template.Type) + 1;
            yield return Maker.Make(template, one, string.Create(CultureInfo.InvariantCulture, $"{under}-{Codes.LetterOf(template.Type)}{number}"));
        }
    }

    private T Turn<T>(IReadOnlyList<T> of, int further) => of[(place + further) % of.Count];
}
