using System.Reflection;
using Xunit.Sdk;

namespace Throughline.Tests.Support;

/// <summary>Runs a theory on SQLite: its first argument is the provider.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteAttribute : DataAttribute
{
    public const string Name = "sqlite";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Name]];
}

/// <summary>Runs a theory on PostgreSQL too, where there is a server; else that run is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresAttribute : DataAttribute
{
    public const string Name = "postgres";

    public PostgresAttribute()
    {
        if (Server is null)
        {
            Skip = "there is no PostgreSQL server; ./test starts one";
        }
    }

    public static string? Server { get; } = Environment.GetEnvironmentVariable("THROUGHLINE_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Name]];
}
