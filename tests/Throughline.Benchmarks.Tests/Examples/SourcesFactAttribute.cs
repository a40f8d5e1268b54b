using Xunit;

namespace Throughline.Benchmarks.Tests.Examples;

/// <summary>A test that needs the source documents, which lie beside the repository where they are at hand; skipped, saying so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SourcesFactAttribute : FactAttribute
{
    public SourcesFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "The source documents (../shared/domain/sources) are not here.";
        }
    }

    /// <summary>Found upwards from where the tests run; null where they are not.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sources = Path.Combine(folder.FullName, "shared", "domain", "sources");
            if (Directory.Exists(sources))
            {
                return sources;
            }
        }

        return null;
    }
}
