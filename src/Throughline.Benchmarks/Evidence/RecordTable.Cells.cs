using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>Places into cells, and schools into districts and states where the measure is summed.</summary>
public sealed partial class RecordTable
{
    private void AddUp()
    {
        if (measure.AcrossOrganizations != Combining.SumOfCounts || totals.Any(t => t is MedianTotal))
        {
            return;
        }

        var width = periods.Count * population.Groups.Count;
        foreach (var organization in organizations.OrderByDescending(o => population.Above(o).Count()))
        {
            foreach (var above in population.Above(organization).Take(1))
            {
                var (from, to) = (levels[organization] * width, levels[above] * width);
                for (var i = 0; i < width; i++)
                {
                    touched[to + i] |= touched[from + i];
                    foreach (var total in totals)
                    {
                        total.AddUp(from + i, to + i);
                    }
                }
            }
        }
    }

    private IEnumerable<Cell> Cells(Func<int, Period, Completeness> arrived)
    {
        foreach (var organization in organizations.Order())
        {
            for (var period = 0; period < periods.Count; period++)
            {
                var slot = SlotOf(organization, period);
                for (var group = 0; group < population.Groups.Count; group++)
                {
                    if (touched[slot + group] && !(totals[0] is MedianTotal && totals[2][slot + group] == 0))
                    {
                        yield return new Cell(
                            measure, organization, population.Groups[group], periods[period], reading, CountsOf(slot + group),
                            arrived(organization, periods[period]));
                    }
                }
            }
        }
    }

    private Counts CountsOf(int slot) => new(
        Exact.From(totals[0][slot]), HasDenominator ? Exact.From(totals[1][slot]) : null, (long)totals[2][slot], (long)totals[3][slot]);
}
