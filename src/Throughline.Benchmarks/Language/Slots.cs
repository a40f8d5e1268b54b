namespace Throughline.Benchmarks.Language;

/// <summary>The parts of a statement with what they do: the head clause, its amounts, the deadline, the frequencies.</summary>
internal sealed partial class Slots
{
    private static readonly WordSet Saying = Words.Set("will shall should be is are");

    private static readonly WordSet Modals = Words.Set("will shall should");

    private static readonly WordSet Joining = Words.Set("and while plus & ,");

    private readonly Tokens tokens;

    public Slots(Parts parts)
    {
        Parts = parts;
        tokens = parts.Tokens;
        Roles.Assign(parts);
        Quantities = parts.Amounts.FindAll(static a => a.Role is AmountRole.Level or AmountRole.Change);
        Baselines = parts.Amounts.FindAll(static a => a.Role == AmountRole.Baseline);
        Universal = FirstQuantity();
        var quantity = Math.Min(Quantities.Count > 0 ? Quantities[0].First : tokens.Count, Universal?.First ?? tokens.Count);
        HeadFirst = HeadStart(quantity == tokens.Count ? 0 : quantity);
        HeadPast = HeadEnd(quantity == tokens.Count ? 0 : quantity);
        Head = WithinHead();
        EvidencePast = parts.Evidence.Count == 0 ? 0 : EvidenceEnd(parts.Evidence[0]);
        Dates = DatesOfTargets();
        isListed = Quantities.Count > 1 && Quantities.TrueForAll(a => a.Role == AmountRole.Level && Labelled(a) is not null);
        steps = isListed || HasLevelsOfTwoDates() ? null : StepsOn();
        Evolves = isListed || steps is not null || HasLevelsOfTwoDates();
        Deadline = ChooseDeadline();
        Steps = Evolves ? StepsOfLadder() : [];
        Often = OftenOf(orAdjective: false) ?? OftenOf(orAdjective: true);
        Measuring = MeasuringOf();
        Groups = GroupFinder.Find(parts, ClauseEnd(HeadFirst));
        Comparison = parts.Comparisons.Count > 0 ? parts.Comparisons[0] : null;
    }

    public Parts Parts { get; }

    /// <summary>Every amount that says how much is aimed at.</summary>
    public List<AmountMention> Quantities { get; }

    public List<AmountMention> Baselines { get; }

    /// <summary>The "each" or "all" that is a quantity; null where the text has none.</summary>
    public UniversalMention? Universal { get; }

    /// <summary>The clause with the first quantity, from here ...</summary>
    public int HeadFirst { get; }

    /// <summary>... to here, excluded.</summary>
    public int HeadPast { get; }

    /// <summary>The amounts of the head clause.</summary>
    public List<AmountMention> Head { get; }

    public int EvidencePast { get; }

    public DateMention? Deadline { get; }

    public FrequencyMention? Often { get; }

    public FrequencyMention? Measuring { get; }

    public ComparisonMention? Comparison { get; }

    /// <summary>The student groups of the head clause.</summary>
    public GroupsNamed Groups { get; }

    /// <summary>One measure has values for more than one date.</summary>
    public bool Evolves { get; }

    private List<DateMention> Dates { get; }

    /// <summary>"Favorable Teacher Support on the survey": a rating word is the aim.</summary>
    public bool RatingOpens => Quantities.Count == 0 && tokens.Is(HeadFirst, "favorable") && tokens.StartsUpper(HeadFirst + 1);

    /// <summary>One measure with a level for each of several dates, in their order; empty where it is anything else.</summary>
    public IReadOnlyList<(AmountMention Amount, DateMention Due)> Steps { get; }

    /// <summary>Every figure has its date and a colon before it: "Nov: 40%, Jan: 60%".</summary>
    private readonly bool isListed;

    /// <summary>The date of the first of two steps: "By EOY 2028, 40% ...; 70% by EOY 2029".</summary>
    private readonly DateMention? steps;

    /// <summary>The date of one amount: its own where one is stated, else the deadline.</summary>
    public DateMention? DueOf(AmountMention amount) => isListed ? Labelled(amount) : steps is not null && amount == Quantities[0] ? steps : Evolves ? (steps is null ? null : DateBefore(amount)) ?? DateAfter(amount) ?? Deadline : Deadline;

    /// <summary>Past the last token of the clause that holds a token: up to a full stop, a semicolon or a new line.</summary>
    public int ClauseEnd(int at)
    {
        while (at < tokens.Count && !Ends(at) && !(BeginsLine(at) && tokens.StartsUpper(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>A new line begins a new part, unless the words before it clearly go on.</summary>
    private bool BeginsLine(int at) => tokens[at].NewLine && !tokens.Can(at - 1, WordClass.Preposition | WordClass.Determiner)
        && tokens.Word(at - 1) is not ("and" or "or" or "," or "&" or "to" or "/" or "-");

    /// <summary>A full stop that ends a sentence, not one inside "e.g." or after "Gr.".</summary>
    private bool Ends(int at) => tokens.Is(at, ";")
        || (tokens.Is(at, ".") && !tokens[at + 1].Touches && tokens.Word(at - 1) is not ("gr" or "vs" or "no" or "g" or "e" or "approx"));

    /// <summary>Evidence that opens the sentence ends at its comma.</summary>
    private int EvidenceEnd(EvidenceMention lead)
    {
        var end = ClauseEnd(lead.Past);
        for (var at = lead.Past; lead.First <= HeadFirst + 1 && at < end; at++)
        {
            if (tokens.Is(at, ","))
            {
                return at;
            }
        }

        return end;
    }

    private UniversalMention? FirstQuantity()
    {
        foreach (var universal in Parts.Universals)
        {
            if (IsQuantity(universal))
            {
                return universal;
            }
        }

        return null;
    }

    private List<AmountMention> WithinHead()
    {
        var head = new List<AmountMention>(Quantities.Count);
        foreach (var amount in Quantities)
        {
            if (amount.First >= HeadFirst && amount.Past <= HeadPast)
            {
                head.Add(amount);
            }
        }

        return head;
    }

    private bool IsQuantity(UniversalMention universal)
    {
        for (var at = Math.Max(0, universal.First - 12); at < universal.First; at++)
        {
            if (tokens.IsAny(at, Words.Tails) || (tokens.Is(at, "to") && tokens.Word(at + 1) is "ensure" or "see"))
            {
                return false;
            }
        }

        foreach (var lead in Parts.Evidence)
        {
            if (lead.First < universal.First && ClauseEnd(lead.Past) > universal.First)
            {
                return false;
            }
        }

        return true;
    }

    private int HeadStart(int at)
    {
        while (at > 0 && !Ends(at - 1) && !BeginsLine(at))
        {
            at--;
        }

        return at;
    }

    /// <summary>Where a new subject with a predicate of its own begins, or the clause ends.</summary>
    private int HeadEnd(int at)
    {
        var end = ClauseEnd(at);
        var said = false;
        for (var i = HeadFirst; i <= at && !said; i++)
        {
            said = tokens.IsAny(i, Modals);
        }

        for (var i = at + 1; i < end; i++)
        {
            said = said || tokens.IsAny(i, Saying) || tokens.Can(i, WordClass.Verb) && !tokens.Can(i, WordClass.AlsoNoun)
                && tokens.Can(i - 1, WordClass.People);
            if (BeginsLine(i) || (said && tokens.IsAny(i, Joining) && HasPredicate(i + 1, Math.Min(end, i + 16))))
            {
                return i;
            }
        }

        return end;
    }

    private bool HasPredicate(int first, int past)
    {
        for (var i = first; i < past; i++)
        {
            if (tokens.Word(i) is "will" or "shall" or "should" or "it'll" or "they'll")
            {
                return i > first || tokens.Word(i) is "it'll" or "they'll"; // "and will ..." goes on with the same subject
            }

            if (tokens.Word(i) is "," or "and" or "that" or "where" or "who" or "so" or "which")
            {
                return false;
            }
        }

        return false;
    }
}
