using Throughline.Data;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>A state with two districts, a person for every role and place, one whose role has ended, and nobody.</summary>
internal static class TestState
{
    private static readonly DateOnly Yesterday = RunningSite.Today.AddDays(-1);

    public static async Task MakeAsync(Database database)
    {
        await using var db = database.Context();
        var now = new DateTimeOffset(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);
        var state = new Organization { Code = Organization.StateCode, Kind = OrganizationKind.State, Name = "Test state", RecordedAt = now };
        var districts = new[] { "d1", "d2" }.Select(c => new Organization { Code = c, Kind = OrganizationKind.District, Name = c, Parent = state, RecordedAt = now }).ToList();
        db.Add(state);
        db.AddRange(districts);
        db.AddRange(new[] { ("s11", 0), ("s12", 0), ("s21", 1) }.Select(s =>
            new Organization { Code = s.Item1, Kind = OrganizationKind.School, Name = s.Item1, Parent = districts[s.Item2], RecordedAt = now }));
        await db.SaveChangesAsync();
    }

    public static async Task<List<Person>> PeopleAsync(RunningSite site)
    {
        (RoleKind Role, string At)[] roles = [
            .. new[] { "state", "district", "school" }.SelectMany(at => new[] { (RoleKind.Administrator, at), (RoleKind.Reader, at) }),
            (RoleKind.State, "state"), (RoleKind.District, "district"), (RoleKind.SchoolLeader, "school"), (RoleKind.TeamMember, "school")];
        var people = new List<Person> { new("nobody", null, "", false, site.NewClient(null)) };
        foreach (var (role, at) in roles)
        {
            people.Add(await AddAsync($"{role} of the {at}", role, at, null));
        }

        people.Add(await AddAsync("one who was", RoleKind.Administrator, "state", Yesterday));
        return people;

        async Task<Person> AddAsync(string name, RoleKind role, string at, DateOnly? last)
        {
            var account = await site.Database.AddAsync(name, role, at == "district" ? "d1" : at == "school" ? "s11" : "state", last);
            return new Person(name, role, at, last is not null, site.NewClient(site.CookieOf(account)));
        }
    }

    /// <summary>The places of a kind, and how each stands to where somebody's role is.</summary>
    public static IEnumerable<(string Code, string Relation)> Places(OrganizationKind kind, Person person) => (kind, person.At) switch
    {
        (OrganizationKind.State, "school") => [("state", "state")],
        (OrganizationKind.State, "district") => [("state", "parent")],
        (OrganizationKind.State, _) => [("state", "own")],
        (OrganizationKind.District, "school") => [("d1", "parent"), ("d2", "other district")],
        (OrganizationKind.District, "district") => [("d1", "own"), ("d2", "sibling")],
        (OrganizationKind.District, _) => [("d1", "child")],
        (_, "school") => [("s11", "own"), ("s12", "sibling"), ("s21", "other district")],
        (_, "district") => [("s11", "child"), ("s21", "other district")],
        _ => [("s11", "grandchild")],
    };
}

internal sealed record Person(string Name, RoleKind? Role, string At, bool HasEnded, HttpClient Client);
