using Throughline.Benchmarks.Measures;
using Throughline.Evidence;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.SampleDistrict;

/// <summary>What stands behind the figures of three schools: students, days and records that come to them.</summary>
public sealed class EvidenceTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly string[] Schools = ["tannery-hill", "millrace", "ferry-lane"];

    [Theory, Sqlite, Postgres]
    public async Task Every_figure_of_a_measure_that_is_counted_comes_out_of_the_rows(string provider)
    {
        var database = sample.DatabaseOn(provider);
        var places = await Places.LoadAsync(database, default);
        var catalog = await OwnMeasures.CatalogAsync(database, default);
        var (compared, wrong) = (0, new List<string>());
        foreach (var known in (await sample.AllAsync(provider)).Where(k => Schools.Contains(k.School)))
        {
            var id = known.Benchmark.Publications.Select(p => p.Spec().Measure.Id).FirstOrDefault();
            if (id is null || catalog.Find(id) is not { Formula: not null } measure)
            {
                continue;
            }

            foreach (var figures in known.Tallies.GroupBy(t => Throughline.Benchmarks.Calendar.SchoolYear.Of(t.PeriodEnd)))
            {
                var question = new CellQuestion(
                    measure, figures.Key, [.. figures.Select(f => f.Period).Distinct().OrderBy(p => p.Start)], measure.Readings[0], [places.WithCode(known.School)!.Value],
                    [.. figures.Select(f => StudentGroup.NumberOf(f.Group)!.Value).Distinct()], null);
                var first = figures.Min(f => f.RecordedAt);
                foreach (var (at, those) in (((DateTimeOffset? At, IEnumerable<Tally> Figures)[])[(null, figures), (first, figures.Where(f => f.RecordedAt == first))]))
                {
                    var cells = (await Cells.OfAsync(database, places, question with { KnownAt = at }, default)).ToDictionary(c => (c.Group, c.Period));
                    foreach (var tally in those)
                    {
                        compared++;
                        var says = cells.GetValueOrDefault((tally.Group, tally.Period)) is not { } cell ? "nothing"
                            : tally.Value is null ? $"{cell.Counts.Numerator.Round(3):0.###} of {cell.Counts.Denominator?.Round(3):0.###}" : $"{cell.Value!.Value.Round(6):0.######} on {cell.Counts.N}";
                        var ours = tally.Value is null ? $"{tally.Numerator} of {tally.Denominator}" : $"{tally.Value:0.######} on {tally.Count}";
                        if (says != ours)
                        {
                            wrong.Add($"{known.School} {known.Benchmark.Code} {measure.Id} {tally.Period} {tally.Group}: the page {ours}, the rows {says}{(at is null ? "" : ", as known then")}");
                        }
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.InRange(compared, 500, 5_000);
    }
}
