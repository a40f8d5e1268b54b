using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>
/// Tables whose rows lie in the order of their key, which is all the index that most of them need: on SQLite "WITHOUT ROWID",
/// which migrations cannot say otherwise.
/// </summary>
internal static class Clustered
{
    /// <param name="migration">Where the table is made.</param>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Names with a kind: int, long, text, day, bool or bytes; a question mark after it where the value may lack.</param>
    /// <param name="key">The columns of the key, in its order.</param>
    /// <param name="references">Columns with the table whose id they hold.</param>
    public static void CreateClustered(
        this MigrationBuilder migration, string table, (string Name, string Kind)[] columns, string[] key, params (string Column, string Table)[] references)
    {
        var sqlite = migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";
        IEnumerable<string> lines =
        [
            .. columns.Select(c => $"\"{c.Name}\" {Type(c.Kind.TrimEnd('?'), sqlite)} {(c.Kind.EndsWith('?') ? "NULL" : "NOT NULL")}"),
            $"CONSTRAINT \"pk_{table}\" PRIMARY KEY ({string.Join(", ", key.Select(k => $"\"{k}\""))})",
            .. references.Select(r =>
                $"CONSTRAINT \"fk_{table}_{r.Column}\" FOREIGN KEY (\"{r.Column}\") REFERENCES \"{r.Table}\" (\"id\") ON DELETE RESTRICT"),
        ];
        migration.Sql($"CREATE TABLE \"{table}\" ({string.Join(", ", lines)}){(sqlite ? " WITHOUT ROWID" : "")}");
    }

    private static string Type(string kind, bool sqlite) => (kind, sqlite) switch
    {
        ("int" or "long" or "bool", true) => "INTEGER",
        ("text" or "day", true) => "TEXT",
        ("bytes", true) => "BLOB",
        ("int", false) => "integer",
        ("long", false) => "bigint",
        ("bool", false) => "boolean",
        ("text", false) => "text",
        ("day", false) => "date",
        ("bytes", false) => "bytea",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of column that is not known."),
    };
}
