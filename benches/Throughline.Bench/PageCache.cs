using System.Runtime.InteropServices;

namespace Throughline.Bench;

/// <summary>What the operating system keeps of files in memory.</summary>
internal static class PageCache
{
    private const int DontNeed = 4;

    /// <summary>Drops files, so that the next to read them reads the disk.</summary>
    public static void Forget(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            using var file = File.OpenHandle(path);
            _ = fsync((int)file.DangerousGetHandle());
            _ = posix_fadvise((int)file.DangerousGetHandle(), 0, 0, DontNeed);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int posix_fadvise(int file, long offset, long length, int advice);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int file);
}
