using Throughline.Benchmarks.Calendar;

namespace Throughline.SampleDistrict;

/// <summary>An invented student: at which schools, in which groups.</summary>
/// <param name="code">The number under which the sample knows the student.</param>
internal sealed class Pupil(string code)
{
    private readonly Dictionary<SchoolYear, HashSet<string>> groups = [];

    public string Code => code;

    public List<Stay> Stays { get; } = [];

    /// <summary>The groups of a school year.</summary>
    public IReadOnlySet<string> GroupsIn(SchoolYear year) => groups.TryGetValue(year, out var known) ? known : groups[year] = [];

    public void Join(SchoolYear year, string group) => ((HashSet<string>)GroupsIn(year)).Add(group);

    /// <summary>On the roll of a school on every day of a period.</summary>
    public bool IsAt(string school, Period period) => Stays.Exists(s => s.School == school && s.First <= period.Start && s.Last >= period.End);
}

/// <summary>Days on the roll of a school within one school year, both ends included.</summary>
internal sealed record Stay(string School, SchoolYear Year, string Grade, DateOnly First, DateOnly Last);
