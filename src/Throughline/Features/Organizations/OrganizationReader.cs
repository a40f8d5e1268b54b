using Throughline.Access;
using Throughline.Model;

namespace Throughline.Features.Organizations;

/// <summary>What somebody typed, or what a line of a sheet says, of an organization.</summary>
public sealed record OrganizationText(string? Code, string? Name, string? Kind, string? Parent, string? Grades, string? Type);

/// <summary>What an organization is to be. The parent may stand in the same sheet, so it is named by its code.</summary>
public sealed record OrganizationFacts(string Code, string Name, OrganizationKind Kind, string ParentCode, IReadOnlyList<string> Grades, string? Type);

/// <summary>Makes an organization of text, or says what is wrong, field by field.</summary>
internal static class OrganizationReader
{
    private const int MostName = 200;
    private const int MostCode = 64;

    private static readonly string[] Ladder = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    private static readonly char[] Dashes = ['-', '–'];

    public static (OrganizationFacts? Facts, IReadOnlyList<(string Field, string Message)> Problems) Read(
        OrganizationText text, Viewer viewer, IReadOnlySet<string>? districtsBesides = null)
    {
        var problems = new List<(string, string)>();
        var kind = KindOf(text.Kind);
        var (code, name) = (text.Code?.Trim() ?? "", text.Name?.Trim() ?? "");
        if (!IsPlain(code))
        {
            problems.Add((nameof(text.Code), PeopleTexts.EnterCode));
        }

        if (name.Length is 0 or > MostName)
        {
            problems.Add((nameof(text.Name), PeopleTexts.EnterOrganizationName));
        }

        if (kind is null)
        {
            problems.Add((nameof(text.Kind), PeopleTexts.EnterKind));
        }

        var parent = text.Parent?.Trim() is { Length: > 0 } given ? given : kind == OrganizationKind.District ? Organization.StateCode : "";
        // What stays where it is needs no right in what it stands under.
        var stays = viewer.Tree.Find(code) is { } known && known.Kind == kind && viewer.May(Right.Administer, known) && viewer.Tree.Above(known)?.Code == parent;
        if (kind is not null && !stays && !MayStandUnder(parent, kind.Value, viewer, districtsBesides))
        {
            problems.Add((nameof(text.Parent), kind == OrganizationKind.School ? PeopleTexts.EnterDistrict : PeopleTexts.OnlyStateAddsDistricts));
        }

        var grades = GradesOf(text.Grades);
        if (grades is null)
        {
            problems.Add((nameof(text.Grades), PeopleTexts.EnterGrades));
        }

        return problems.Count > 0
            ? (null, problems)
            : (new OrganizationFacts(code, name, kind!.Value, parent, grades!, text.Type?.Trim() is { Length: > 0 } type ? type : null), []);
    }

    public static OrganizationKind? KindOf(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "SCHOOL" => OrganizationKind.School,
        "DISTRICT" => OrganizationKind.District,
        _ => null,
    };

    /// <summary>"K-5" and "6, 7, 8" as grades, lowest first; null where it is neither.</summary>
    public static IReadOnlyList<string>? GradesOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var ends = text.ToUpperInvariant().Split(Dashes, StringSplitOptions.TrimEntries);
        var places = (ends.Length == 2 ? ends : text.ToUpperInvariant().Split([',', '|', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(g => Array.IndexOf(Ladder, g)).ToList();
        return places.Contains(-1) || (ends.Length == 2 && places[0] > places[1]) ? null
            : ends.Length == 2 ? Ladder[places[0]..(places[1] + 1)]
            : [.. places.Distinct().Order().Select(p => Ladder[p])];
    }

    /// <summary>A code stands in addresses and file names, so it holds nothing that means something there.</summary>
    private static bool IsPlain(string code) => code.Length is > 0 and <= MostCode && code is not ("." or "..")
        && !code.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !code.Any(c => char.IsControl(c) || c is '/' or '\\' or '?' or '#');

    private static bool MayStandUnder(string parent, OrganizationKind kind, Viewer viewer, IReadOnlySet<string>? besides)
    {
        var above = viewer.Tree.Find(parent);
        return kind == OrganizationKind.School
            ? (above is { Kind: OrganizationKind.District } && viewer.May(Right.Administer, above))
                || (above is null && besides?.Contains(parent) == true)
            : above is { Kind: OrganizationKind.State } && viewer.May(Right.Administer, above);
    }
}
