using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Disclosure;
using Xunit;

namespace Throughline.Benchmarks.Tests.Disclosure;

/// <summary>What holds for every table: simulated small schools over a few months, from a fixed seed.</summary>
public sealed class SmallGroupsPropertyTests
{
    private const int Many = 1_000;

    [Fact]
    public void No_sum_or_difference_of_what_is_shown_is_about_a_few_students()
    {
        var random = new Random(21);
        for (var i = 0; i < Many; i++)
        {
            var school = School.Any(random);
            var hidden = SmallGroups.Hidden(school.Table);
            foreach (var (period, students) in school.Periods)
            {
                Assert.False(Attack.Succeeds(students, school.Groups, HiddenIn(period, hidden)), $"{i} {period}: {school.Describe(period, hidden)}");
            }
        }
    }

    [Fact]
    public void The_attack_succeeds_where_only_the_small_groups_are_hidden()
    {
        var random = new Random(22);
        var given = 0;
        for (var i = 0; i < 200; i++)
        {
            var school = School.Any(random);
            var small = school.Table.Where(f => f.Size is null or (> 0 and < 10)).Select(f => (f.Group, f.Period)).ToHashSet();
            given += school.Periods.Any(p => Attack.Succeeds(p.Students, school.Groups, HiddenIn(p.Period, small))) ? 1 : 0;
        }

        Assert.InRange(given, 100, 200);
    }

    [Fact]
    public void The_order_of_the_table_makes_no_difference()
    {
        var random = new Random(23);
        for (var i = 0; i < Many; i++)
        {
            var table = School.Any(random).Table;
            var shuffled = table.ToArray();
            random.Shuffle(shuffled);
            Assert.True(SmallGroups.Hidden(table).SetEquals(SmallGroups.Hidden(shuffled)));
        }
    }

    [Fact]
    public void What_is_small_is_hidden_and_so_is_its_whole_row()
    {
        var random = new Random(24);
        for (var i = 0; i < Many; i++)
        {
            var table = School.Any(random).Table;
            var hidden = SmallGroups.Hidden(table);
            var small = table.Where(f => f.Size is null or (> 0 and < 10)).ToList();
            Assert.All(small, f => Assert.Contains((f.Group, f.Period), hidden));
            var rows = small.Where(f => f.Group != "all").Select(f => f.Group).ToHashSet();
            Assert.All(table.Where(f => rows.Contains(f.Group)), f => Assert.Contains((f.Group, f.Period), hidden));
            Assert.All(table.Where(f => f.Group == "all" && f.Size is >= 10), f => Assert.DoesNotContain((f.Group, f.Period), hidden));
        }
    }

    [Fact]
    public void Nothing_is_hidden_where_every_size_and_every_difference_is_large_or_none()
    {
        var random = new Random(25);
        var clean = 0;
        for (var i = 0; i < Many; i++)
        {
            // Every student ten times: each size and each difference is a multiple of ten.
            var school = School.Any(random, copies: 10);
            if (school.Table.All(f => f.Size is not null))
            {
                clean++;
                Assert.Empty(SmallGroups.Hidden(school.Table));
            }
        }

        Assert.InRange(clean, Many / 2, Many);
    }

    private static HashSet<string> HiddenIn(Period period, IReadOnlySet<(string Group, Period Period)> hidden) =>
        [.. hidden.Where(f => f.Period == period).Select(f => f.Group)];

    private sealed record School(IReadOnlyList<string> Groups, IReadOnlyList<(Period Period, List<Student> Students)> Periods, IReadOnlyList<SizedFigure> Table)
    {
        public static School Any(Random random, int copies = 1)
        {
            var skew = Enumerable.Range(0, 8).Select(_ => random.Next(100)).ToArray();
            skew[7] = random.Next(2) == 0 ? 0 : random.Next(30); // how many have no race or gender that is listed
            var keep = random.Next(50, 110);
            string[] groups = [.. Student.Groups.Where(_ => random.Next(100) < keep)];
            var students = Enumerable.Range(0, random.Next(5, random.Next(2) == 0 ? 60 : 200)).Select(_ => Student.Any(random, skew)).ToList();
            var periods = new List<(Period, List<Student>)>();
            var table = new List<SizedFigure>();
            for (var month = 9; month < 9 + random.Next(1, 4); month++)
            {
                var period = Period.Month(2025, month);
                List<Student> now = [.. students.SelectMany(s => Enumerable.Repeat(s, copies))];
                periods.Add((period, now));
                table.AddRange(groups.Select(g => new SizedFigure(g, period, random.Next(200) == 0 ? null : now.Count(s => s.IsIn(g)))));
                students.RemoveRange(0, Math.Min(students.Count - 1, random.Next(4)));
                students.AddRange(Enumerable.Range(0, random.Next(4)).Select(_ => Student.Any(random, skew)));
            }

            return new School(groups, periods, table);
        }

        public string Describe(Period period, IReadOnlySet<(string Group, Period Period)> hidden) => string.Join(
            ", ", Table.Where(f => f.Period == period).Select(f => $"{f.Group} {f.Size}{(hidden.Contains((f.Group, f.Period)) ? " hidden" : "")}"));
    }
}
