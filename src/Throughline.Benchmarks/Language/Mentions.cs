namespace Throughline.Benchmarks.Language;

/// <summary>A part of a statement that a production recognised, from one token up to another, which is not included.</summary>
internal abstract record Mention(int First, int Past);

/// <summary>A date or a deadline without one. Firm: a preposition says that something happens by then.</summary>
internal sealed record DateMention(int First, int Past, DateOnly? Date, DatePrecision Precision, bool Firm) : Mention(First, Past)
{
    /// <summary>A day that no month has: "June 31".</summary>
    public bool IsNoDay { get; init; }
}

/// <summary>How often. Times: "three times a week" is 3; Adjective: "monthly", said of a noun.</summary>
internal sealed record FrequencyMention(int First, int Past, Frequency How, decimal? Times, string? Per, bool Adjective)
    : Mention(First, Past);

/// <summary>What a figure is compared with. Period: the unit it names ("month", "year"); Same: the same one a year before.</summary>
internal sealed record ComparisonMention(int First, int Past, string Period, bool Same) : Mention(First, Past);

/// <summary>A word of movement: "reduce", "rise".</summary>
internal sealed record MovementMention(int First, int Past, Movement Way) : Mention(First, Past);

/// <summary>The words that lead to the evidence: "as measured by".</summary>
internal sealed record EvidenceMention(int First, int Past) : Mention(First, Past);

/// <summary>"each", "every", "all" of something that is not a time.</summary>
internal sealed record UniversalMention(int First, int Past) : Mention(First, Past);

/// <summary>Which side of a value is meant.</summary>
internal enum Bound
{
    None,
    AtLeast,
    AtMost,
}

/// <summary>What an amount does in its sentence.</summary>
internal enum AmountRole
{
    Unused,
    Level,
    Change,
    Baseline,
    Threshold,
}

/// <summary>A number, or the blank left for one, with its unit.</summary>
/// <param name="First">Its first token, words of comparison included.</param>
/// <param name="Past">Past its last one, excluded.</param>
/// <param name="At">The token of the number.</param>
/// <param name="Value">Null for a blank.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Unit">By its own words; null for a bare number.</param>
/// <param name="Bound">Which side is meant.</param>
internal sealed record AmountMention(int First, int Past, int At, decimal? Value, decimal? Max, TargetUnit? Unit, Bound Bound)
    : Mention(First, Past)
{
    public AmountRole Role { get; set; }

    /// <summary>A part of the figure it starts from, without doubt: "half", "one-third".</summary>
    public bool IsPart { get; init; }

    /// <summary>A count of what a verb makes or holds: "host three forums".</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether the value itself is not enough: "below", "more than".</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether its side is said by what may not happen: "not fall below".</summary>
    public bool IsKept { get; init; }

    public bool IsPercent => Unit is TargetUnit.Percent or TargetUnit.PercentagePoints;
}

/// <summary>A measure of the catalog, by one of its phrases.</summary>
internal sealed record PhraseMention(int First, int Past, Measures.Measure Measure) : Mention(First, Past);

/// <summary>A blank or stand-in: XX, TBD, a line.</summary>
internal sealed record PlaceholderMention(int First, int Past) : Mention(First, Past);

/// <summary>Everything that was recognised in a statement, each list in the order of the text.</summary>
internal sealed record Parts(Tokens Tokens, List<PhraseMention> Phrases)
{
    public List<DateMention> Dates { get; } = [];

    public List<FrequencyMention> Frequencies { get; } = [];

    public List<ComparisonMention> Comparisons { get; } = [];

    public List<AmountMention> Amounts { get; } = [];

    public List<MovementMention> Movements { get; } = [];

    public List<EvidenceMention> Evidence { get; } = [];

    public List<UniversalMention> Universals { get; } = [];

    public List<PlaceholderMention> Placeholders { get; } = [];

    /// <summary>The date that begins at a token; null where none does.</summary>
    public DateMention? DateAt(int at) => At(Dates, at);

    public EvidenceMention? EvidenceAt(int at) => At(Evidence, at);

    public FrequencyMention? FrequencyAt(int at) => At(Frequencies, at);

    public ComparisonMention? ComparisonAt(int at) => At(Comparisons, at);

    public AmountMention? AmountAt(int at) => At(Amounts, at);

    /// <summary>A date ends before a token.</summary>
    public bool DateEnds(int at)
    {
        foreach (var date in Dates)
        {
            if (date.Past == at)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The amount that holds a token; null where none does.</summary>
    public AmountMention? AmountOver(int at)
    {
        foreach (var amount in Amounts)
        {
            if (amount.First <= at && at < amount.Past)
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>The phrase of the catalog that holds a token; null where none does.</summary>
    public PhraseMention? PhraseOver(int at)
    {
        foreach (var phrase in Phrases)
        {
            if (phrase.First <= at && at < phrase.Past)
            {
                return phrase;
            }
        }

        return null;
    }

    private static T? At<T>(List<T> mentions, int at)
        where T : Mention
    {
        foreach (var mention in mentions)
        {
            if (mention.First == at)
            {
                return mention;
            }
        }

        return null;
    }
}
