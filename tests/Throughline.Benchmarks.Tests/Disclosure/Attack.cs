namespace Throughline.Benchmarks.Tests.Disclosure;

/// <summary>
/// A reader who adds and subtracts the shown rows of one period, each at most once, to get at a set of few students.
/// The reader knows how the groups lie in each other and which races, genders, grades and needs occur, but not in which
/// combinations; a sum tells of a set where every combination is counted once or not at all.
/// </summary>
/// <remarks>
/// All 3ⁿ sums are tried, in four parts: what a sum counts for a student is what its rows count for the needs, the race,
/// the gender and the grade. Since every combination is possible, at most one part counts unlike for unlike students.
/// </remarks>
internal static class Attack
{
    private static readonly (Func<Student, object> Of, string[] Groups)[] Parts =
    [
        (s => (s.Learner, s.LowIncome, s.Disability, s.Own), [.. Student.Groups.Except([.. Student.Races, .. Student.Genders, .. Student.Grades])]),
        (s => s.Race, Student.Races),
        (s => s.Gender, Student.Genders),
        (s => s.Grade, Student.Grades),
    ];

    /// <summary>Whether some sum of the shown rows is about 1 to minimum − 1 of the students.</summary>
    public static bool Succeeds(IReadOnlyList<Student> students, IReadOnlyList<string> table, IReadOnlySet<string> hidden, int minimum = 10)
    {
        var parts = Parts.Select(part =>
        {
            var shown = part.Groups.Where(g => table.Contains(g) && !hidden.Contains(g)).ToArray();
            var kinds = Possible(students, table, part.Groups).GroupBy(part.Of).Select(kind => kind.First()).ToArray();
            var counts = kinds.Select(kind => students.Count(s => part.Of(s).Equals(part.Of(kind)))).ToArray();
            var sums = Sums(shown, kinds);
            return (Counts: counts, Sums: sums, Alike: sums.Where(sum => sum.Max() == sum.Min()).Select(sum => sum[0]).Distinct().ToList());
        }).ToList();
        return parts.Any(part =>
        {
            IEnumerable<int> others = [0];
            foreach (var (_, _, alike) in parts.Where(p => p.Counts != part.Counts))
            {
                others = [.. others.SelectMany(_ => alike, (a, b) => a + b).Distinct()];
            }

            return part.Sums.Any(sum => others.Any(other =>
                Array.TrueForAll(sum, n => n + other is 0 or 1)
                && sum.Zip(part.Counts, (n, count) => (n + other) * count).Sum() is var few && few > 0 && few < minimum));
        });
    }

    /// <summary>
    /// A student of each kind that can be there: the needs that occur, in any combination; the races, genders and grades
    /// that occur. Without "all", neither a need nor one group alone of a family tells that nobody is outside it.
    /// </summary>
    private static List<Student> Possible(IReadOnlyList<Student> students, IReadOnlyList<string> table, string[] groups)
    {
        Student[] outside = table.Contains("all") || table.Count(groups.Contains) > 1 && !groups.Contains("all") ? [] : [Student.Outside];
        var seen = students.Concat(outside).ToList();
        if (!groups.Contains("all"))
        {
            return seen;
        }

        var needs =
            from learner in seen.Select(s => s.Learner).Distinct()
            from lowIncome in seen.Select(s => s.LowIncome).Distinct()
            from disability in seen.Select(s => s.Disability).Distinct()
            from own in seen.Select(s => s.Own).Distinct()
            select Student.Outside with { Learner = learner, LowIncome = lowIncome, Disability = disability, Own = own };
        return [.. needs];
    }

    /// <summary>What each sum of the rows counts for each kind, where it counts at most one more for some than for others.</summary>
    private static List<int[]> Sums(string[] shown, Student[] kinds)
    {
        var sums = new List<int[]>();
        var counts = Array.ConvertAll(shown, row => Array.ConvertAll(kinds, kind => kind.IsIn(row) ? 1 : 0));
        Add(0, new int[kinds.Length]);
        return sums;

        void Add(int row, int[] sum)
        {
            if (row < shown.Length)
            {
                for (var sign = -1; sign <= 1; sign++)
                {
                    var next = (int[])sum.Clone();
                    for (var i = 0; i < next.Length; i++)
                    {
                        next[i] += sign * counts[row][i];
                    }

                    Add(row + 1, next);
                }
            }
            else if (sum.Max() - sum.Min() <= 1)
            {
                sums.Add(sum);
            }
        }
    }
}
