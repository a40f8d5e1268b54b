using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Throughline.Data;

/// <summary>Names in the database are those of the code in snake case, keys and indexes named by table and column.</summary>
internal static class SnakeCaseNames
{
    public static void Use(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            var table = SnakeCase(entity.GetTableName()!);
            entity.SetTableName(table);
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName($"pk_{table}");
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName($"fk_{table}_{key.Properties[0].GetColumnName()}");
            }

            foreach (var index in entity.GetIndexes().Where(i => i.GetDatabaseName()?.StartsWith("ix_", StringComparison.Ordinal) != true))
            {
                index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Select(p => p.GetColumnName()))}");
            }
        }
    }

    private static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && result.Length > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
