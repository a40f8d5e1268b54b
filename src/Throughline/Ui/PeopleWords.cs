using Throughline.Access;
using Throughline.Model;

namespace Throughline.Ui;

/// <summary>Roles and grants as pages write them.</summary>
public static class PeopleWords
{
    /// <summary>"school leader".</summary>
    public static string Of(RoleKind role) => role switch
    {
        RoleKind.Administrator => PeopleTexts.RoleAdministrator,
        RoleKind.State => PeopleTexts.RoleState,
        RoleKind.District => PeopleTexts.RoleDistrict,
        RoleKind.SchoolLeader => PeopleTexts.RoleSchoolLeader,
        RoleKind.TeamMember => PeopleTexts.RoleTeamMember,
        _ => PeopleTexts.RoleReader,
    };

    /// <summary>"School leader, Tannery Hill Middle School".</summary>
    public static string At(RoleKind role, Organization? organization) => $"{Capital(Of(role))}, {organization?.Name}";

    public static string Capital(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];

    /// <summary>"an administrator, a school leader or a team member".</summary>
    public static string Any(IEnumerable<RoleKind> roles)
    {
        var words = roles.Select(r => r switch
        {
            RoleKind.Administrator => PeopleTexts.AnAdministrator,
            RoleKind.State => PeopleTexts.SomeState,
            RoleKind.District => PeopleTexts.SomeDistrict,
            RoleKind.SchoolLeader => PeopleTexts.ASchoolLeader,
            RoleKind.TeamMember => PeopleTexts.ATeamMember,
            _ => PeopleTexts.AReader,
        }).ToList();
        return words.Count == 1 ? words[0] : PeopleTexts.Or.With(string.Join(", ", words[..^1]), words[^1]);
    }

    public static string Of(GrantKind grant) => grant == GrantKind.Students ? PeopleTexts.GrantStudents : PeopleTexts.GrantObservations;

    /// <summary>"School leader, Tannery Hill Middle School, from Aug 1, 2025 to Jun 30, 2026".</summary>
    public static string Said(Enum held, string place, DateOnly first, DateOnly? last)
    {
        var what = Capital(held is RoleKind role ? Of(role) : Of((GrantKind)held));
        return last is { } day && day < first ? PeopleTexts.HeldNever.With(what, place)
            : last is { } end ? PeopleTexts.HeldFromTo.With(what, place, Dates.Short(first), Dates.Short(end))
            : PeopleTexts.HeldFrom.With(what, place, Dates.Short(first));
    }

    /// <summary>Whether, and how, somebody can sign in.</summary>
    public static string SignInOf(Account account) => account.IsSample ? PeopleTexts.SignInSample
        : account.PasswordHash is not null ? PeopleTexts.SignInPassword
        : PeopleTexts.SignInNot;

    /// <summary>What was done to an account, in a sentence.</summary>
    public static string Done(Event done, OrganizationTree tree) => done.What switch
    {
        "added" => PeopleTexts.DoneAdded.With(done.After),
        "renamed" => PeopleTexts.DoneRenamed.With(done.Before, done.After),
        "role given" or "grant given" => PeopleTexts.DoneGiven.With(Held(done.After, tree)),
        "role ended" or "grant ended" => PeopleTexts.DoneEnded.With(Held(done.Before, tree), Held(done.After, tree)),
        "invited" => PeopleTexts.DoneInvited,
        "password set" => PeopleTexts.DonePassword,
        "closed" => PeopleTexts.DoneClosed,
        var other => other,
    };

    /// <summary>"SchoolLeader 00350518 2025-08-01..", as events hold it, in words.</summary>
    private static string Held(string? text, OrganizationTree tree)
    {
        if (text?.Split(' ') is not [var kind, .. var code, var days]
            || days.Split("..") is not [var from, var to]
            || !DateOnly.TryParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var first))
        {
            return text ?? "";
        }

        var last = DateOnly.TryParseExact(to, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day : (DateOnly?)null;
        var place = tree.Find(string.Join(' ', code))?.Name ?? string.Join(' ', code);
        return Enum.TryParse<RoleKind>(kind, out var role) ? Said(role, place, first, last)
            : Enum.TryParse<GrantKind>(kind, out var grant) ? Said(grant, place, first, last)
            : text;
    }
}
