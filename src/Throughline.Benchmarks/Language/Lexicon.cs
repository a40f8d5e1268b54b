namespace Throughline.Benchmarks.Language;

/// <summary>What a word can be. A word of English is often several things; the grammar looks at its neighbours.</summary>
[Flags]
internal enum WordClass
{
    None = 0,

    /// <summary>The plain form of a verb: "use".</summary>
    Verb = 1,

    /// <summary>"uses".</summary>
    Third = 2,

    /// <summary>"using".</summary>
    Ing = 4,

    /// <summary>"used", "taught": past tense or participle.</summary>
    Past = 8,

    /// <summary>A verb that is as often a noun: "plan", "report".</summary>
    AlsoNoun = 16,

    /// <summary>A verb whose act is over once it is done: "plan", "attend", "submit".</summary>
    Act = 32,

    /// <summary>People: "students", "teachers", "families".</summary>
    People = 64,

    /// <summary>Something of which a share can be counted: "classrooms", "lesson plans", "agendas".</summary>
    Countable = 128,

    /// <summary>Joins a noun to a noun: "of", "in".</summary>
    Preposition = 256,

    /// <summary>Stands before a noun: "the", "their".</summary>
    Determiner = 512,

    /// <summary>"is", "are", "be".</summary>
    Being = 1024,

    /// <summary>"who", "that".</summary>
    Relative = 2048,

    /// <summary>A state said of students: "proficient", "absent".</summary>
    State = 4096,

    /// <summary>Says how, between a modal and its verb: "consistently".</summary>
    Adverb = 8192,

    /// <summary>Any form of a verb.</summary>
    AnyVerb = Verb | Third | Ing | Past,
}

/// <summary>
/// The words of the field by what they can be. Sources: the sample benchmarks and guiding principles of Massachusetts and
/// the published plans that docs/language.md names; the forms of regular verbs are built.
/// </summary>
internal static partial class Lexicon
{
    private static readonly WordMap<WordClass> Classes = new(Build());

    /// <summary>What a word can be; "students'" is "students".</summary>
    public static WordClass Of(in Token token, int known)
    {
        if (Classes.TryGet(in token, known, out var kind))
        {
            return kind;
        }

        var word = token.Text;
        return word is [.., 'l', 'y'] && word.Length > 5 ? WordClass.Adverb : WordClass.None;
    }

    /// <summary>Small words that join and count; no noun, no verb, however unknown to the other lists.</summary>
    public static bool IsGrammar(string word) => word is "and" or "or" or "but" or "nor" or "if" or "when" or "while" or "than" or "so" or "because" or "although" or "until" or "unless" or "since"
        or "more" or "most" or "less" or "least" or "fewer" or "few" or "many" or "much" or "some" or "none" or "one" or "two" or "both" or "either" or "neither" or "etc" or "will" or "should" or "must"
        or "shall" or "can" or "could" or "would" or "may" or "might" or "up" or "down" or "out" or "off" or "back" or "again" or "too" or "as" or "like" or "except" or "plus" or "without" or "whether" or "how"
        or "what" or "why" or "they" or "we" or "it" or "he" or "she" or "them" or "us" or "not" or "themselves" or "other" or "another" or "same" or "such" or "under" or "outside" or "inside" or "beyond" or "beside"
        or "behind" or "near" or "along" or "around" or "w" or "vs" or "currently" or "now" or "here" or "there";

    private static Dictionary<string, WordClass> Build()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        AddVerbs(words, ActVerbs, WordClass.Act);
        AddVerbs(words, ActVerbsAlsoNouns, WordClass.Act | WordClass.AlsoNoun);
        AddVerbs(words, OtherVerbs, WordClass.None);
        AddVerbs(words, OtherVerbsAlsoNouns, WordClass.AlsoNoun);
        AddVerbs(words, MoreActVerbs, WordClass.Act);
        AddVerbs(words, MoreVerbs, WordClass.None);
        AddVerbs(words, MoreVerbsAlsoNouns, WordClass.AlsoNoun);
        foreach (var forms in (Irregular + "; " + MoreIrregular).Split(';', StringSplitOptions.TrimEntries))
        {
            AddIrregular(words, forms.Split(' '));
        }

        Add(words, People, WordClass.People);
        Add(words, MoreStudents, WordClass.People);
        Add(words, MoreStaff, WordClass.People);
        Add(words, MoreFamilies, WordClass.People);
        Add(words, Countables, WordClass.Countable);
        Add(words, MoreCountables, WordClass.Countable);
        Add(words, "upon of in on at for with from to by into during across through among between within about as than via per toward towards against over after before throughout", WordClass.Preposition);
        Add(words, "the a an our their its his her this these those each every all any your my no such both", WordClass.Determiner);
        Add(words, "is are was were be been being isn't aren't", WordClass.Being);
        Add(words, "who that which whom whose where", WordClass.Relative);
        Add(words, "proficient advanced distinguished absent tardy truant below above at off feeling enrolled eligible meeting exceeding novice", WordClass.State);
        Add(words, "also not always often then jointly together never still only just once regularly", WordClass.Adverb);
        return words;
    }

    private static void Add(Dictionary<string, WordClass> words, string list, WordClass kind)
    {
        foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words[word] = words.GetValueOrDefault(word) | kind;
        }
    }

    private static void AddVerbs(Dictionary<string, WordClass> words, string list, WordClass kind)
    {
        foreach (var verb in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(words, verb, WordClass.Verb | kind);
            Add(words, Third(verb), WordClass.Third | kind);
            Add(words, Stem(verb) + "ing", WordClass.Ing | (kind & WordClass.Act));
            Add(words, verb.EndsWith('e') ? verb + "d" : verb is [.., not ('a' or 'e' or 'o' or 'u'), 'y'] ? verb[..^1] + "ied" : Stem(verb) + "ed",
                WordClass.Past | (kind & WordClass.Act));
        }
    }

    /// <summary>Plain form, past, participle and, where doubled letters make it irregular, "-ing"; a leading * is an act.</summary>
    private static void AddIrregular(Dictionary<string, WordClass> words, string[] forms)
    {
        var kind = forms[0][0] == '*' ? WordClass.Act : WordClass.None;
        var verb = forms[0].TrimStart('*');
        Add(words, verb, WordClass.Verb | kind);
        Add(words, Third(verb), WordClass.Third | kind);
        Add(words, Stem(verb) + "ing", WordClass.Ing | kind);
        foreach (var past in forms.AsSpan(1))
        {
            Add(words, past, past.EndsWith("ing", StringComparison.Ordinal) ? WordClass.Ing | kind : WordClass.Past | kind);
        }
    }

    private static string Third(string verb) => verb switch
    {
        [.., 's' or 'x' or 'z' or 'o'] or [.., 'c' or 's', 'h'] => verb + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => verb[..^1] + "ies",
        _ => verb + "s",
    };

    /// <summary>What "-ing" and "-ed" are put to: "use" loses its e, "plan" doubles its n.</summary>
    private static string Stem(string verb) => verb switch
    {
        [.., 'e', 'e'] => verb,
        [.., 'i', 'e'] => verb[..^2] + "y",
        [.., 'e'] => verb[..^1],
        _ when Doubles.Words.Contains(verb) => verb + verb[^1],
        _ => verb,
    };

    /// <summary>Apart from the rest, because it must be there before the first verb is built.</summary>
    private static class Doubles
    {
        public static readonly HashSet<string> Words = new(Doubled.Split(' '), StringComparer.Ordinal);
    }
}
