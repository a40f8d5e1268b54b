using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Which column of a file holds what, by the headings that are known for it; -1 for what the file does not have.</summary>
internal sealed class Columns
{
    private readonly CsvFile file;
    private readonly string name;
    private readonly ILookup<string, int> places;
    private readonly Dictionary<string, int> said = new(StringComparer.Ordinal);
    private readonly HashSet<int> used = [];

    /// <param name="file">Whose columns they are.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="table">What headings are known.</param>
    /// <param name="matches">What somebody said that columns hold, by their headings; empty for nothing.</param>
    public Columns(CsvFile file, string name, RecordFile table, IReadOnlyDictionary<string, string> matches)
    {
        this.file = file;
        this.name = name;
        var isSaid = file.Header.Select((h, i) => (Place: i, Of: matches.GetValueOrDefault(h))).Where(h => h.Of is not null).ToList();
        foreach (var (place, of) in isSaid.Where(h => h.Of!.Length > 0))
        {
            if (!said.TryAdd(of!, place))
            {
                throw new Problem(ImportTexts.ColumnTwice.With(name, of!));
            }

            used.Add(place);
        }

        places = Enumerable.Range(0, file.Header.Count).Except(isSaid.Select(h => h.Place)).ToLookup(i => Plain.Of(file.Header[i]), StringComparer.Ordinal);
        var files = RecordFiles.Default;
        School = Of("school", files.School);
        Day = Of("date", table.Day);
        Number = Of("id", table.Number);
        Room = Of("room", table.Room);
        if (table.Record.About == Benchmarks.Evidence.RecordSubject.Student || table.Answers is not null)
        {
            Student = Of("student", files.Student);
            State = Of("", files.StudentState);
            Local = Of("", files.StudentLocal);
        }

        Fields = table.Fields.ToDictionary(f => f.Field, f => Of(f.Field, f.Headings), StringComparer.Ordinal);
        More = table.More.ToDictionary(m => m.Key, m => Of(m.Key, m.Value), StringComparer.Ordinal);
    }

    public int School { get; }

    /// <summary>The student's number with the state.</summary>
    public int State { get; } = -1;

    /// <summary>The student's number in the district.</summary>
    public int Local { get; } = -1;

    /// <summary>The student's number, of which the heading does not say whose it is.</summary>
    public int Student { get; } = -1;

    public int Day { get; }

    public int Number { get; }

    public int Room { get; }

    public IReadOnlyDictionary<string, int> Fields { get; }

    public IReadOnlyDictionary<string, int> More { get; }

    public bool HasStudent => State >= 0 || Local >= 0 || Student >= 0;

    /// <summary>What a column holds, by the names under which it can be said; null for nothing.</summary>
    public string? NameOf(int column) => column == School ? "school" : column == Day ? "date" : column == Number ? "id" : column == Room ? "room"
        : column == State || column == Local || column == Student ? "student"
        : Fields.Concat(More).FirstOrDefault(f => f.Value == column).Key;

    /// <summary>How many columns are known.</summary>
    public int Known => used.Count;

    /// <summary>The columns that nothing is read from.</summary>
    public IEnumerable<int> Unused => Enumerable.Range(0, file.Header.Count).Where(i => !used.Contains(i));

    /// <summary>Whether the heading says that the column names a person, which no record needs.</summary>
    public bool NamesPeople(int column)
    {
        var words = Plain.Words(file.Header[column]);
        return RecordFiles.Default.People.Any(p => words.Contains(Plain.Words(p), StringComparison.Ordinal));
    }

    /// <summary>Whether the heading may be a student's number, and is not shown.</summary>
    public bool IsNumber(int column) => IsNumber(file.Header[column]);

    public void Use(int column) => used.Add(column);

    /// <summary>
    /// A file none of whose headings is known, or one of whose is a number, is refused without a word of it: its first line may
    /// be a student's. Where several are known, the headings that it has are shown.
    /// </summary>
    public Problem Missing(string what, IReadOnlyList<string> understood) => new(Known < 2 || file.Header.Any(IsNumber)
        ? ImportTexts.NoHeadingsKnown.With(name, what, string.Join(", ", understood.Take(4)))
        : ImportTexts.HeadingMissing.With(name, what, string.Join(", ", understood.Take(4)), string.Join(", ", file.Header)));

    private static bool IsNumber(string heading) => heading.Length > 0 && heading.All(c => !char.IsLetter(c)) && heading.Any(char.IsDigit);

    private int Of(string what, IReadOnlyList<string> headings)
    {
        if (said.TryGetValue(what, out var place))
        {
            return place;
        }

        foreach (var heading in headings)
        {
            var found = places[Plain.Of(heading)].ToList();
            if (found.Count > 1)
            {
                throw new Problem(ImportTexts.ColumnTwice.With(name, heading));
            }

            if (found.Count == 1)
            {
                used.Add(found[0]);
                return found[0];
            }
        }

        return -1;
    }
}
