using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Storage;

public sealed class BackupTests
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 2, 11, 9, 0, 0, TimeSpan.Zero));

    [Theory, Sqlite, Postgres]
    public async Task What_is_restored_is_what_was_kept(string provider)
    {
        await using var test = await SampleAsync(provider);
        var file = Path.Combine(test.Folder, "kept.zip");
        var kept = await Backup.WriteAsync(test.Database, file, Clock, default);
        Assert.True(kept.Tables.Sum(t => t.Rows) > 400);

        // Either database takes it back, and keeps the same.
        foreach (var target in TestDatabase.Providers)
        {
            await using var restored = await TestDatabase.EmptyAsync(target);
            await Restore.ReadAsync(restored.Database, file, default);
            var again = await Backup.WriteAsync(restored.Database, Path.Combine(restored.Folder, "again.zip"), Clock, default);
            Assert.Equal(kept.Tables.Select(t => (t.Name, t.Rows, t.Sha256)), again.Tables.Select(t => (t.Name, t.Rows, t.Sha256)));
            Assert.False(await DatabaseCheck.PrepareAsync(restored.Database, create: false, default));

            // New rows get numbers of their own.
            await restored.Database.SchoolsAsync();
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Nothing_is_overwritten(string provider)
    {
        await using var test = await SampleAsync(provider);
        var file = Path.Combine(test.Folder, "kept.zip");
        await File.WriteAllTextAsync(file, "mine");
        await Assert.ThrowsAsync<Problem>(() => Backup.WriteAsync(test.Database, file, Clock, default));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        var second = Path.Combine(test.Folder, "second.zip");
        await Backup.WriteAsync(test.Database, second, Clock, default);
        var problem = await Assert.ThrowsAsync<Problem>(() => Restore.ReadAsync(test.Database, second, default));
        Assert.Contains("never overwrites", problem.Message, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_backup_that_was_changed_is_refused_and_leaves_nothing(string provider)
    {
        await using var test = await SampleAsync(provider);
        var file = Path.Combine(test.Folder, "kept.zip");
        await Backup.WriteAsync(test.Database, file, Clock, default);
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("tables/published_values.jsonl")!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync()))
            {
                text = await reader.ReadToEndAsync();
            }

            entry.Delete();
            await using var changed = await zip.CreateEntry("tables/published_values.jsonl").OpenAsync();
            await changed.WriteAsync(Encoding.UTF8.GetBytes(text.Replace("31,", "13,", StringComparison.Ordinal)));
        }

        await using var empty = await TestDatabase.EmptyAsync(provider);
        var problem = await Assert.ThrowsAsync<Problem>(() => Restore.ReadAsync(empty.Database, file, default));
        Assert.Contains("not a whole Throughline backup", problem.Message, StringComparison.Ordinal);
        Assert.True(await DatabaseCheck.PrepareAsync(empty.Database, create: true, default), "nothing was left behind");
    }

    [Theory, Sqlite, Postgres]
    public async Task A_backup_that_lacks_a_table_is_refused_and_can_be_followed_by_a_whole_one(string provider)
    {
        await using var test = await SampleAsync(provider);
        var whole = Path.Combine(test.Folder, "whole.zip");
        var lacking = Path.Combine(test.Folder, "lacking.zip");
        await Backup.WriteAsync(test.Database, whole, Clock, default);
        File.Copy(whole, lacking);
        await using (var zip = await ZipFile.OpenAsync(lacking, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(Backup.ManifestName)!;
            Manifest manifest;
            await using (var stream = await entry.OpenAsync())
            {
                manifest = (await JsonSerializer.DeserializeAsync<Manifest>(stream, Backup.Json))!;
            }

            entry.Delete();
            await using var changed = await zip.CreateEntry(Backup.ManifestName).OpenAsync();
            await JsonSerializer.SerializeAsync(changed, manifest with { Tables = [.. manifest.Tables.SkipLast(1)] }, Backup.Json);
        }

        await using var restored = await TestDatabase.EmptyAsync(provider);
        await Assert.ThrowsAsync<Problem>(() => Restore.ReadAsync(restored.Database, lacking, default));
        await Restore.ReadAsync(restored.Database, whole, default);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_backup_of_an_older_version_is_brought_to_this_one(string provider)
    {
        await using var test = await SampleAsync(provider);
        var file = Path.Combine(test.Folder, "kept.zip");
        await Backup.WriteAsync(test.Database, file, Clock, default);
        await OlderBackup.MakeAsync(file);
        await using var restored = await TestDatabase.EmptyAsync(provider);
        await Restore.ReadAsync(restored.Database, file, default);
        await using var db = restored.Database.Context();
        Assert.Equal(Migrator.Known(db), await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal((16, 0), (await db.Organizations.CountAsync(), await db.Plans.CountAsync()));
    }

    [Fact]
    public async Task A_restore_never_takes_away_the_file_that_another_is_writing()
    {
        await using var test = await SampleAsync(SqliteAttribute.Name);
        var file = Path.Combine(test.Folder, "kept.zip");
        await Backup.WriteAsync(test.Database, file, Clock, default);
        await using var target = await TestDatabase.EmptyAsync(SqliteAttribute.Name);
        await using var other = target.Database.Context();
        await Migrator.MakeAsync(other, default);
        await using var transaction = await other.Database.BeginTransactionAsync();
        await other.Database.ExecuteSqlRawAsync("CREATE TABLE half_way (id integer)");
        await Assert.ThrowsAnyAsync<Exception>(() => Restore.ReadAsync(target.Database, file, default));
        await transaction.CommitAsync();
        Assert.True(File.Exists(target.Database.File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a zip")]
    public async Task A_file_that_is_no_backup_is_refused(string content)
    {
        await using var test = await TestDatabase.EmptyAsync(SqliteAttribute.Name);
        var file = Importing.Write(test.Database, "kept.zip", content);
        await Assert.ThrowsAsync<Problem>(() => Restore.ReadAsync(test.Database, file, default));
        Assert.False(File.Exists(test.Database.File));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_backup_is_one_snapshot_while_others_write(string provider)
    {
        await using var test = await SampleAsync(provider);
        await using var writer = test.Database.Context();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        await writer.Database.ExecuteSqlRawAsync("UPDATE organizations SET name = 'Half done'");
        var file = Path.Combine(test.Folder, "kept.zip");
        await Backup.WriteAsync(test.Database, file, Clock, default);
        await transaction.CommitAsync();

        await using var zip = await ZipFile.OpenReadAsync(file);
        using var reader = new StreamReader(await zip.GetEntry("tables/organizations.jsonl")!.OpenAsync());
        Assert.DoesNotContain("Half done", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> SampleAsync(string provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await Sample.LoadAsync(test.Database, Clock, default);
        return test;
    }
}
