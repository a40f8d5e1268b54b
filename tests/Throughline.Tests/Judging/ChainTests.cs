using Throughline.Benchmarks;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;

namespace Throughline.Tests.Judging;

/// <summary>The roll-up and the break rules of the plan map.</summary>
public sealed class ChainTests
{
    private static readonly Status[] Statuses = Enum.GetValues<Status>();

    [Theory]
    [InlineData("OffTrack AtRisk CannotTell NoData OnTrack Met Hidden NotYetDue", Status.OffTrack)]
    [InlineData("AtRisk CannotTell NoData OnTrack Met Hidden NotYetDue", Status.AtRisk)]
    [InlineData("CannotTell NoData OnTrack Met Hidden NotYetDue", Status.CannotTell)]
    [InlineData("NoData OnTrack Met Hidden NotYetDue", Status.NoData)]
    [InlineData("OnTrack Met Hidden NotYetDue", Status.OnTrack)]
    [InlineData("Met Hidden NotYetDue", Status.Met)]
    [InlineData("Hidden NotYetDue", Status.Hidden)]
    [InlineData("NotYetDue NotYetDue", Status.NotYetDue)]
    public void A_stage_stands_as_its_worst_benchmark(string stage, Status expected)
    {
        Assert.Equal(expected, Chain.RollUp(Parse(stage)));
        Assert.Equal(expected, Chain.RollUp([.. Parse(stage).AsEnumerable().Reverse()]));
    }

    [Fact]
    public void A_stage_without_benchmarks_stands_nowhere() => Assert.Null(Chain.RollUp([]));

    [Theory]
    [InlineData("Met OnTrack", "OnTrack NoData", "E2")]
    [InlineData("Met", "OffTrack OnTrack OffTrack", "E1 E3")]
    [InlineData("OnTrack Hidden NotYetDue", "AtRisk NoData", "E2")]
    [InlineData("Met AtRisk", "NoData", null)]
    [InlineData("NoData Met", "OffTrack", null)]
    [InlineData("NotYetDue", "NoData", null)]
    [InlineData("Met", "AtRisk CannotTell Hidden NotYetDue", null)]
    [InlineData("", "NoData", null)]
    [InlineData("Met", "", null)]
    public void Rule_a_activities_go_well_but_early_evidence_has_no_data_or_is_off_track(string activities, string evidence, string? codes) =>
        AssertBreak(codes, BreakRule.DoneWithoutEvidence, BenchmarkType.Activity, activities, evidence, "", "");

    [Theory]
    [InlineData("Met OnTrack", "OffTrack", "S1")]
    [InlineData("OnTrack", "OnTrack OnTrack-flat", "S2")]
    [InlineData("OnTrack", "AtRisk-flat OffTrack CannotTell-flat", "S1 S2 S3")]
    [InlineData("OnTrack", "Met-flat Hidden-flat AtRisk NoData", null)]
    [InlineData("AtRisk OnTrack", "OffTrack", null)]
    [InlineData("", "OffTrack", null)]
    public void Rule_b_early_evidence_goes_well_but_a_short_term_outcome_is_off_track_or_flat(string evidence, string outcomes, string? codes) =>
        AssertBreak(codes, BreakRule.EvidenceWithoutOutcome, BenchmarkType.EarlyEvidence, "", evidence, outcomes, "");

    [Theory]
    [InlineData("Met Met", "OnTrack OffTrack", "F2")]
    [InlineData("Met OnTrack", "OffTrack", null)]
    [InlineData("Met", "AtRisk NoData OnTrack-flat", null)]
    [InlineData("", "OffTrack", null)]
    public void Rule_c_short_term_outcomes_are_met_but_a_final_one_is_off_track(string shortTerm, string final, string? codes) =>
        AssertBreak(codes, BreakRule.ShortTermWithoutFinal, BenchmarkType.ShortTermOutcome, "", "", shortTerm, final);

    [Fact]
    public void Of_several_breaks_the_first_of_the_chain_is_told()
    {
        AssertBreak("E1", BreakRule.DoneWithoutEvidence, BenchmarkType.Activity, "Met", "NoData", "Met", "OffTrack");
        AssertBreak("S2", BreakRule.EvidenceWithoutOutcome, BenchmarkType.EarlyEvidence, "OffTrack", "Met", "Met NotYetDue-flat", "OffTrack");
    }

    [Fact]
    public void For_every_chain_a_break_names_the_benchmarks_that_show_it_and_rule_a_wins()
    {
        var random = new Random(31);
        for (var i = 0; i < 20_000; i++)
        {
            var stages = "AESF".Select(letter => Stage(letter, random)).ToArray();
            var found = Chain.Break(stages[0], stages[1], stages[2], stages[3]);
            var isRuleA = stages[0].Count > 0
                && Chain.RollUp([.. stages[0].Select(b => b.Status)]) is Status.Met or Status.OnTrack
                && stages[1].Any(b => b.Status is Status.NoData or Status.OffTrack);
            Assert.Equal(isRuleA, found?.Rule == BreakRule.DoneWithoutEvidence);
            if (found is null)
            {
                continue;
            }

            var (before, after) = (stages[(int)found.After], stages[(int)found.After + 1]);
            Assert.NotEmpty(before);
            Assert.DoesNotContain(before, b => b.Status is Status.OffTrack or Status.AtRisk or Status.CannotTell or Status.NoData);
            Assert.NotEmpty(found.Codes);
            Assert.Equal(after.Where(b => b.Status is not (Status.Met or Status.Hidden)).Select(b => b.Code).Intersect(found.Codes), found.Codes);
        }
    }

    [Theory]
    [InlineData("30 29 29 29", true)]
    [InlineData("25 29 30", true)]
    [InlineData("30 31 30", false)]
    [InlineData("30 29 30", false)]
    [InlineData("40 20 20 19.9", false)]
    [InlineData("30 30", false)]
    [InlineData("", false)]
    public void Flat_for_two_checks_is_no_better_twice_in_a_row(string figures, bool isFlat)
    {
        Exact[] falling = [.. figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => Exact.From(decimal.Parse(f, System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.Equal(isFlat, Chain.IsFlat(falling, Direction.Decrease));
        Assert.Equal(isFlat, Chain.IsFlat([.. falling.Select(f => 100 - f)], Direction.Increase));
    }

    private static void AssertBreak(
        string? codes, BreakRule rule, BenchmarkType after, string activities, string evidence, string shortTerm, string final)
    {
        var found = Chain.Break(Stage('A', activities), Stage('E', evidence), Stage('S', shortTerm), Stage('F', final));
        if (codes is null)
        {
            Assert.Null(found);
            return;
        }

        Assert.Equal((rule, after), (found!.Rule, found.After));
        Assert.Equal(codes, string.Join(' ', found.Codes));
    }

    private static Status[] Parse(string stage) => Array.ConvertAll(stage.Split(' '), Enum.Parse<Status>);

    private static List<ChainBenchmark> Stage(char letter, string stage) =>
    [
        .. stage.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, i) =>
            new ChainBenchmark($"{letter}{i + 1}", Enum.Parse<Status>(text.Split('-')[0]), text.EndsWith("-flat", StringComparison.Ordinal))),
    ];

    private static List<ChainBenchmark> Stage(char letter, Random random) =>
    [
        .. Enumerable.Range(1, random.Next(4)).Select(i =>
            new ChainBenchmark($"{letter}{i}", Statuses[random.Next(Statuses.Length)], random.Next(3) == 0)),
    ];
}
