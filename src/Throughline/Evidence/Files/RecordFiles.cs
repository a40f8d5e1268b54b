using System.Text.Json;
using Throughline.Benchmarks.Evidence;

namespace Throughline.Evidence.Files;

/// <summary>How files of records are read, from the data file beside this one: what headings and words mean.</summary>
internal sealed record RecordFiles(
    IReadOnlyList<string> Missing, IReadOnlyList<string> Hidden, IReadOnlyList<string> School, IReadOnlyList<string> StudentState,
    IReadOnlyList<string> StudentLocal, IReadOnlyList<string> Student, IReadOnlyList<string> People, IReadOnlyList<RecordFile> Kinds)
{
    private static readonly Lazy<RecordFiles> BuiltIn = new(() =>
    {
        using var stream = typeof(RecordFiles).Assembly.GetManifestResourceStream("Throughline.Evidence.Files.record-files.json")!;
        return JsonSerializer.Deserialize<RecordFiles>(stream, JsonSerializerOptions.Web)!;
    });

    public static RecordFiles Default => BuiltIn.Value;

    /// <summary>By the name that the command line gives it: "incidents".</summary>
    public RecordFile Of(string import) => Kinds.Single(k => k.Import == import);
}

/// <summary>How files of one kind of record are read.</summary>
/// <param name="Import">What the command line calls them.</param>
/// <param name="Kind">The kind of record, by its name in the library.</param>
/// <param name="Day">Headings of the day.</param>
/// <param name="Number">Headings of the source's own number.</param>
/// <param name="Key">What makes a row that row; with a question mark, only where the source has no number of its own.</param>
/// <param name="Fields">The fields of the kind that files can have.</param>
internal sealed record RecordFile(
    string Import, string Kind, IReadOnlyList<string> Day, IReadOnlyList<string> Number, IReadOnlyList<string> Key, IReadOnlyList<FileField> Fields)
{
    /// <summary>Columns that are no field but take part in the key, or hold what fields are read from.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> More { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Headings of the room.</summary>
    public IReadOnlyList<string> Room { get; init; } = [];

    /// <summary>Whether rows with one key are several things that happened; else they contradict each other.</summary>
    public bool Repeats { get; init; }

    /// <summary>The field within which a complete file is complete; null where it is for everything of its kind.</summary>
    public string? Scope { get; init; }

    /// <summary>Fields without which a row says nothing.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Columns of which a file needs one.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Whether a sheet may have a column for each test, subject and window.</summary>
    public bool Wide { get; init; }

    /// <summary>The words of a heading that name a time of the year.</summary>
    public IReadOnlyList<string> Windows { get; init; } = [];

    /// <summary>Words of headings whose columns hold no result.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How a sheet with a column for each item is read; null where there is none.</summary>
    public ItemColumns? ColumnsOf { get; init; }

    /// <summary>How single answers are counted; null where a kind has none.</summary>
    public AnswerWords? Answers { get; init; }

    public RecordKind Record => RecordKinds.Default.Find(Kind)!;
}

/// <summary>How a field of a record is read.</summary>
/// <param name="Field">Its name in the library.</param>
/// <param name="Headings">What files call it.</param>
internal sealed record FileField(string Field, IReadOnlyList<string> Headings)
{
    /// <summary>What files write for each word of the field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether a word counts where it is a part of the cell too: "mcas" in "MCAS Gr 10 ELA".</summary>
    public bool Within { get; init; }

    /// <summary>Other columns whose words are looked at where the own one says nothing.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Whether the file's name, or a word of it, stands for a field that is not in the file.</summary>
    public bool FromFile { get; init; }

    /// <summary>Whether a text that is too long for a code is cut; else it is refused.</summary>
    public bool Shorten { get; init; }

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>The field that this one cannot be above.</summary>
    public string? NotAbove { get; init; }
}

/// <summary>Where the heading and the cell of an item's column go.</summary>
internal sealed record ItemColumns(string Item, string Value);

/// <summary>What counts as a favourable answer, as another one, and as none.</summary>
/// <param name="Favourable">Words of favourable answers.</param>
/// <param name="Others">Words of answers that are not favourable.</param>
/// <param name="None">Words of who did not answer.</param>
/// <param name="Highest">Answers are numbers from 1 to this.</param>
/// <param name="FavourableFrom">The lowest number that is favourable.</param>
internal sealed record AnswerWords(
    IReadOnlyList<string> Favourable, IReadOnlyList<string> Others, IReadOnlyList<string> None, int Highest, int FavourableFrom);
