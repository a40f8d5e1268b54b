using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Model;

namespace Throughline.Packs;

/// <summary>The kinds of plans, from the packs that travel inside this assembly: what differs by state is data.</summary>
public static class PlanKinds
{
    private static readonly string[] Packs = ["massachusetts", "neutral"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<OrganizationKind>() },
    };

    /// <summary>All of them, pack by pack.</summary>
    public static IReadOnlyList<PlanKind> All { get; } = [.. Packs.SelectMany(Read)];

    /// <summary>The kind of that id. One that no pack describes still has a name: its id, as words.</summary>
    public static PlanKind Find(string id) => All.FirstOrDefault(k => k.Id == id) ?? new PlanKind(id, InWords(id), [], "", "", null, []);

    /// <summary>Those that a kind of organization writes.</summary>
    public static IEnumerable<PlanKind> Of(OrganizationKind organization) => All.Where(k => k.Of.Contains(organization));

    private static string InWords(string id) =>
        id.Length == 0 ? id : char.ToUpper(id[0], CultureInfo.InvariantCulture) + id[1..].Replace('_', ' ');

    private static IEnumerable<PlanKind> Read(string pack)
    {
        using var stream = typeof(PlanKinds).Assembly.GetManifestResourceStream($"Throughline.Packs.{pack}.json")
            ?? throw new InvalidOperationException($"The pack {pack} is missing from the assembly.");
        var file = JsonSerializer.Deserialize<PackFile>(stream, Json)!;
        return file.Kinds.Select(k => new PlanKind(
            k.Id, k.Name, k.Of, k.Year, k.Source, k.Framework is null ? null : file.Frameworks.Single(f => f.Id == k.Framework), k.Stages)).ToList();
    }

    private sealed record PackFile(string Id, string Name, IReadOnlyList<Framework> Frameworks, IReadOnlyList<KindInFile> Kinds);

    private sealed record KindInFile(
        string Id, string Name, IReadOnlyList<OrganizationKind> Of, string Year, string Source, IReadOnlyList<Stage> Stages, string? Framework = null);
}
