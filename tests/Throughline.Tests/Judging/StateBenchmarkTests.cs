using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks.Targets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Judging;

/// <summary>The sentence of the first page, judged for every school of a state and computed again in plain SQL.</summary>
[Collection(MassachusettsGroup.Name)]
public sealed class StateBenchmarkTests(Massachusetts state)
{
    private const string Sentence = "Each school will decrease its percentage of chronically absent students to 10% or less by June 2025";

    private static readonly DateOnly July = new(2025, 7, 1);

    [SharedTheory, Sqlite, Postgres]
    public void The_whole_published_series_goes_in(string provider)
    {
        var series = state.Series(provider);
        Assert.Equal((256_383, 256_381, 0, 0, 2), (series.Read, series.Added, series.Changed, series.Unchanged, series.Refused));
        Assert.Equal(36_003, series.NotPublished);
        Assert.Equal(
            [(212_093L, "value", "meet reporting"), (253_961L, "value", "meet reporting")],
            series.FirstRefusals.Select(r => (r.Line, r.Column, r.Value)));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Every_school_open_that_year_has_the_status_that_plain_sql_gives_it(string provider)
    {
        var judged = await state.JudgeAsync(provider, "state", "2024-25", Sentence, "chronic_absence", null, July);
        Assert.Equal(1_818, judged.Members.Count);

        await using var db = state.On(provider).Database.Context();
        var expected = await db.Database.SqlQueryRaw<Row>(
            """
            SELECT o.code AS "Code", CASE WHEN v.value IS NULL THEN 'no_data' WHEN v.value <= 10 THEN 'met' ELSE 'off_track' END AS "Status"
            FROM organizations o
            LEFT JOIN published_values v ON v.organization_id = o.id AND v."group" = 'all' AND v.period_end = '2025-06-30'
                AND v.measure_version_id = (SELECT id FROM measure_versions WHERE measure = 'chronic_absence')
            WHERE o.kind = 'School' AND o.first_year <= 2025 AND o.latest_year >= 2025
            """).ToListAsync();
        Assert.Equal(
            expected.OrderBy(r => r.Code, StringComparer.Ordinal),
            judged.Judged.Select(a => new Row(a.Member!, Words.Of(a.Status))));
        Assert.Equal((449, 1_360, 9), (judged.Counts()[Status.Met], judged.Counts()[Status.OffTrack], judged.Counts()[Status.NoData]));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Ten_schools_stand_where_their_published_figures_put_them(string provider)
    {
        var judged = await state.JudgeAsync(provider, "state", "2024-25", Sentence, "chronic_absence", null, July);
        var status = judged.Judged.ToDictionary(a => a.Member!, a => a.Status);
        Assert.Equal(Status.Met, status["00400305"]); // East Middle: exactly 10.0
        Assert.Equal(Status.Met, status["01640005"]); // Lynnfield Preschool: 0.0
        Assert.Equal(Status.Met, status["00100410"]); // Ottoson Middle: 9.9
        Assert.Equal(Status.OffTrack, status["00050020"]); // Benjamin J Phelps: 10.1
        Assert.Equal(Status.OffTrack, status["00010001"]); // Abington Early Education Program: 24.5
        Assert.Equal(Status.OffTrack, status["00350518"]); // Community Academy: 98.2
        Assert.Equal(Status.NoData, status["03250015"]); // Franklin Ave: published blank
        Assert.Equal(Status.NoData, status["01090005"]); // Cuttyhunk Elementary: no row for the year
        Assert.Equal(Status.NoData, status["06220008"]); // John F Kennedy Elementary: a year it was not seen in, between others
        Assert.False(status.ContainsKey("00010002")); // Center Elementary: closed after 2016-17
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Below_10_percent_leaves_out_the_schools_at_exactly_10(string provider)
    {
        var judged = await state.JudgeAsync(
            provider, "state", "2024-25", "Each school will decrease its percentage of chronically absent students to below 10% by June 2025", null, null, July);
        Assert.Equal((443, 1_366, 9), (judged.Counts()[Status.Met], judged.Counts()[Status.OffTrack], judged.Counts()[Status.NoData]));
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task A_year_that_no_directory_has_reached_is_judged_for_the_schools_of_the_latest(string provider)
    {
        var judged = await state.JudgeAsync(
            provider, "state", "2025-26..2026-27", "Each school will decrease its percentage of chronically absent students to 10% or less by June 2027", null, null, July);
        Assert.Equal(1_802, judged.Members.Count);
        Assert.Equal(1_802, judged.Counts()[Status.NotYetDue]);
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Before_the_figures_are_due_nothing_is_judged(string provider)
    {
        var judged = await state.JudgeAsync(provider, "state", "2024-25", Sentence, "chronic_absence", null, new DateOnly(2025, 6, 29));
        Assert.Equal(1_818, judged.Counts()[Status.NotYetDue]);
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task Before_the_figures_were_known_there_is_no_data(string provider)
    {
        var judged = await state.JudgeAsync(
            provider, "state", "2024-25", Sentence, "chronic_absence", null, July, Massachusetts.RecordedAt.AddSeconds(-1));
        Assert.Equal(1_818, judged.Counts()[Status.NoData]);
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task The_words_alone_find_the_measure_and_ask_to_have_it_confirmed(string provider)
    {
        var judged = await state.JudgeAsync(provider, "state", "2024-25", Sentence, null, null, July);
        Assert.Equal(("chronic_absence", false), (judged.Measure.Id, judged.Benchmark.MeasureConfirmed));
        Assert.Equal(449, judged.Counts()[Status.Met]);
    }

    [SharedTheory, Sqlite, Postgres]
    public async Task A_district_s_plan_judges_its_own_schools(string provider)
    {
        var judged = await state.JudgeAsync(provider, "00400000", "2024-25", Sentence, "chronic_absence", null, July);
        Assert.All(judged.Members, m => Assert.Equal("00400000", m.Parent!.Code));
        Assert.Contains(judged.Members, m => m.Code == "00400305");
    }

    private sealed record Row(string Code, string Status);
}
