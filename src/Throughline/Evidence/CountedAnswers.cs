using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Measures;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>Counted from the rows of the schools that are asked about.</summary>
internal sealed class CountedAnswers : AttendanceAnswers
{
    private readonly Dictionary<int, SchoolBytes> rows;
    private readonly Tabulated totals;

    private CountedAnswers(AttendanceQuestion asked, IEnumerable<SchoolBytes> rows, Tabulated totals)
        : base(asked)
    {
        this.rows = rows.ToDictionary(r => r.School);
        this.totals = totals;
        Schools = this.rows.ToDictionary(r => r.Key, r => r.Value.Days);
    }

    public override IReadOnlyDictionary<int, SchoolYearDays> Schools { get; }

    public override IReadOnlyList<int> Organizations => [.. totals.Organizations.Keys.Order()];

    public static async Task<CountedAnswers> ToAsync(
        AttendanceQuestion asked, CellQuestion question, Database database, Places places, CancellationToken cancel)
    {
        var tabulation = new AttendanceTabulation(database, question.Year);
        var all = await tabulation.LoadAsync(places.SchoolsOf(question.Organizations), question.KnownAt, cancel);
        IReadOnlyList<SchoolBytes> rows = [.. all.Select(s => s.Only(question.Measure.Eligibility))];
        return new CountedAnswers(asked, rows, await tabulation.AskAsync(asked, rows, cancel));
    }

    public override Task<AttendanceTotals?> OfAsync(int organization, CancellationToken cancel) =>
        Task.FromResult(totals.Organizations.GetValueOrDefault(organization));

    public override StudentRates Rates(IReadOnlyCollection<int> schools)
    {
        var rates = new StudentRates(Asked.Periods.Count, StudentGroup.Names.Count);
        var elsewhere = new List<(int Student, StudentYear Year, SchoolPeriods Days)>();
        foreach (var school in schools.Select(s => rows[s]))
        {
            var days = school.Days.In(Asked.Periods, Asked.At);
            for (var i = 0; i < school.Students.Length; i++)
            {
                var year = school[i];
                if (year.Elsewhere)
                {
                    elsewhere.Add((school.Students[i], year, days));
                }
                else
                {
                    rates.Add((year, days));
                }
            }
        }

        foreach (var student in elsewhere.GroupBy(s => s.Student))
        {
            rates.Add([.. student.Select(s => (s.Year, s.Days))]);
        }

        return rates;
    }

    public override ValueTask DisposeAsync() => default;
}
