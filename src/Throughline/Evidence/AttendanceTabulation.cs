using System.Collections.Concurrent;
using Throughline.Benchmarks.Attendance;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Evidence;

/// <summary>The totals of a question for every school, district and the state.</summary>
/// <param name="Organizations">By the organization's id; the state's own stands under the state's id.</param>
internal sealed record Tabulated(IReadOnlyDictionary<int, AttendanceTotals> Organizations)
{
    /// <summary>The schools with what was added up above them.</summary>
    public static Tabulated Of(Places places, IReadOnlyDictionary<int, AttendanceTotals> schools, IReadOnlyCollection<AttendanceSum> sums)
    {
        if (sums.Count == 0)
        {
            return new Tabulated(new Dictionary<int, AttendanceTotals>());
        }

        var (districts, state) = sums.First().End(sums.Skip(1));
        var all = schools.Concat(districts.Where(d => d.Key > 0)).ToDictionary();
        if (places.State > 0)
        {
            all[places.State] = state;
        }

        return new Tabulated(all);
    }
}

/// <summary>Asks a question of all schools of a year, on as many connections as there are processors.</summary>
internal sealed class AttendanceTabulation(Database database, SchoolYear year)
{
    /// <summary>Reads the rows of every school into memory, some 45 bytes a student, to ask several questions of them.</summary>
    public async Task<IReadOnlyList<SchoolBytes>> LoadAsync(CancellationToken cancel)
    {
        var all = new ConcurrentBag<SchoolBytes>();
        await EachAsync(_ => all.Add, cancel);
        return [.. all.OrderBy(s => s.School)];
    }

    /// <summary>Answers from the database; no more than one school is in memory at a time for each connection.</summary>
    public async Task<Tabulated> AskAsync(AttendanceQuestion question, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        var schools = new ConcurrentDictionary<int, AttendanceTotals>();
        var sums = new ConcurrentBag<AttendanceSum>();
        await EachAsync(
            _ =>
            {
                var sum = new AttendanceSum(question, places.Districts, (school, totals) => schools[school] = totals);
                sums.Add(sum);
                return sum.Add;
            },
            cancel);
        return Tabulated.Of(places, schools, [.. sums]);
    }

    /// <summary>The rows of some schools, as they are or as they were known at an instant.</summary>
    /// <param name="schools">Their ids; null for every school.</param>
    /// <param name="knownAt">Null for now.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<SchoolBytes>> LoadAsync(IReadOnlyCollection<int>? schools, DateTimeOffset? knownAt, CancellationToken cancel)
    {
        if (schools is null && knownAt is null)
        {
            return await LoadAsync(cancel);
        }

        var all = new List<SchoolBytes>();
        await using var session = await Session.BeginReadAsync(database, cancel);
        var (rows, replay) = (new AttendanceRows(session), new AttendanceReplay(session));
        foreach (var school in schools ?? await new AttendanceReader(database, year).SchoolsAsync(cancel))
        {
            all.Add(SchoolBytes.Of(knownAt is { } at
                ? await replay.SchoolAsync(school, year, at, cancel)
                : await rows.SchoolAsync(school, year, cancel)));
        }

        return all;
    }

    /// <summary>Answers from rows in memory.</summary>
    public async Task<Tabulated> AskAsync(AttendanceQuestion question, IReadOnlyList<SchoolBytes> rows, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        var schools = new ConcurrentDictionary<int, AttendanceTotals>();
        var next = -1;
        var sums = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(
            () =>
            {
                var sum = new AttendanceSum(question, places.Districts, (school, totals) => schools[school] = totals);
                for (var i = Interlocked.Increment(ref next); i < rows.Count; i = Interlocked.Increment(ref next))
                {
                    sum.Add(rows[i]);
                }

                return sum;
            },
            cancel)));
        return Tabulated.Of(places, schools, sums);
    }

    /// <summary>Makes the standing totals of the year anew from its days.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        await using var session = await Session.BeginAsync(database, cancel);
        await session.LockAsync("attendance", cancel);
        var all = await AskAsync(AttendanceQuestion.Standing(year), cancel);
        await new TotalsRows(session).ReplaceAsync(all, year, cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>Every school once, on connections that each take a run of neighbours.</summary>
    private async Task EachAsync(Func<int, Action<SchoolBytes>> worker, CancellationToken cancel)
    {
        var reader = new AttendanceReader(database, year);
        var schools = await reader.SchoolsAsync(cancel);
        var parts = schools.Chunk(Math.Max(1, (schools.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount));
        await Task.WhenAll(parts.Select((part, i) =>
        {
            var take = worker(i);
            return Task.Run(() => reader.ReadAsync(part[0], part[^1], take, cancel), cancel);
        }));
    }
}
