using System.Collections;

namespace Throughline.Benchmarks.Writing;

/// <summary>What stands in the blanks of a pattern, by their names.</summary>
internal sealed class Filling : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public object? this[string blank]
    {
        get => values[blank];
        set => values[blank] = value;
    }

    public void Add(string blank, object? value) => values.Add(blank, value);

    public T Get<T>(string blank) => (T)values[blank]!;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
