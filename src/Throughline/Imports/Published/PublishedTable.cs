using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Imports.Published;

/// <summary>
/// How a table looks that a state, a city or the federal government publishes: which columns say of whom and of when it
/// speaks, and which measure each of the others is. They stand in published-tables.json: another table is another entry.
/// </summary>
/// <param name="Id">"ma_attendance".</param>
/// <param name="Source">What people call it.</param>
/// <param name="Organization">The ways to know the organization, tried in this order.</param>
internal sealed record PublishedTable(string Id, string Source, IReadOnlyList<OrganizationColumns> Organization)
{
    /// <summary>Names under which the table has the state's own rows.</summary>
    public IReadOnlyList<string> State { get; init; } = [];

    /// <summary>Where the school year stands; null for a table of days.</summary>
    public YearColumn? Year { get; init; }

    /// <summary>Null where every row is of all students.</summary>
    public GroupColumn? Group { get; init; }

    /// <summary>What must stand in some columns for a row to be of the measure: the heading and its text.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows that are none of an organization, such as totals of a city: the heading and its texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LeaveOut { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What must stand above the headings; null where nothing has to.</summary>
    public string? Above { get; init; }

    /// <summary>How many cells a row has at least, where later columns were not there in earlier years.</summary>
    public int? FewestCells { get; init; }

    /// <summary>What an empty cell means.</summary>
    public EmptyCell Empty { get; init; }

    /// <summary>The columns that hold figures.</summary>
    public IReadOnlyList<FigureColumn> Figures { get; init; } = [];

    /// <summary>The measure of each month's mean, where there is a column for each day with the date as its heading; else null.</summary>
    public string? Days { get; init; }
}

/// <summary>A way to know the organization of a row: by its code, or by its name.</summary>
internal sealed record OrganizationColumns
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    /// <summary>Of which kind it is: "school" or "district"; names of the others are not looked at.</summary>
    public string? Kind { get; init; }

    /// <summary>Where the name of its district stands, which must be that of the organization found.</summary>
    public string? District { get; init; }
}

/// <summary>Where a table says its school year: in a column, in the headings of its figures (where they hold {year}), or in its title.</summary>
internal sealed record YearColumn
{
    public string? Column { get; init; }

    public bool Heading { get; init; }

    public bool Title { get; init; }
}

/// <summary>Where the student group stands, and how its words are read: by a list of SheetWords.json and words of its own.</summary>
internal sealed record GroupColumn(string Column)
{
    public string? List { get; init; }

    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>A column of figures: of which measure and group. A table fits without those that are optional.</summary>
internal sealed record FigureColumn(string Column, string Measure)
{
    public string Group { get; init; } = Benchmarks.Measures.StudentGroup.All;

    public bool Optional { get; init; }
}

/// <summary>What an empty cell says: that the figure is not published, or nothing at all.</summary>
internal enum EmptyCell
{
    NotPublished,
    Nothing,
}

/// <summary>The tables that are known, and the marks that stand in place of a figure.</summary>
internal sealed record PublishedTables(PublishedMarks Marks, IReadOnlyList<PublishedTable> Tables)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<EmptyCell>(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Those that ship with the product.</summary>
    public static PublishedTables Default { get; } = Load();

    private static PublishedTables Load()
    {
        using var stream = typeof(PublishedTables).Assembly.GetManifestResourceStream("Throughline.Imports.Published.published-tables.json")!;
        return JsonSerializer.Deserialize<PublishedTables>(stream, Json)!;
    }
}

/// <summary>Marks that stand where a figure is not published: because it is hidden, or because there is none.</summary>
internal sealed record PublishedMarks(IReadOnlyList<string> Hidden, IReadOnlyList<string> Missing);
