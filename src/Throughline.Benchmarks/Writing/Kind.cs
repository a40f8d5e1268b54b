namespace Throughline.Benchmarks.Writing;

/// <summary>What may stand in a blank: how it is written, and how it is read back.</summary>
internal sealed record Kind(Func<object?, Subject, string> Write, Kind.Reading Read)
{
    /// <summary>False, with the cursor where it was, where the text does not go on with one.</summary>
    public delegate bool Reading(Cursor cursor, out object? value);

    /// <summary>A kind from typed ways to write and to read; the reading gives null where there is none.</summary>
    public static Kind Of<T>(Func<T, Subject, string> write, Func<Cursor, T?> read)
        where T : class =>
        new((value, subject) => write((T)value!, subject), (Cursor cursor, out object? value) => (value = Marked(cursor, read)) is not null);

    /// <summary>The same for a value type.</summary>
    public static Kind OfValue<T>(Func<T, Subject, string> write, Func<Cursor, T?> read)
        where T : struct =>
        new((value, subject) => write((T)value!, subject), (Cursor cursor, out object? value) => (value = Marked(cursor, read)) is not null);

    /// <summary>A kind that may be left out; what is not there is read as <paramref name="absent"/>.</summary>
    public static Kind Optional(Func<object?, Subject, string> write, Func<Cursor, object?> read, object? absent) =>
        new(write, (Cursor cursor, out object? value) =>
        {
            value = Marked(cursor, read) ?? absent;
            return true;
        });

    private static T Marked<T>(Cursor cursor, Func<Cursor, T> read)
    {
        var mark = cursor.Mark();
        var value = read(cursor);
        if (value is null)
        {
            cursor.Return(mark);
        }

        return value;
    }
}
