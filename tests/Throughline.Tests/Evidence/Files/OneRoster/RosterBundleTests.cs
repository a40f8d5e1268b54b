using System.IO.Compression;
using Throughline.Evidence.Files.OneRoster;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files.OneRoster;

/// <summary>Bundles that are none, or are not whole, are answered in plain words.</summary>
public sealed class RosterBundleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("throughline-test-").FullName;

    [Fact]
    public void What_is_neither_a_folder_nor_a_whole_zip_is_refused()
    {
        Assert.Contains("no file", Refused(Path.Combine(folder, "none.zip")), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "text.zip"), "sourcedId,status\n");
        Assert.Contains("neither a folder nor a zip", Refused(Path.Combine(folder, "text.zip")), StringComparison.Ordinal);
        var whole = Zip(("manifest.csv", "propertyName,value\n"), ("orgs.csv", new string('x', 5000)));
        var bytes = File.ReadAllBytes(whole);
        foreach (var cut in (int[])[10, bytes.Length / 2, bytes.Length - 30])
        {
            File.WriteAllBytes(Path.Combine(folder, "cut.zip"), bytes[..cut]);
            Assert.Contains("may have been cut", Refused(Path.Combine(folder, "cut.zip")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_name_in_a_zip_cannot_lead_out_of_its_folder()
    {
        using var bundle = RosterBundle.Open(Zip(("../../manifest.csv", "propertyName,value\n"), ("/etc/other.csv", "x"), ("roster\\users.csv", "y")));
        Assert.NotNull(bundle.PathOf("manifest.csv"));
        Assert.False(File.Exists(Path.Combine(folder, "..", "manifest.csv")));
        Assert.Null(bundle.PathOf("other.csv"));
        Assert.Contains("more than once", Refused(Zip(("a/users.csv", "x"), ("b/users.csv", "y"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_unpacks_to_far_more_than_a_roster_is_refused() =>
        Assert.Contains("far more than a roster", Refused(Zip(("users.csv", new string('0', 64 << 20)))), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "no manifest.csv")]
    [InlineData("propertyName,value\noneroster.version,1.0\n", "Rosters of 1.1 and 1.2")]
    [InlineData("propertyName,value\nmanifest.version,1.0\n", "Rosters of 1.1 and 1.2")]
    [InlineData("property,value\noneroster.version,1.1\n", "no column propertyName")]
    [InlineData("propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\n", "says that it holds orgs.csv")]
    [InlineData("propertyName,value\noneroster.version,1.1\nfile.orgs,some\n", "bulk, delta or absent")]
    [InlineData("propertyName,value\noneroster.version,1.1\nfile.orgs,bulk,twice\n", "line 3")]
    public void A_manifest_is_needed_and_is_held_to(string? text, string words)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "bundle")).FullName;
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(path, "manifest.csv"), text);
        }

        using var bundle = RosterBundle.Open(path);
        Assert.Contains(words, Assert.Throws<Problem>(() => RosterManifest.Read(bundle).PathOf("orgs")).Message, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_program_takes_a_zip_for_a_roster_and_not_for_an_Excel_file(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var roster = SmallRoster.Bulk.Write(Directory.CreateDirectory(Path.Combine(folder, "roster")).FullName);
        var zip = Path.Combine(folder, "roster.zip");
        await ZipFile.CreateFromDirectoryAsync(roster, zip);
        var results = await OneRosterImport.RunAsync(test.Database, zip, "Test state", null, Importing.Options(), default);
        Assert.All(results, r => Assert.True(r.Stored));
        if (provider == SqliteAttribute.Name)
        {
            var (exit, output, error) = await ProgramRun.RunAsync(null, "import", "oneroster", zip, "--data", test.Folder);
            Assert.True(exit == 0, error);
            Assert.Contains("users.csv: 3 rows read, 0 added, 0 changed", output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Refused(string path) => Assert.Throws<Problem>(() => RosterBundle.Open(path)).Message;

    private string Zip(params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return path;
    }
}
