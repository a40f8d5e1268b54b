namespace Throughline.Benchmarks.Language;

/// <summary>The closed word lists of the grammar.</summary>
internal static class Words
{
    private static readonly Dictionary<string, int> OneToTwelve = Counted(
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    public static readonly WordMap<int> Months = new(Counted(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept",
        "october oct", "november nov", "december dec"));

    public static readonly WordMap<int> Numbers = new(OneToTwelve);

    /// <summary>Number words that can stand before "percent" or "points".</summary>
    public static readonly WordMap<int> Numerals = new(new Dictionary<string, int>(OneToTwelve, StringComparer.Ordinal)
    {
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
    });

    public static readonly WordMap<Movement> Movements = Ways(
        (Movement.Increase, "increase increases increased increasing rise rises rising raise raises raised raising grow grows growing "
            + "improve improves improved improving improvement gain gains gaining lift lifts lifting climb climbs climbing boost boosts "
            + "bump up higher greater exceed jump uptick hike"),
        (Movement.Decrease, "decrease decreases decreased decreasing reduce reduces reduced reducing reduction lower lowers lowered "
            + "lowering cut cuts cutting drop drops dropping decline declines declining fall falls falling down shrink shrinks "
            + "halve halves halved dip slide fewer narrow narrows narrowing closing shrinking close erase erasing eliminate smaller less"),
        (Movement.Maintain, "maintain maintains maintained maintaining sustain sustains sustained hold holds remain remains stay stays"));

    /// <summary>Nouns that turn the number before them into an amount of change: "a 10% rise".</summary>
    public static readonly WordSet ChangeNouns = Set(
        "increase decrease reduction rise drop gain decline improvement cut bump growth fall jump dip uptick boost slide hike");

    public static readonly WordSet Periods = Set("day week month quarter trimester semester year");

    public static readonly WordSet Articles = Set("the a an our their its");

    public static readonly WordSet Prior = Set("prior previous last preceding");

    public static readonly WordSet Students = Set(
        "student students studnets stduents studens scholar scholars learner learners pupil pupils children readers graders grader seniors freshmen "
        + "sophomores juniors newcomers kindergarteners kindergartners writers mathematicians schoolers mentees youth males females boys girls "
        + Lexicon.MoreStudents);

    public static readonly WordSet Adults = Set(
        "teacher teachers staff leader leaders principal principals administrator administrators counselor counselors coach coaches "
        + "tutor tutors aides team teams department departments advisors advisor deans faculty plc plcs educators educator leads "
        + "paraprofessionals superintendent classrooms rooms homerooms lessons plans agendas "
        + "clerk clerks secretary secretaries officer officers trainer trainers consultant consultants worker workers manager managers librarian librarians drivers subs substitutes chairs mentor mentors liaison liaisons interventionists specialist specialists paras nurse nurses psychologists assistants "
        + "facilitators hires sst ilt coordinators coordinator " + Lexicon.MoreStaff);

    public static readonly WordSet Families = Set(
        "family families parent parents guardians guardian caregiver caregivers parents/guardians " + Lexicon.MoreFamilies);

    /// <summary>Units of an organization that "each" can speak of.</summary>
    public static readonly WordSet Places = Set("school schools district districts classroom classrooms grade grades");

    public static readonly WordSet RateNouns = Set(
        "rate rates percentage percent % share number count score scores proficiency gap gaps referrals referral attendance "
        + "absenteeism absence absences enrollment enrolment index proportion suspensions suspension incidents tardies write-ups "
        + "disparities disparity performance achievement participation percentile ratio truancy tardiness expulsions dropouts detentions retention completion caseload caseloads");

    /// <summary>Stand-ins for what is to be filled in.</summary>
    public static readonly WordSet Blanks = Set("xx yy zz tbd xxx");

    public static readonly WordSet Modals = Set("will shall should must can would may are is be");

    /// <summary>Words that begin a purpose, a cause or a consequence.</summary>
    public static readonly WordSet Tails = Set(
        "ensuring resulting using leading so where making locking following given through because when while whereby aiming");

    public static WordSet Set(string words) => new(words.Split(' '));

    /// <summary>Pairs of words, a word and what it stands for.</summary>
    public static WordMap<string> Pairs(string words) =>
        new(words.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    /// <summary>The words of the first list are 1, those of the second 2, and so on.</summary>
    private static Dictionary<string, int> Counted(params ReadOnlySpan<string> lists)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var word in lists[i].Split(' '))
            {
                numbers[word] = i + 1;
            }
        }

        return numbers;
    }

    private static WordMap<Movement> Ways(params ReadOnlySpan<(Movement Way, string Words)> lists)
    {
        var ways = new Dictionary<string, Movement>(StringComparer.Ordinal);
        foreach (var (way, words) in lists)
        {
            foreach (var word in words.Split(' '))
            {
                ways[word] = way;
            }
        }

        return new WordMap<Movement>(ways);
    }
}
