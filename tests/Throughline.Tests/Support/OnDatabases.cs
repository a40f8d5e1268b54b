using System.Reflection;
using Xunit.Sdk;

namespace Throughline.Tests.Support;

/// <summary>A theory's data: SQLite always, PostgreSQL where a server was named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnDatabasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [TestDatabase.Sqlite];
        if (TestDatabase.HasPostgres)
        {
            yield return [TestDatabase.Postgres];
        }
    }
}
