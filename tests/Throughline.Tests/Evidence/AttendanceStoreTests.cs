using Throughline.Data;
using Throughline.Evidence;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence;

/// <summary>What holds for every calendar, move, correction and membership, in the real store, against counting day by day.</summary>
public sealed class AttendanceStoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_kept_is_what_the_days_come_to_now_and_at_any_instant_before(int seed)
    {
        foreach (var provider in TestDatabase.Providers)
        {
            await using var test = await TestDatabase.CreateAsync(provider);
            var random = new Random(seed);
            var state = new AnyState(test.Database, random);
            await state.MakeAsync(students: 14);
            var instants = new List<DateTimeOffset>();
            for (var i = 0; i < 60; i++)
            {
                await state.HappenAsync();
                instants.Add(state.Now);
                if (i % 15 == 14)
                {
                    await AssertKeptAsync(test.Database, state);
                }
            }

            foreach (var at in instants.Where(_ => random.Next(6) == 0))
            {
                await AssertReplayAsync(test.Database, state, at);
            }

            await AssertAnswersAsync(test.Database, state);
        }
    }

    private static IEnumerable<(int Organization, List<int> Schools)> Organizations(AnyState state) =>
    [
        .. state.Districts.Keys.Select(s => (s, new List<int> { s })),
        .. state.Districts.GroupBy(d => d.Value).Select(d => (d.Key, d.Select(s => s.Key).ToList())),
        (state.State, [.. state.Districts.Keys]),
    ];

    /// <summary>The standing totals, which each change has brought up to date.</summary>
    private static async Task AssertKeptAsync(Database database, AnyState state)
    {
        var known = state.Raw.At(state.Now);
        await using var session = await Session.BeginReadAsync(database, default);
        foreach (var (organization, schools) in Organizations(state))
        {
            var totals = await new TotalsRows(session).ReadAsync(organization, AnyState.Year, default) ?? Standing.Nothing();
            Assert.Null(known.Difference(totals, schools, Standing.Periods(AnyState.Year)));
        }
    }

    /// <summary>Each school as it was known then, from what corrections replaced.</summary>
    private static async Task AssertReplayAsync(Database database, AnyState state, DateTimeOffset at)
    {
        var known = state.Raw.At(at);
        await using var session = await Session.BeginReadAsync(database, default);
        foreach (var school in state.Districts.Keys)
        {
            var then = await new AttendanceReplay(session).SchoolAsync(school, AnyState.Year, at, default);
            var table = Standing.Table();
            var days = then.Days.In(Standing.Periods(AnyState.Year), at);
            foreach (var student in then.Students.Values)
            {
                table.Add((student, days));
            }

            Assert.Null(known.Difference(table.Totals(), [school], Standing.Periods(AnyState.Year)));
        }
    }

    /// <summary>A question asked of all schools at once, from the database and from memory, and the totals made anew.</summary>
    private static async Task AssertAnswersAsync(Database database, AnyState state)
    {
        var tabulation = new AttendanceTabulation(database, AnyState.Year);
        var question = AttendanceQuestion.Standing(AnyState.Year);
        var read = await tabulation.AskAsync(question, default);
        var held = await tabulation.AskAsync(question, await tabulation.LoadAsync(default), default);
        await tabulation.KeepAsync(default);
        var known = state.Raw.At(state.Now);
        foreach (var (organization, schools) in Organizations(state))
        {
            var totals = read.Organizations.GetValueOrDefault(organization) ?? Standing.Nothing();
            Assert.Null(known.Difference(totals, schools, question.Periods));
            Assert.Equal(totals, held.Organizations.GetValueOrDefault(organization) ?? Standing.Nothing());
        }

        await AssertKeptAsync(database, state);
    }
}
