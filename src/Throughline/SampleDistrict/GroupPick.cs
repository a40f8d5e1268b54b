namespace Throughline.SampleDistrict;

/// <summary>
/// Picks some of many so that as many of each group are among them as a figure says: how rows are found that come to the
/// figures of the story.
/// </summary>
/// <param name="candidates">Of whom to pick, each with the groups they are in.</param>
/// <param name="dice">Who it is where several would do.</param>
internal sealed class GroupPick<T>(IReadOnlyList<(T One, IReadOnlySet<string> Groups)> candidates, Dice dice)
{
    private const int MostSteps = 4_000;
    private const int Shakes = 4;

    /// <param name="wanted">For "all" and each group that matters, how many.</param>
    /// <param name="near">Whom to keep where it can be done: those of the figure before.</param>
    /// <param name="what">For the message where no choice comes to the figures.</param>
    public HashSet<T> Of(IReadOnlyDictionary<string, long> wanted, IReadOnlySet<T>? near, string what)
    {
        var groups = wanted.Keys.Where(g => g != "all").Order(StringComparer.Ordinal).ToList();
        var kinds = candidates
            .GroupBy(c => groups.Select((g, i) => c.Groups.Contains(g) ? 1 << i : 0).Sum())
            .OrderBy(k => k.Key)
            .Select(k => (Bits: k.Key, Members: InTurn(k.Select(c => c.One), near)))
            .ToList();
        var goal = groups.Select(g => wanted[g]).Append(wanted["all"]).ToArray();
        var picked = Counts(kinds.ConvertAll(k => k.Members), near, goal[^1]);
        var off = new long[goal.Length];
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            Add(off, kinds[kind].Bits, picked[kind]);
        }

        for (var i = 0; i < goal.Length; i++)
        {
            off[i] -= goal[i];
        }

        for (var step = 0; off.Any(o => o != 0); step++)
        {
            if (step == MostSteps)
            {
                throw new InvalidOperationException($"No choice of students comes to the figures of {what}: off by {string.Join(", ", groups.Append("all").Zip(off))}.");
            }

            Step(kinds.ConvertAll(k => (k.Bits, k.Members.Count)), picked, off);
        }

        return [.. kinds.SelectMany((k, i) => k.Members.Take(picked[i]))];
    }

    /// <summary>Those to keep first, the others as the dice fall.</summary>
    private List<T> InTurn(IEnumerable<T> members, IReadOnlySet<T>? near)
    {
        var all = members.ToList();
        for (var i = all.Count - 1; i > 0; i--)
        {
            var other = dice.Between(0, i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return near is null ? all : [.. all.OrderByDescending(near.Contains)];
    }

    /// <summary>Where the search begins: the figure before, or everybody's even share.</summary>
    private static int[] Counts(List<List<T>> kinds, IReadOnlySet<T>? near, long total)
    {
        var all = Math.Max(1, kinds.Sum(k => k.Count));
        return [.. kinds.Select(k => near is null ? (int)Math.Min(k.Count, k.Count * total / all) : k.Count(near.Contains))];
    }

    /// <summary>One more of a kind, one fewer, or one in another's place: whichever brings the figures nearest, or any where none does.</summary>
    private void Step(List<(int Bits, int Count)> kinds, int[] picked, long[] off)
    {
        var (least, from, to) = (Distance(off, 0, 0, 0, 0), -1, -1);
        for (var away = -1; away < kinds.Count; away++)
        {
            for (var more = -1; more < kinds.Count; more++)
            {
                if (away == more || (away >= 0 && picked[away] == 0) || (more >= 0 && picked[more] == kinds[more].Count))
                {
                    continue;
                }

                var distance = Distance(off, away < 0 ? 0 : kinds[away].Bits, away < 0 ? 0 : -1, more < 0 ? 0 : kinds[more].Bits, more < 0 ? 0 : 1);
                if (distance < least)
                {
                    (least, from, to) = (distance, away, more);
                }
            }
        }

        if (from >= 0 || to >= 0)
        {
            Exchange(kinds, picked, off, from, to);
            return;
        }

        // Where nothing brings them nearer, some change places as the dice fall, and the search goes on from there.
        for (var shake = 0; shake < Shakes; shake++)
        {
            (from, to) = (dice.Between(0, kinds.Count - 1), dice.Between(0, kinds.Count - 1));
            if (picked[from] > 0 && picked[to] < kinds[to].Count)
            {
                Exchange(kinds, picked, off, from, to);
            }
        }
    }

    private static void Exchange(List<(int Bits, int Count)> kinds, int[] picked, long[] off, int from, int to)
    {
        if (from >= 0)
        {
            picked[from]--;
            Add(off, kinds[from].Bits, -1);
        }

        if (to >= 0)
        {
            picked[to]++;
            Add(off, kinds[to].Bits, 1);
        }
    }

    private static void Add(long[] off, int bits, int count)
    {
        for (var i = 0; i < off.Length - 1; i++)
        {
            off[i] += (bits >> i & 1) * count;
        }

        off[^1] += count;
    }

    private static long Distance(long[] off, int bits, int by, int other, int byOther)
    {
        var sum = Math.Abs(off[^1] + by + byOther);
        for (var i = 0; i < off.Length - 1; i++)
        {
            sum += Math.Abs(off[i] + ((bits >> i & 1) * by) + ((other >> i & 1) * byOther));
        }

        return sum;
    }
}
