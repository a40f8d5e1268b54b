using System.Xml.Linq;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void The_library_needs_no_package_and_no_other_project()
    {
        var project = XDocument.Load(Path.Combine(Root(), "src", "Throughline.Benchmarks", "Throughline.Benchmarks.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("Reference"));
    }

    [Fact]
    public void The_library_refers_to_the_framework_alone() => Assert.All(
        typeof(Evaluator).Assembly.GetReferencedAssemblies(),
        a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void No_file_of_the_library_is_longer_than_250_lines() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Root(), "src", "Throughline.Benchmarks"), "*.cs", SearchOption.AllDirectories),
        file => Assert.True(File.ReadLines(file).Count() <= 250, Path.GetFileName(file)));

    /// <summary>The repository, found upwards from where the tests run: the build hides the paths of its machine.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
