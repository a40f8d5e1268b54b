using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Writing;

/// <summary>Words that say which way: at least or at most, rise or fall.</summary>
internal sealed partial class Grammar
{
    private void AddWays()
    {
        AddWay("move", isOwn: false);
        AddWay("higher", isOwn: false);
        AddWay("atleast", isOwn: false);
        AddWay("floor", isOwn: true);
        AddChoice("least", Directions.SelectMany(way => new[]
        {
            ((way, false), Text($"atleast_{way}")),
            ((way, true), Text($"beyond_{way}")),
        }));
        AddChoice("go", [(1, Text("move_Increase")), (-1, Text("move_Decrease")), (0, Text("move_None"))]);
        Asking<(Direction Way, bool IsStrict)>("least", found => found.Way, isOwn: false);
        Asking<int>("go", sign => sign == 0 ? null : sign > 0 ? Direction.Increase : Direction.Decrease, isOwn: true);
    }

    private static Direction[] Directions => Enum.GetValues<Direction>();

    private void AddWay(string kind, bool isOwn)
    {
        AddChoice(kind, Directions.Select(way => (way, Text($"{kind}_{way}"))));
        Asking<Direction>(kind, way => way, isOwn);
    }

    /// <summary>Has the cursor note the way that the word asks for.</summary>
    private void Asking<T>(string kind, Func<T, Direction?> way, bool isOwn)
        where T : struct
    {
        var (write, read) = (kinds[kind].Write, kinds[kind].Read);
        kinds[kind] = new Kind(write, (Cursor cursor, out object? value) =>
        {
            var isRead = read(cursor, out value);
            if (isRead && way((T)value!) is { } asked)
            {
                cursor.Ask(asked, isOwn);
            }

            return isRead;
        });
    }
}
