using System.Diagnostics;

namespace Throughline.Tests.MarkUp;

/// <summary>LibreOffice opens what we wrote, and finds the plan and the comments in it. Skipped where it is not there.</summary>
public sealed class OfficeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("throughline-office-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [WithOffice]
    public async Task LibreOffice_opens_the_plans_with_every_comment_and_all_their_text()
    {
        foreach (var name in WordPlan.Names)
        {
            var (before, after) = (Path.Combine(folder, name + ".docx"), Path.Combine(folder, name + "-checked.docx"));
            var marked = await MarkUpTests.MarkFileAsync(WordPlan.Fixture(name));
            await File.WriteAllBytesAsync(before, WordPlan.Fixture(name));
            await File.WriteAllBytesAsync(after, marked.File);
            await ConvertAsync("txt:Text", before, after);
            var (old, now) = (await TextAsync(before), await TextAsync(after));
            Assert.EndsWith(old, now, StringComparison.Ordinal);
            Assert.StartsWith("What a first check of this plan found", now, StringComparison.Ordinal);

            await ConvertAsync("fodt", after);
            var flat = System.Xml.Linq.XDocument.Load(Path.ChangeExtension(after, ".fodt"));
            Assert.Equal(new WordPlan(marked.File).Comments().Count, flat.Descendants().Count(e => e.Name.LocalName == "annotation" && e.Elements().Any(c => c.Value == "Throughline")));
        }
    }

    private static async Task<string> TextAsync(string file) => (await File.ReadAllTextAsync(Path.ChangeExtension(file, ".txt"))).TrimStart('\uFEFF').Trim();

    private async Task ConvertAsync(string format, params string[] files)
    {
        var start = new ProcessStartInfo(WithOfficeAttribute.Program!, [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", folder, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var office = Process.Start(start)!;
        var said = await office.StandardOutput.ReadToEndAsync() + await office.StandardError.ReadToEndAsync();
        await office.WaitForExitAsync();
        Assert.True(office.ExitCode == 0, said);
    }
}

/// <summary>A test that needs LibreOffice Writer.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithOfficeAttribute : FactAttribute
{
    public WithOfficeAttribute()
    {
        if (Program is null)
        {
            Skip = "there is no LibreOffice; ./test installs it where it may";
        }
    }

    public static string? Program { get; } = Environment.GetEnvironmentVariable("THROUGHLINE_TEST_OFFICE") is { Length: > 0 } set ? set : null;
}
