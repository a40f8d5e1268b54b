using System.Globalization;
using System.Text.Json;

namespace Throughline.Benchmarks.Targets;

/// <summary>The written names of the words that files use (docs/contracts.md): not_met, same_period_last_year, points.</summary>
public static class Words
{
    internal static readonly Dictionary<string, ChangeUnit> ChangeUnits = All<ChangeUnit>();
    internal static readonly Dictionary<string, MemberKind> MemberKinds = All<MemberKind>();
    internal static readonly Dictionary<string, PathShape> PathShapes = All<PathShape>();

    /// <summary>The name of a status, a verdict, a reason or another word of the contract: NotYetDue is "not_yet_due".</summary>
    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    /// <summary>A date as files write it, 2026-06-30, on any machine.</summary>
    internal static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, T> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Of);
}
