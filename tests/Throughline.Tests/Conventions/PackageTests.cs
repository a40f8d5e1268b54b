using System.Text.RegularExpressions;
using System.Xml.Linq;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

public sealed partial class PackageTests
{
    [Fact]
    public void Every_version_is_exact() => Assert.All(Packages(), p => Assert.Matches(ExactVersion(), p.Version));

    [Fact]
    public void Every_package_stands_in_the_list_of_dependencies_with_its_version_and_no_other_does()
    {
        var rows = Row().Matches(Repository.Read("docs", "dependencies.md"))
            .Select(m => (Name: m.Groups["name"].Value, Version: $"[{m.Groups["version"].Value}]"));
        Assert.Equal(
            Packages().OrderBy(p => p.Name, StringComparer.Ordinal),
            rows.OrderBy(p => p.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void No_project_names_a_version_of_its_own() => Assert.Empty(
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(f => XDocument.Load(f).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null))
            .Select(Sources.Name));

    private static List<(string Name, string Version)> Packages() => [
        .. XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => (p.Attribute("Include")!.Value, p.Attribute("Version")!.Value))];

    [GeneratedRegex(@"^\[\d+\.\d+\.\d+(\.\d+)?\]$")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"^\| (?<name>[\w.]+) \| (?<version>\d[\d.]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
