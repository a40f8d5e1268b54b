using System.Text.RegularExpressions;
using Throughline.Access;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>docs/access.md, read: what each address asks, and what each role gives where.</summary>
internal static partial class AccessTable
{
    public static string Text { get; } = Repository.Read("docs", "access.md");

    /// <summary>Address → what it asks for reading and for changing; "–" where it cannot be changed.</summary>
    public static IReadOnlyDictionary<string, (string Read, string Change)> Addresses { get; } = AddressRow().Matches(Text)
        .ToDictionary(m => m.Groups["address"].Value, m => (m.Groups["read"].Value, m.Groups["change"].Value), StringComparer.Ordinal);

    /// <summary>What a role held somewhere gives in a place that stands so to it: one of "yes", "403", "404" a right.</summary>
    public static IReadOnlyDictionary<(RoleKind Role, string At, string Relation), IReadOnlyDictionary<Right, string>> Matrix { get; } = RoleRow().Matches(Text)
        .ToDictionary(
            m => (Enum.Parse<RoleKind>(m.Groups["role"].Value), m.Groups["at"].Value, m.Groups["relation"].Value),
            m => (IReadOnlyDictionary<Right, string>)Rights.Zip(m.Groups["answer"].Captures.Select(c => c.Value)).ToDictionary(p => p.First, p => p.Second));

    private static Right[] Rights => [Right.See, Right.Enter, Right.Write, Right.Lead, Right.Administer];

    [GeneratedRegex(@"^\| `(?<address>/[^`]*)` \| (?<read>\w+) \| (?<change>\w+|–) \|", RegexOptions.Multiline)]
    private static partial Regex AddressRow();

    [GeneratedRegex(@"^\| (?<role>[A-Z]\w+) \| (?<at>state|district|school) \| (?<relation>[a-z ]+) \|( (?<answer>yes|403|404) \|){5}", RegexOptions.Multiline)]
    private static partial Regex RoleRow();
}
