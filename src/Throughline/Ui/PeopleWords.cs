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
}
