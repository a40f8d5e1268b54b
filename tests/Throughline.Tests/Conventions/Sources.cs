using Throughline.Tests.Support;

namespace Throughline.Tests.Conventions;

/// <summary>The hand-written source files, by folder.</summary>
internal static class Sources
{
    public static IReadOnlyList<string> Under(params string[] parts)
    {
        var folder = Path.Combine([Repository.Root, .. parts]);
        return !Directory.Exists(folder) ? [] : [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml")
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
    }

    public static string Name(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
