using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Throughline.Data;

/// <summary>
/// Rows written in bulk to one table: a prepared insert on SQLite, a binary copy on PostgreSQL. Values are int, long,
/// string, bool, decimal, DateOnly, byte[] or null.
/// </summary>
public abstract class BulkRows : IAsyncDisposable
{
    public static BulkRows Into(DbConnection connection, DbTransaction transaction, string table, params ReadOnlySpan<string> columns)
    {
        var names = string.Join(", ", columns.ToArray().Select(c => $"\"{c}\""));
        return connection is NpgsqlConnection postgres
            ? new PostgresRows(postgres.BeginBinaryImport($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)"))
            : new SqliteRows((SqliteConnection)connection, (SqliteTransaction)transaction, table, names, columns.Length);
    }

    public abstract void Write(params ReadOnlySpan<object?> values);

    /// <summary>Ends the writing; without it nothing is kept.</summary>
    public abstract ValueTask CompleteAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteRows : BulkRows
    {
        private readonly SqliteCommand insert;

        public SqliteRows(SqliteConnection connection, SqliteTransaction transaction, string table, string names, int count)
        {
            insert = connection.CreateCommand();
            insert.Transaction = transaction;
            var places = Enumerable.Range(0, count).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)).ToList();
#pragma warning disable CA2100 // the names are those of our own tables
            insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", places)})";
#pragma warning restore CA2100
            foreach (var place in places)
            {
                insert.Parameters.Add(new SqliteParameter { ParameterName = place });
            }

            insert.Prepare();
        }

        public override void Write(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        public override ValueTask CompleteAsync(CancellationToken cancel) => ValueTask.CompletedTask;

        public override ValueTask DisposeAsync() => insert.DisposeAsync();
    }

    private sealed class PostgresRows(NpgsqlBinaryImporter importer) : BulkRows
    {
        public override void Write(params ReadOnlySpan<object?> values)
        {
            importer.StartRow();
            foreach (var value in values)
            {
                switch (value)
                {
                    case null:
                        importer.WriteNull();
                        break;
                    case int i:
                        importer.Write(i);
                        break;
                    case long l:
                        importer.Write(l);
                        break;
                    case string s:
                        importer.Write(s);
                        break;
                    case bool b:
                        importer.Write(b);
                        break;
                    case decimal d:
                        importer.Write(d);
                        break;
                    case DateOnly day:
                        importer.Write(day);
                        break;
                    case byte[] bytes:
                        importer.Write(bytes);
                        break;
                    default:
                        throw new NotSupportedException(value.GetType().Name);
                }
            }
        }

        public override async ValueTask CompleteAsync(CancellationToken cancel) => await importer.CompleteAsync(cancel);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }
}
