using Microsoft.AspNetCore.DataProtection;
using Throughline.Imports;

namespace Throughline.Evidence.Uploads;

/// <summary>An upload as a file that importers read. It lies in a folder that this user alone may open, and goes with this object.</summary>
internal sealed class UploadedFile : IDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ExcelSheets sheets;

    private UploadedFile(DirectoryInfo folder, ExcelSheets sheets) => (this.folder, this.sheets) = (folder, sheets);

    /// <summary>The file, as CSV where it came from Excel.</summary>
    public string Path => sheets.Paths[0];

    /// <summary>Where the refused rows go.</summary>
    public string Refused => System.IO.Path.Combine(folder.FullName, "refused", "rows.csv");

    /// <param name="bytes">The file as it came.</param>
    /// <param name="name">What it is called, without folders.</param>
    public static UploadedFile Open(byte[] bytes, string name)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-upload-");
        try
        {
            var path = System.IO.Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
#pragma warning disable CA2000 // what is made holds it, and lets it go
            return new UploadedFile(folder, ExcelSheets.Open([path]));
#pragma warning restore CA2000
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>The name that a browser sent, as a name alone that every system takes.</summary>
    public static string NameOf(string sent)
    {
        const int longest = 120;
        var name = new string([.. sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        return name.Length == 0 ? "file.csv" : name.Length <= longest ? name : name[..(longest - 10)] + name[^10..];
    }

    public static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("uploads");

    public void Dispose()
    {
        sheets.Dispose();
        folder.Delete(recursive: true);
    }
}
