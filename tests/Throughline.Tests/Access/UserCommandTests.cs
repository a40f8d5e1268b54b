using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Access;

/// <summary>The way in for whoever has the machine and no account; and what a backup keeps of the way in.</summary>
public sealed class UserCommandTests
{
    private static readonly string[] Ana = ["user", "add", "ana@example.org", "--name", "Ana Morales", "--role", "Administrator"];

    [Fact]
    public async Task Somebody_added_on_the_command_line_comes_in_by_the_link_that_it_prints()
    {
        await using var site = await RunningSite.StartAsync(SqliteAttribute.Name, sample: false, reader: false);
        await TestState.MakeAsync(site.Database);
        var (exit, output, error) = await ProgramRun.RunAsync(null, [.. Ana, "--from", "2020-01-01", "--data", site.Database.Folder]);
        Assert.Equal((0, ""), (exit, error));
        site.Clock.Now = TimeProvider.System.GetUtcNow();
        using var client = site.NewClient(null);
        var link = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
        using (var set = await client.SubmitAsync(link, new Dictionary<string, string> { ["Password"] = "lantern otter gravel", ["Again"] = "lantern otter gravel" }))
        {
            Assert.Equal("/", set.Headers.Location?.OriginalString);
        }

        Assert.Equal("People", (await client.GetPageAsync("/people")).QuerySelector("h1").Words());
        Assert.Equal(0, (await ProgramRun.RunAsync(null, "user", "disable", "ANA@example.org", "--data", site.Database.Folder)).Exit);
        using var shut = await client.GetAsync(new Uri("/people", UriKind.Relative));
        Assert.StartsWith("/sign-in", shut.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var (again, renewed, _) = await ProgramRun.RunAsync(null, "user", "reset", "ana@example.org", "--data", site.Database.Folder);
        Assert.Equal(0, again);
        Assert.Contains("/invitation/", renewed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("State", "s11", "cannot be held")]
    [InlineData("Reader", "nowhere", "nowhere")]
    public async Task A_role_is_given_only_where_it_can_be_held(string role, string place, string said)
    {
        await using var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await TestState.MakeAsync(test.Database);
        var (exit, _, error) = await ProgramRun.RunAsync(
            null, "user", "add", "a@example.org", "--name", "A", "--role", role, "--organization", place, "--data", test.Folder);
        Assert.Equal(1, exit);
        Assert.Contains(said, error, StringComparison.Ordinal);
        await using var db = test.Database.Context();
        Assert.Equal(0, await db.Accounts.CountAsync());
    }

    [Theory]
    [Sqlite]
    [Postgres]
    public async Task A_backup_holds_accounts_but_not_the_keys_of_cookies(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(new Uri("/state/schools", UriKind.Relative))).StatusCode);
        await using (var db = site.Database.Context())
        {
            Assert.NotEqual(0, await db.ProtectionKeys.CountAsync());
        }

        var file = Path.Combine(site.Database.Folder, "kept.zip");
        var manifest = await Backup.WriteAsync(site.Database, file, TimeProvider.System, default);
        Assert.Equal(0, manifest.Tables.Single(t => t.Name == "protection_keys").Rows);
        Assert.NotEqual(0, manifest.Tables.Single(t => t.Name == "accounts").Rows);
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.Equal(0, zip.GetEntry("tables/protection_keys.jsonl")!.Length);
    }
}
