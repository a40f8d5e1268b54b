using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Tests.Support;

namespace Throughline.Tests.Storage;

/// <summary>What is wrong with a database is said in words, and the file stays as it was.</summary>
public sealed class DatabaseProblemTests
{
    [Theory, Sqlite, Postgres]
    public async Task A_newer_database_is_left_alone(string provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using (var db = test.Database.Context())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('9999_from_the_future', '9.9.9')");
        }

        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(test.Database, create: true, default));
        Assert.Contains("9999_from_the_future", problem.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", problem.Message, StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_database_of_another_program_is_left_alone(string provider)
    {
        await using var test = await TestDatabase.EmptyAsync(provider);
        await using (var db = test.Database.Context())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE recipes (name text)");
        }

        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(test.Database, create: true, default));
        Assert.Contains("another program", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a database at all, and long enough to hold a whole header of a hundred bytes, which this sentence does")]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_left_alone(string content)
    {
        await using var test = await TestDatabase.EmptyAsync(SqliteAttribute.Name);
        await File.WriteAllTextAsync(test.Database.File!, content);
        await AssertLeftAloneAsync(test.Database, "damaged");
        Assert.Equal(content, await File.ReadAllTextAsync(test.Database.File!));
    }

    [Fact]
    public async Task A_file_cut_short_is_left_alone()
    {
        await using var test = await ClosedAsync();
        await using (var file = File.OpenWrite(test.Database.File!))
        {
            file.SetLength(file.Length - 5000);
        }

        await AssertLeftAloneAsync(test.Database, "damaged");
    }

    [Fact]
    public async Task A_file_with_a_page_overwritten_is_left_alone()
    {
        await using var test = await ClosedAsync();
        await using (var file = File.OpenWrite(test.Database.File!))
        {
            file.Seek(4096 * 3, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xA5, 4096 * 2).ToArray());
        }

        await AssertLeftAloneAsync(test.Database, "damaged");
    }

    [Fact]
    public async Task A_locked_file_is_said_to_be_locked()
    {
        await using var test = await ClosedAsync();
        await using var other = new SqliteConnection($"Data Source={test.Database.File}");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(test.Database, create: true, default));
        Assert.Contains("locked", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_is_not_kept_waiting_by_a_writer()
    {
        await using var test = await ClosedAsync();
        await using var other = new SqliteConnection($"Data Source={test.Database.File}");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        Assert.False(await DatabaseCheck.PrepareAsync(test.Database, create: false, default));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_to_be_unwritable()
    {
        var file = Path.GetTempFileName();
        var database = new Database(Path.Combine(file, "data"), null);
        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(database, create: true, default));
        Assert.Contains("cannot be written", problem.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_said_to_be_unwritable()
    {
        // The system's own administrator may write everywhere, so the file is opened as one that only reads.
        await using var test = await ClosedAsync();
        var problem = DatabaseCheck.Explain(test.Database, new SqliteException("attempt to write a readonly database", 8));
        Assert.Contains("cannot be written", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_out_of_reach_is_named_without_its_password()
    {
        var database = new Database(Path.GetTempPath(), "Host=127.0.0.1;Port=1;Username=u;Password=secret-word;Timeout=2");
        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(database, create: true, default));
        Assert.Contains("cannot be reached", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_is_none_is_said_to_be_none()
    {
        var problem = Assert.Throws<Problem>(() => new Database(Path.GetTempPath(), "what is this"));
        Assert.Contains("THROUGHLINE_DATABASE", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_only_reads_makes_no_database()
    {
        await using var test = await TestDatabase.EmptyAsync(SqliteAttribute.Name);
        await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(test.Database, create: false, default));
        Assert.False(File.Exists(test.Database.File));
    }

    private static async Task<TestDatabase> ClosedAsync()
    {
        var test = await TestDatabase.CreateAsync(SqliteAttribute.Name);
        await test.Database.SchoolsAsync();
        SqliteConnection.ClearAllPools();
        return test;
    }

    private static async Task AssertLeftAloneAsync(Database database, string word)
    {
        var before = SHA256.HashData(await File.ReadAllBytesAsync(database.File!));
        var problem = await Assert.ThrowsAsync<Problem>(() => DatabaseCheck.PrepareAsync(database, create: true, default));
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(database.File!)));
    }
}
