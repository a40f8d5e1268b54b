using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Targets;
using Throughline.Model;

namespace Throughline.SampleDistrict;

/// <summary>What a benchmark has beside itself: wordings in force, targets of groups, figures, and the events of it all.</summary>
internal sealed partial class PlanWriter
{
    private static readonly TimeOnly Morning = new(9, 10);

    /// <summary>Saves parts of plans with the events that made them.</summary>
    private async Task AddAsync(IEnumerable<(PlanPart Part, Event Added)> parts, CancellationToken cancel)
    {
        var all = parts.ToList();
        db.AddRange(all.Select(p => p.Part));
        await db.SaveChangesAsync(cancel);
        foreach (var (part, added) in all)
        {
            Noted(added, part.Id, part.PlanId);
        }
    }

    private void Noted(Event? made, long subject, int plan)
    {
        if (made is not null)
        {
            (made.SubjectId, made.PlanId) = (subject, plan);
            events.Add(made);
        }
    }

    /// <summary>Puts the wordings in force, each on its day; what is only being written stays a draft.</summary>
    private void Publish(PlanFile file, BenchmarkFile source, Benchmark row)
    {
        var year = new SchoolYear(row.Plan!.FirstYear);
        if (source.Original is not null)
        {
            Publish(row, file.By, clock.At(file.Added));
            Rewrite(row, source, source.Statement, year, source.PublishedBy ?? file.PublishedBy, clock.At(file.Published, Morning));
        }

        Publish(row, source.PublishedBy ?? file.PublishedBy, clock.At(file.Published));
        if (source is { Draft: { } draft, DraftOn: { } day })
        {
            Rewrite(row, source, draft, year, source.PublishedBy ?? file.PublishedBy, clock.At(day));
        }
    }

    private void Rewrite(Benchmark row, BenchmarkFile source, string statement, SchoolYear year, string who, DateTimeOffset at)
    {
        var measure = source.MeasureOf();
        Noted(row.Rewrite(statement, Read(source, statement, year), measure, known.Version(measure), who, at), row.Id, row.PlanId);
    }

    private void Publish(Benchmark row, string who, DateTimeOffset at)
    {
        var (publication, published) = row.Publish(null, who, at)
            ?? throw new InvalidOperationException($"The sample's sentence cannot be published: {row.Statement}");
        db.Publications.Add(publication);
        Noted(published, row.Id, row.PlanId);
    }

    private void Fill(BenchmarkFile source, Benchmark row)
    {
        foreach (var (group, way) in source.Targets ?? new Dictionary<string, decimal[]>())
        {
            var spec = row.InForce(DateTimeOffset.MaxValue)!.Spec();
            var target = (FromTo)spec.Target with { From = Exact.From(way[0]), To = Exact.From(way[1]) };
            db.GroupTargets.Add(new GroupTarget
            {
                PlanId = row.PlanId,
                BenchmarkId = row.Id,
                Group = group,
                Structure = BenchmarkJson.ToText(spec with { Groups = [group], Target = target }),
                RecordedAt = row.InForce(DateTimeOffset.MaxValue)!.At,
            });
        }

        foreach (var figure in source.Figures)
        {
            var entered = Rows(figure, row).ToList();
            Tallies.AddRange(entered);
            events.AddRange(entered.Where(t => t.Group == "all").Select(t => row.Entered(t, t.Who, t.RecordedAt)));
        }
    }

    private IEnumerable<Tally> Rows(FigureFile figure, Benchmark row)
    {
        var days = figure.Days();
        Tally Row(string group) => new()
        {
            PlanId = row.PlanId,
            BenchmarkId = row.Id,
            Group = group,
            PeriodStart = days.Start,
            PeriodEnd = days.End,
            RecordedAt = clock.At(figure.On, figure.At),
            Who = figure.Who,
        };
        if (figure.Done is { } done)
        {
            var tally = Row("all");
            tally.DoneOn = done;
            yield return tally;
        }

        foreach (var (group, count) in figure.Counts ?? new Dictionary<string, long[]>())
        {
            var tally = Row(group);
            (tally.Numerator, tally.Denominator) = (count[0], count[1]);
            yield return tally;
        }

        foreach (var (group, value) in figure.Values ?? new Dictionary<string, decimal[]>())
        {
            var tally = Row(group);
            (tally.Value, tally.Count) = (value[0], value.Length > 1 ? (long)value[1] : null);
            yield return tally;
        }
    }
}
