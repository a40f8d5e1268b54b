using System.Text.RegularExpressions;
using Throughline.Benchmarks.Targets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>ARCHITECTURE.md, "Arrows": who may refer to whom, by what stands in the source.</summary>
public sealed partial class ArrowTests
{
    [Fact]
    public void The_library_does_not_know_the_product() => Assert.Empty(
        from file in Sources.Under("src", "Throughline.Benchmarks")
        from match in ProductName().Matches(File.ReadAllText(file))
        select $"{Sources.Name(file)}: {match.Value}");

    [Fact]
    public void The_librarys_assembly_does_not_refer_to_the_product() => Assert.DoesNotContain(
        typeof(Evaluator).Assembly.GetReferencedAssemblies(), a => a.Name == typeof(Product).Assembly.GetName().Name);

    [Theory]
    [InlineData("Model", "Data Imports Judging Commands Features Ui")]
    [InlineData("Data", "Imports Judging Commands Features Ui")]
    [InlineData("Access", "Imports Judging Commands Features Ui")]
    [InlineData("Imports", "Judging Commands Features Ui")]
    [InlineData("Judging", "Imports Commands Features Ui")]
    [InlineData("MarkUp", "Model Data Imports Judging Commands Features Ui")]
    [InlineData("Commands", "Features")]
    [InlineData("Ui", "Commands Imports Features")]
    [InlineData("Features", "Commands Imports")]
    public void A_folder_refers_only_to_those_it_may(string folder, string forbidden) => Assert.Empty(
        from file in Sources.Under("src", "Throughline", folder)
        from name in Named(File.ReadAllText(file))
        where forbidden.Split(' ').Contains(name)
        select $"{Sources.Name(file)} refers to {name}");

    [Fact]
    public void No_feature_refers_to_another()
    {
        var root = Path.Combine(Repository.Root, "src", "Throughline", "Features");
        var features = Directory.Exists(root) ? Directory.GetDirectories(root).Select(d => Path.GetFileName(d)!).ToList() : [];
        Assert.Empty(
            from feature in features
            from file in Sources.Under("src", "Throughline", "Features", feature)
            from match in FeatureName().Matches(File.ReadAllText(file))
            where match.Groups["name"].Value != feature && features.Contains(match.Groups["name"].Value)
            select $"{Sources.Name(file)}: {match.Value}");
    }

    /// <summary>The folders that a file names: in a using, in full, or by the last part (Data.ThroughlineDb).</summary>
    private static IEnumerable<string> Named(string text) =>
        FolderName().Matches(Comment().Replace(text, "")).Select(m => m.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"\bThroughline\.(?!Benchmarks\b)\w+")]
    private static partial Regex ProductName();

    [GeneratedRegex(@"(\bThroughline\.|(?<![\w.<""/]))(?<name>Model|Data|Imports|Judging|Commands|Features|Ui)(?=;|\.[A-Z])")]
    private static partial Regex FolderName();

    [GeneratedRegex(@"\bFeatures\.(?<name>\w+)")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"//[^\n]*|^\s*@?(namespace|model) [^\n]*|^@page [^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
