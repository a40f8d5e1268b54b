namespace Throughline.Benchmarks.Indexes;

/// <summary>The mean of points that each student's result is worth: 100, 75, 50, 25 or 0 where a state says so.</summary>
public static class CompositeIndex
{
    /// <param name="levels">For each level its points and how many students reached it.</param>
    /// <returns>The mean; null without students.</returns>
    public static Exact? Of(params ReadOnlySpan<(int Points, int Students)> levels)
    {
        var (points, students) = (0L, 0L);
        foreach (var level in levels)
        {
            points += (long)level.Points * level.Students;
            students += level.Students;
        }

        return students > 0 ? Exact.Of(points, students) : null;
    }
}
