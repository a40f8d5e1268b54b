using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Data;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Evidence;

/// <summary>
/// Brings the figures of plans up to date with what the evidence comes to. A figure that comes out as it was stays; one that
/// comes out otherwise is entered anew, so that what was known before can still be shown.
/// </summary>
/// <param name="database">Where plans and evidence are.</param>
internal sealed class FiguresFromEvidence(Database database)
{
    /// <summary>Of values that are no counts, this many decimals are kept.</summary>
    private const int Decimals = 6;

    private const int FewestDays = 5;

    /// <summary>Every benchmark in force of an organization that has evidence, if its measure is made from evidence.</summary>
    /// <param name="today">Periods that ended before it have figures.</param>
    /// <param name="at">When the figures came in.</param>
    /// <param name="cancel">Stops the work; what is entered by then stays.</param>
    /// <returns>How many figures were entered.</returns>
    public async Task<int> UpdateAsync(DateOnly today, DateTimeOffset at, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        return await UpdateAsync(places, await WithEvidenceAsync(places, cancel), null, today, at, cancel);
    }

    /// <summary>The same after records of one kind came in at one organization: its benchmarks on them and those of the organizations above.</summary>
    public async Task<int> UpdateAsync(int organization, string kind, DateOnly today, DateTimeOffset at, CancellationToken cancel)
    {
        var places = await Places.LoadAsync(database, cancel);
        var concerned = new HashSet<int> { organization };
        for (var above = organization; places.Parents.TryGetValue(above, out var parent) && concerned.Add(parent);)
        {
            above = parent;
        }

        return await UpdateAsync(places, concerned, kind, today, at, cancel);
    }

    private async Task<int> UpdateAsync(Places places, HashSet<int> organizations, string? kind, DateOnly today, DateTimeOffset at, CancellationToken cancel)
    {
        await using var db = database.Context();
        var catalog = await OwnMeasures.CatalogAsync(db, cancel);
        var plans = await db.Plans.AsNoTracking().Select(p => new { p.Id, p.OrganizationId }).ToListAsync(cancel);
        var entered = 0;
        foreach (var plan in plans.Where(p => organizations.Contains(p.OrganizationId)))
        {
            var rows = (await PlanRows.LoadAsync(db, plan.Id, cancel))!;
            foreach (var (benchmark, tally) in await DifferentAsync(catalog, rows, m => Counts(m, kind), q => Cells.OfAsync(database, places, q, cancel), today, at))
            {
                entered++;
                db.Tallies.Add(tally);
                if (tally.Group == StudentGroup.All)
                {
                    db.Events.Add(benchmark.Entered(tally, tally.Who, at));
                }
            }

            await db.SaveChangesAsync(cancel);
        }

        return entered;
    }

    /// <summary>Whether a measure counts records of a kind; null for any evidence.</summary>
    public static bool Counts(Measure measure, string? kind) => kind is null || (measure.Formula as RecordFormula)?.Kind.Id == kind;

    /// <summary>The figures of a plan that come out of the evidence otherwise than they are known.</summary>
    /// <param name="catalog">With own measures.</param>
    /// <param name="rows">The plan.</param>
    /// <param name="isAsked">Which measures to look at.</param>
    /// <param name="count">Counts the cells.</param>
    /// <param name="today">Periods that ended before it have figures.</param>
    /// <param name="at">When the figures came in.</param>
    public static async Task<List<(Benchmark Benchmark, Tally Tally)>> DifferentAsync(
        MeasureCatalog catalog, PlanRows rows, Func<Measure, bool> isAsked, Func<CellQuestion, Task<IReadOnlyList<Cell>>> count, DateOnly today, DateTimeOffset at)
    {
        var different = new List<(Benchmark, Tally)>();
        foreach (var benchmark in rows.Benchmarks)
        {
            if (benchmark.Wording(at)?.Spec() is not { } spec || catalog.Find(spec.Measure.Id) is not { Formula: AttendanceFormula or RecordFormula } measure || !isAsked(measure))
            {
                continue;
            }

            var feed = new Feed(rows, benchmark, spec, measure, today, at);
            foreach (var (year, periods) in feed.Periods())
            {
                var cells = await count(new CellQuestion(measure, year, periods, measure.Readings[0], [rows.Plan.OrganizationId], feed.Groups(), null));
                different.AddRange(cells.Select(c => feed.Entry(c, Decimals)).OfType<Tally>().Concat(feed.Gone(periods, cells)).Select(t => (benchmark, t)));
            }
        }

        return different;
    }

    /// <summary>The organizations with days or records, and those above them.</summary>
    private async Task<HashSet<int>> WithEvidenceAsync(Places places, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var all = (await session.RowsAsync(
            "SELECT organization_id FROM school_years UNION SELECT organization_id FROM records", r => r.GetInt32(0), cancel)).ToHashSet();
        for (var from = all.ToList(); from.Count > 0;)
        {
            from = from.FindAll(places.Parents.ContainsKey).ConvertAll(o => places.Parents[o]).FindAll(all.Add);
        }

        return all;
    }

    /// <summary>One benchmark that is fed from evidence.</summary>
    private sealed record Feed(PlanRows Rows, Benchmark Benchmark, BenchmarkSpec Spec, Measure Measure, DateOnly Today, DateTimeOffset At)
    {
        private readonly Dictionary<(string, Period), Tally> known = Rows.Tallies[Benchmark.Id]
            .GroupBy(t => (t.Group, t.Period)).ToDictionary(g => g.Key, g => g.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).Last());

        /// <summary>The first school year of the plan in which the benchmark was in force.</summary>
        private SchoolYear InForce => new(Math.Max(Rows.Plan.FirstYear, SchoolYear.Of(DateOnly.FromDateTime(Benchmark.Publications.Min(p => p.At).Date)).EndYear));

        /// <summary>Periods with a figure already and, where figures come regularly, those that have ended of the plan's years since it was put in force.</summary>
        public IEnumerable<(SchoolYear Year, IReadOnlyList<Period> Periods)> Periods()
        {
            var regular = Evaluator.EveryOf(Spec.Target) ?? (Cadence.TryParse(Benchmark.Every, out var own) ? own : (Cadence?)null);
            var years = Enumerable.Range(InForce.EndYear, Math.Max(0, Rows.Plan.LatestYear - InForce.EndYear + 1)).Select(y => new SchoolYear(y));
            var ended = regular is { } cadence
                ? years.Where(y => y.Start <= Today).Select(DefaultCalendar.For).SelectMany(c => c.Each(cadence).Where(p => p.End < Today && Counts(c, p)))
                : [];
            return known.Keys.Select(k => k.Item2).Concat(ended).Distinct().OrderBy(p => p.Start).ThenBy(p => p.End)
                .GroupBy(p => SchoolYear.Of(p.End)).Select(g => (g.Key, (IReadOnlyList<Period>)[.. g]));
        }

        /// <summary>The groups that the sentence names, that have targets or figures, and everyone.</summary>
        public IReadOnlyList<int> Groups() =>
        [
            .. Spec.Groups.Concat(Rows.GroupTargets[Benchmark.Id].Select(t => t.Group)).Concat(known.Keys.Select(k => k.Item1)).Append(StudentGroup.All)
                .Select(StudentGroup.NumberOf).OfType<int>().Distinct().Order(),
        ];

        /// <summary>What is to be entered; null where the figure is known as it comes out, or is of years before and nobody asked for it.</summary>
        public Tally? Entry(Cell cell, int decimals)
        {
            var isKnown = known.TryGetValue((cell.Group, cell.Period), out var last);
            if (cell.Counts is not { N: > 0, Denominator: { } below } || cell.Value is not { } value)
            {
                return isKnown ? Gone(last!) : null;
            }

            if (!isKnown && SchoolYear.Of(cell.Period.End) < InForce)
            {
                return null;
            }

            var tally = Of(cell.Group, cell.Period, EvidenceTexts.FromRecords);

            // Days over days are no students: of such a figure the value is kept, with how many students it is about.
            if (Measure.Formula is AttendanceFormula { Test: null } || !IsWhole(cell.Counts.Numerator) || !IsWhole(below))
            {
                (tally.Value, tally.Count) = (value.Round(decimals), cell.Counts.N);
            }
            else
            {
                (tally.Numerator, tally.Denominator) = ((long)cell.Counts.Numerator.Round(0), (long)below.Round(0));
            }

            return isKnown && (last!.Numerator, last.Denominator, last.Value, last.Count) == (tally.Numerator, tally.Denominator, tally.Value, tally.Count) ? null : tally;
        }

        /// <summary>What takes the place of figures of which no row is left.</summary>
        public IEnumerable<Tally> Gone(IReadOnlyList<Period> periods, IReadOnlyList<Cell> cells)
        {
            var there = cells.Select(c => (c.Group, c.Period)).ToHashSet();
            return known.Where(k => periods.Contains(k.Key.Item2) && !there.Contains(k.Key)).Select(k => Gone(k.Value)).OfType<Tally>();
        }

        /// <summary>
        /// In the place of a figure whose rows were taken back: what somebody had entered before them, else that nothing is known. Null
        /// for a figure that came from no rows.
        /// </summary>
        private Tally? Gone(Tally last)
        {
            if (last.Who != EvidenceTexts.FromRecords || (last.Numerator is null && last.Value is null))
            {
                return null;
            }

            var before = Rows.Tallies[Benchmark.Id].Where(t => t.Group == last.Group && t.Period == last.Period && t.Who != EvidenceTexts.FromRecords)
                .OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).LastOrDefault();
            var tally = Of(last.Group, last.Period, before?.Who ?? EvidenceTexts.FromRecords);
            (tally.Numerator, tally.Denominator, tally.Value, tally.Count) = (before?.Numerator, before?.Denominator, before?.Value, before?.Count);
            return tally;
        }

        private Tally Of(string group, Period period, string who) => new()
        {
            PlanId = Rows.Plan.Id,
            BenchmarkId = Benchmark.Id,
            Group = group,
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            RecordedAt = At,
            Who = who,
        };

        private static bool IsWhole(Benchmarks.Exact number) => Benchmarks.Exact.From(number.Round(0)).Equals(number);

        /// <summary>A month or a week in which school begins has a figure if school is kept on five of its days.</summary>
        private static bool Counts(SchoolCalendar calendar, Period period) => period.Start >= calendar.FirstDay || calendar.DaysInSession(period) >= FewestDays;
    }
}
