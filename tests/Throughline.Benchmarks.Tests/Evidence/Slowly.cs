using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Evidence;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Tests.Evidence;

/// <summary>One cell of an incident measure counted by itself, day by day: what the table must agree with.</summary>
internal static class Slowly
{
    public static Counts Counts(Measure measure, Population population, IEnumerable<EvidenceRecord> records, Cell cell)
    {
        int[] schools = [.. new[] { 1, 2 }.Where(s => s == cell.Organization || (cell.Organization is 10 or 100 && measure.AcrossOrganizations == Combining.StudentsOnce))];
        if (schools.Length == 0)
        {
            // Summed: the schools by themselves, then together.
            return new[] { 1, 2 }.Select(s => Counts(measure, population, records, cell with { Organization = s })).Aggregate((a, b) => a + b);
        }

        var days = cell.Reading == PeriodReading.InPeriod ? cell.Period : new Period(SchoolYear.Of(cell.Period.End).Start, cell.Period.End);
        var enrolled = population.Students.Count(s => Days(days).Any(d => schools.Any(school => IsAt(s, school, d)) && IsIn(s, cell.Group, d)));
        var mine = records
            .Where(r => schools.Contains(r.Organization) && days.Contains(r.Day) && r.About < population.Students.Count)
            .Select(r => (Record: r, Student: population.Students.Single(s => s.Id == r.About)))
            .Where(x => IsAt(x.Student, x.Record.Organization, x.Record.Day) && IsIn(x.Student, cell.Group, x.Record.Day))
            .ToList();
        var suspended = Different("in_school_suspension", "out_of_school_suspension");
        return measure.Id switch
        {
            "suspension" => new(suspended, enrolled, enrolled),
            "in_school_suspension" => new(Different("in_school_suspension"), enrolled, enrolled),
            "referrals" => new(mine.Count, enrolled, enrolled),
            "students_disciplined" => Alone(Different("in_school_suspension", "out_of_school_suspension", "emergency_removal", "expulsion")),
            _ => new(mine.GroupBy(x => x.Student.Id).Count(g => g.Sum(x => x.Record.Values[2].Number) > 10), enrolled, enrolled),
        };

        int Different(params string[] responses) => mine.Where(x => responses.Contains(x.Record.Values[1].Text)).Select(x => x.Student.Id).Distinct().Count();
    }

    private static Counts Alone(int count) => new(count, null, count);

    private static IEnumerable<DateOnly> Days(Period period)
    {
        for (var day = period.Start; day <= period.End; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static bool IsAt(Student student, int school, DateOnly day) => student.Enrolments.Any(e => e.Organization == school && e.Days.Contains(day));

    private static bool IsIn(Student student, string group, DateOnly day) => group == "all" || student.Groups.Any(g => g.Days.Contains(day));
}
