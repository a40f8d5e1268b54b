using System.IO.Compression;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>
/// A OneRoster bundle on disk: a folder of CSV files, or a zip that is unpacked into a folder which this user alone may
/// read and which goes with this object. Of a zip only files of known names are taken, whatever path stands before them.
/// </summary>
internal sealed class RosterBundle : IDisposable
{
    /// <summary>The most bytes that a zip may unpack to; what is larger is no roster.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>Above this size a file may be no more than <see cref="MostTimes"/> the size it has in the zip.</summary>
    private const long Small = 16 << 20;
    private const long MostTimes = 200;
    private const int MostEntries = 1000;

    public static readonly IReadOnlyList<string> Known = ["manifest.csv", "orgs.csv", "academicSessions.csv", "users.csv", "roles.csv", "enrollments.csv", "demographics.csv"];

    private readonly string folder;
    private readonly bool isCopy;

    private RosterBundle(string folder, bool isCopy, string name) => (this.folder, this.isCopy, Name) = (folder, isCopy, name);

    /// <summary>What the bundle is called.</summary>
    public string Name { get; }

    /// <param name="path">A folder or a zip.</param>
    public static RosterBundle Open(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path))
        {
            return new RosterBundle(path, false, name);
        }

        if (!File.Exists(path))
        {
            throw new Problem(Imports.ImportTexts.FileMissing.With(path));
        }

        var copy = new RosterBundle(Directory.CreateTempSubdirectory("throughline-").FullName, true, name);
        try
        {
            copy.Unpack(path);
            return copy;
        }
        catch (Exception e)
        {
            copy.Dispose();
            if (e is InvalidDataException or EndOfStreamException or NotSupportedException)
            {
                throw new Problem(Imports.ImportTexts.RosterNoZip.With(name), e);
            }

            if (e is IOException or UnauthorizedAccessException)
            {
                throw new Problem(Imports.ImportTexts.FileUnreadable.With(name), e);
            }

            throw;
        }
    }

    /// <summary>Where one of its files lies; null where it has none of that name.</summary>
    public string? PathOf(string file) =>
        Directory.EnumerateFiles(folder).FirstOrDefault(f => Path.GetFileName(f).Equals(file, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        if (isCopy)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Unpack(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostEntries)
        {
            throw new Problem(Imports.ImportTexts.RosterTooLarge.With(Name));
        }

        var left = MostBytes;
        foreach (var entry in zip.Entries)
        {
            // The name alone decides where it goes, so that no path in a zip can lead out of the folder.
            if (Known.FirstOrDefault(k => k.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                continue;
            }

            var target = Path.Combine(folder, known);
            if (File.Exists(target))
            {
                throw new Problem(Imports.ImportTexts.RosterTwice.With(Name, known));
            }

            left -= Copy(entry, target, Math.Min(left, Math.Max(Small, entry.CompressedLength * MostTimes)));
        }
    }

    /// <summary>Unpacks as it reads and counts what comes: the size that a zip declares is only what it says.</summary>
    private long Copy(ZipArchiveEntry entry, string target, long most)
    {
        using var from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int count; (count = from.Read(buffer)) > 0;)
        {
            if ((total += count) > most)
            {
                throw new Problem(Imports.ImportTexts.RosterTooLarge.With(Name));
            }

            to.Write(buffer, 0, count);
        }

        return total == entry.Length ? total : throw new InvalidDataException(entry.Name);
    }
}
