using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.MyWork;

/// <summary>An objective in one line: its four stages and where its chain breaks first.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="Stations">The status of each stage in order; null for one without benchmarks.</param>
/// <param name="After">The stage after which the chain breaks; null where it holds.</param>
/// <param name="Said">The same in a sentence.</param>
internal sealed record PlanThread(Objective Objective, IReadOnlyList<Status?> Stations, BenchmarkType? After, string Said)
{
    public static PlanThread Of(PlanPicture picture, ObjectivePicture objective)
    {
        var lines = objective.Initiatives.Select(i => PlanChain.Of(i, GroupOrder.All[0], picture.Today)).ToList();
        var stations = Enum.GetValues<BenchmarkType>()
            .Select((_, i) => Chain.RollUp([.. lines.Select(l => l.Stages[i].Status).OfType<Status>()])).ToList();
        var first = lines.Select(l => l.Break).OfType<ChainBreak>().OrderBy(b => b.Rule).FirstOrDefault();
        var all = objective.Benchmarks.Where(b => b.Status is not null).ToList();
        return new PlanThread(objective.Objective, stations, first?.After, first is null ? Holding(all) : Broken(picture, first));
    }

    /// <summary>"Breaks after early evidence: A1-S1 is off track".</summary>
    private static string Broken(PlanPicture picture, ChainBreak found)
    {
        var code = found.Codes[0];
        var benchmark = picture.Find(code)!;
        var line = Say.Line(benchmark.Main!);
        var said = benchmark.Status is Status.OnTrack or Status.AtRisk or Status.CannotTell && found.Rule == BreakRule.EvidenceWithoutOutcome
            ? OverviewTexts.HasNotMoved.With(code, line)
            : benchmark.Status == Status.NoData ? OverviewTexts.HasNoData.With(code, line)
            : OverviewTexts.StandsAt.With(code, Lower(Show.Word(benchmark.Status!.Value)), line);
        return OverviewTexts.BreaksAfter.With(Lower(Say.Types(found.After)), said);
    }

    /// <summary>"Holding, but English learners are off track on C1-S1".</summary>
    private static string Holding(List<BenchmarkPicture> all)
    {
        if (all.TrueForAll(b => b.Status is Status.NotYetDue or Status.Hidden))
        {
            return OverviewTexts.NothingJudged;
        }

        var worst = all.Find(b => b.Status == Status.OffTrack) ?? all.Find(b => b.Status == Status.AtRisk) ?? all.Find(b => b.Status == Status.NoData);
        var group = all.SelectMany(b => b.Groups.Skip(1), (b, g) => (b.Code, g.Group, g.Status)).FirstOrDefault(g => g.Status == Status.OffTrack);
        return (worst, group) switch
        {
            ({ Status: Status.OffTrack } off, _) => OverviewTexts.NoBreakBut.With(off.Code, Lower(Show.Word(Status.OffTrack))),
            (_, { Group: { } name }) => OverviewTexts.HoldingButGroup.With(StudentGroups.Name(name), group.Code),
            ({ Status: Status.NoData } silent, _) => OverviewTexts.NoBreakButNoData.With(silent.Code),
            ({ } other, _) => OverviewTexts.NoBreakBut.With(other.Code, Lower(Show.Word(other.Status!.Value))),
            _ => OverviewTexts.Holding,
        };
    }

    internal static string Lower(string words) => words.ToLower(System.Globalization.CultureInfo.CurrentCulture);
}
