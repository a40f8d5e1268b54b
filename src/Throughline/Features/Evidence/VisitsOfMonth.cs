using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Features.Evidence;

/// <summary>How many visits a school has this month, in words.</summary>
internal static class VisitsOfMonth
{
    /// <summary>"17 visits in February so far."</summary>
    public static async Task<string> SayAsync(Database database, int organization, DateOnly today, CancellationToken cancel)
    {
        var count = await new VisitRows(database).CountAsync(organization, Period.Month(today.Year, today.Month), cancel);
        var month = today.ToString("MMMM", CultureInfo.CurrentCulture);
        return count switch { 0 => VisitTexts.NoneYet.With(month), 1 => VisitTexts.OneSoFar.With(month), _ => VisitTexts.ManySoFar.With(count, month) };
    }
}
