using System.Globalization;
using Throughline.Access;
using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.People;

/// <summary>What somebody typed, or what a line of a sheet says, of a person and a role.</summary>
public sealed record PersonText(string? Name, string? Email, string? Role, string? Organization, string? First, string? Last);

/// <summary>Makes a person with a role of text, or says what is wrong, field by field.</summary>
internal static class PersonReader
{
    private const int MostName = 200;

    public static (NewPerson? Person, IReadOnlyList<(string Field, string Message)> Problems) Read(PersonText text, Viewer viewer, DateOnly today)
    {
        var problems = new List<(string, string)>();
        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add((field, message));
            }
        }

        Check(text.Name?.Trim() is { Length: > 0 and <= MostName }, nameof(text.Name), PeopleTexts.EnterName);
        Check(Account.IsEmail(text.Email), nameof(text.Email), PeopleTexts.EnterEmail);
        var role = RoleOf(text.Role);
        Check(role is not null, nameof(text.Role), PeopleTexts.EnterRole);
        var place = text.Organization?.Trim() is { Length: > 0 } code ? viewer.Tree.Find(code) : null;
        // A place where one gives nothing is answered as one that is not there.
        Check(place is not null && viewer.GivesSomethingIn(place), nameof(text.Organization), PeopleTexts.NoSuchPlace);
        if (place is not null && role is { } kind && viewer.GivesSomethingIn(place))
        {
            Check(viewer.MayGive(kind, place), nameof(text.Role), PeopleTexts.CannotGive.With(PeopleWords.Of(kind), place.Name));
        }

        var first = string.IsNullOrWhiteSpace(text.First) ? today : Day(text.First);
        var last = Day(text.Last);
        Check(first is not null, nameof(text.First), PeopleTexts.NotADay);
        Check(last is not null || string.IsNullOrWhiteSpace(text.Last), nameof(text.Last), PeopleTexts.NotADay);
        Check(last is null || first is null || last >= first, nameof(text.Last), PeopleTexts.LastBeforeFirst);
        return problems.Count > 0
            ? (null, problems)
            : (new NewPerson(text.Name!.Trim(), text.Email!.Trim(), role!.Value, place!, first!.Value, last), []);
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A role by its name in the program, or by its words: "SchoolLeader", "school leader", "School_leader".</summary>
    public static RoleKind? RoleOf(string? text)
    {
        var letters = Letters(text ?? "");
        return letters.Length == 0 ? null : Enum.GetValues<RoleKind>().Cast<RoleKind?>()
            .FirstOrDefault(k => letters.Equals(k.ToString(), StringComparison.OrdinalIgnoreCase)
                || letters.Equals(Letters(PeopleWords.Of(k!.Value)), StringComparison.OrdinalIgnoreCase));
    }

    private static bool GivesSomethingIn(this Viewer viewer, Organization place) => Enum.GetValues<RoleKind>().Any(k => viewer.MayGive(k, place));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
