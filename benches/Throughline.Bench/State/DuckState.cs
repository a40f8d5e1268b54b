using Throughline.Benchmarks.Attendance;

namespace Throughline.Bench.State;

/// <summary>
/// The same state and question in DuckDB: on rows, a row for each student and day; and on bits, its own best layout for this,
/// a row for each student and school with bit strings of the days.
/// </summary>
internal static class DuckState
{
    /// <summary>Periods 0 to 9 are the months, 10 to 19 the year up to each.</summary>
    private const string Cells = """
        SELECT school, grp, p, count(*) FILTER (m > 0) AS students, sum(m)::BIGINT AS member, sum(a)::BIGINT AS absent,
            count(*) FILTER (m >= 40) AS asked, count(*) FILTER (m >= 40 AND 10 * a >= m) AS holds
        """;

    private const string Month = "CASE WHEN month(day) >= 9 THEN month(day) - 9 WHEN month(day) >= 7 THEN 0 ELSE month(day) + 3 END";

    /// <summary>Months without a day count too: the year up to them is that of the month before.</summary>
    private const string Rows = $"""
        CREATE TEMP TABLE answer AS
        WITH sm AS (SELECT school, student, {Month} AS p, 2 * count(*) AS m, sum(halves) AS a FROM att GROUP BY ALL),
        dense AS (SELECT s.school, s.student, t.p, coalesce(sm.m, 0) AS m, coalesce(sm.a, 0) AS a
            FROM (SELECT DISTINCT school, student FROM sm) s CROSS JOIN (SELECT unnest(range(10)) AS p) t LEFT JOIN sm USING (school, student, p)),
        whole AS (SELECT *, sum(m) OVER w AS my, sum(a) OVER w AS ay FROM dense WINDOW w AS (PARTITION BY school, student ORDER BY p)),
        pm AS (SELECT x.school, x.student, x.grp, {Month} AS p, 2 * count(*) AS m, sum(halves) AS a
            FROM part x JOIN att USING (school, student) WHERE day BETWEEN x.first_day AND x.last_day GROUP BY ALL),
        pdense AS (SELECT s.school, s.student, s.grp, t.p, coalesce(pm.m, 0) AS m, coalesce(pm.a, 0) AS a
            FROM (SELECT DISTINCT school, student, grp FROM pm) s CROSS JOIN (SELECT unnest(range(10)) AS p) t LEFT JOIN pm USING (school, student, grp, p)),
        pwhole AS (SELECT *, sum(m) OVER w AS my, sum(a) OVER w AS ay FROM pdense WINDOW w AS (PARTITION BY school, student, grp ORDER BY p)),
        every AS (SELECT school, student, grp, p, m, a, my, ay FROM whole JOIN members USING (school, student)
            UNION ALL SELECT school, student, grp, p, m, a, my, ay FROM pwhole)
        SELECT school, grp, p, count(*) FILTER (m > 0) AS students, sum(m)::BIGINT AS member, sum(a)::BIGINT AS absent,
            count(*) FILTER (m >= 40) AS asked, count(*) FILTER (m >= 40 AND 10 * a >= m) AS holds,
            count(*) FILTER (my > 0) AS ystudents, sum(my)::BIGINT AS ymember, sum(ay)::BIGINT AS yabsent,
            count(*) FILTER (my >= 40) AS yasked, count(*) FILTER (my >= 40 AND 10 * ay >= my) AS yholds
        FROM every GROUP BY school, grp, p
        """;

    private const string Bits = $"""
        CREATE TEMP TABLE answer AS
        WITH own AS (SELECT school, student, p, 2 * bit_count(enrolled & days) AS m, 2 * bit_count(absent & days) - bit_count(half & days) AS a
            FROM years JOIN periods USING (school)),
        pown AS (SELECT x.school, x.student, x.grp, p, 2 * bit_count(x.enrolled & days) AS m, 2 * bit_count(x.absent & days) - bit_count(x.half & days) AS a
            FROM part_bits x JOIN periods USING (school)),
        every AS (SELECT school, student, grp, p, m, a FROM own JOIN members USING (school, student) UNION ALL SELECT * FROM pown)
        {Cells} FROM every GROUP BY school, grp, p
        """;

    public static void Make(string file, int schools)
    {
        var state = new InventedState(schools);
        using var duck = new Duck(file);
        duck.Run("CREATE TABLE raw_att (school INTEGER, student INTEGER, day INTEGER, halves INTEGER)");
        duck.Run("CREATE TABLE raw_bits (school INTEGER, student INTEGER, grp INTEGER, kind INTEGER, a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER, f INTEGER)");
        duck.Run("CREATE TABLE members (school INTEGER, student INTEGER, grp INTEGER)");
        duck.Run("CREATE TABLE part (school INTEGER, student INTEGER, grp INTEGER, first_day INTEGER, last_day INTEGER)");
        duck.Append("raw_att", 4, StateStore.Years(state).SelectMany(y => Att(y.School, y.Student, y.Year.Days)));
        duck.Run("CREATE TABLE att AS SELECT school, student, DATE '1970-01-01' + day AS day, halves::TINYINT AS halves FROM raw_att");
        duck.Run("DROP TABLE raw_att");
        duck.Append("members", 3, StateStore.Years(state).SelectMany(y => Groups(y.Year).Select(g => new[] { y.School, y.Student, g })));
        duck.Append("part", 5, StateStore.Years(state).SelectMany(y => Parts(y.School, y.Student, y.Year)));
        duck.Run("CREATE TABLE part_dates AS SELECT school, student, grp, DATE '1970-01-01' + first_day AS first_day, DATE '1970-01-01' + last_day AS last_day FROM part");
        duck.Run("DROP TABLE part");
        duck.Run("ALTER TABLE part_dates RENAME TO part");
        duck.Append("raw_bits", 10, StateStore.Years(state).SelectMany(y => Words(y.School, y.Student, y.Year))
            .Concat(Enumerable.Range(0, schools).SelectMany(Periods)));
        // Six words of 30 days each become one string of 180 bits.
        var bits = string.Concat("abcdef".Select((c, i) => (i == 0 ? "" : " || ") + $"right(({c}::BIT)::VARCHAR, 30)"));
        duck.Run($"CREATE TABLE wide AS SELECT school, student, grp, kind, ({bits})::BIT AS days FROM raw_bits");
        const string Three = "any_value(days) FILTER (kind = 0) AS enrolled, any_value(days) FILTER (kind = 1) AS absent, any_value(days) FILTER (kind = 2) AS half";
        duck.Run($"CREATE TABLE years AS SELECT school, student, {Three} FROM wide WHERE grp = 0 AND kind < 3 GROUP BY school, student ORDER BY school, student");
        duck.Run($"CREATE TABLE part_bits AS SELECT school, student, grp, {Three} FROM wide WHERE grp > 0 AND kind < 3 GROUP BY school, student, grp ORDER BY school, student");
        duck.Run("CREATE TABLE periods AS SELECT school, student AS p, days FROM wide WHERE kind = 3");
        duck.Run("DROP TABLE wide");
        duck.Run("DROP TABLE raw_bits");
        duck.Run("CHECKPOINT");
    }

    /// <summary>Answers, and says what the answers come to.</summary>
    public static (double Seconds, Func<string> Sum) Ask(Duck duck, bool rows)
    {
        duck.Run("DROP TABLE IF EXISTS answer");
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        duck.Run(rows ? Rows : Bits);
        return (System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, () => Sum(duck, rows));
    }

    private static string Sum(Duck duck, bool rows)
    {
        string[] figures = ["students", "member", "absent", "asked", "holds"];
        return duck.Text("SELECT " + string.Join(" || ',' || ", figures.Select(f => rows
            ? $"sum((school % 97 + 1)::HUGEINT * (grp + 1) * ({f} * (p + 1) + y{f} * (p + 11)))"
            : $"sum((school % 97 + 1)::HUGEINT * (grp + 1) * (p + 1) * {f})")) + " FROM answer");
    }

    private static IEnumerable<int[]> Att(int school, int student, StudentDays days)
    {
        var dates = InventedState.DaysOf(InventedState.DistrictOf(school)).Days;
        foreach (var place in days.Enrolled.Places())
        {
            yield return [school, student, dates[place].DayNumber - new DateOnly(1970, 1, 1).DayNumber, days.Absent[place] ? days.Half[place] ? 1 : 2 : 0];
        }
    }

    private static IEnumerable<int> Groups(StudentYear year) => Enumerable.Range(0, StateAnswer.Groups).Where(g => g == 0 || (year.Groups & (1u << g)) != 0);

    private static IEnumerable<int[]> Parts(int school, int student, StudentYear year)
    {
        var dates = InventedState.DaysOf(InventedState.DistrictOf(school)).Days;
        var zero = new DateOnly(1970, 1, 1).DayNumber;
        return year.Partly.Where(p => p.Group < StateAnswer.Groups)
            .Select(p => new[] { school, student, p.Group, dates[p.Days.Places().First()].DayNumber - zero, dates[p.Days.Places().Last()].DayNumber - zero });
    }

    private static IEnumerable<int[]> Words(int school, int student, StudentYear year)
    {
        foreach (var (group, within) in year.Partly.Where(p => p.Group < StateAnswer.Groups).Prepend(new GroupDays(0, DayBits.Before(DayBits.Capacity))))
        {
            var enrolled = year.Days.Enrolled & within;
            yield return Row(school, student, group, 0, enrolled);
            yield return Row(school, student, group, 1, year.Days.Absent & enrolled);
            yield return Row(school, student, group, 2, year.Days.Half & enrolled);
        }
    }

    private static IEnumerable<int[]> Periods(int school)
    {
        var days = InventedState.DaysOf(InventedState.DistrictOf(school));
        return StateAnswer.Question.Periods.Select((p, i) => Row(school, i, 0, 3, days.In(p)));
    }

    private static int[] Row(int school, int student, int group, int kind, DayBits days)
    {
        var words = new int[6];
        foreach (var place in days.Places())
        {
            words[place / 30] |= 1 << (29 - (place % 30));
        }

        return [school, student, group, kind, .. words];
    }
}
