using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughline.Data;

/// <summary>A table as backups see it: its columns and what kind of value each holds, taken from the model.</summary>
internal sealed class TableShape
{
    private readonly Type[] types;

    private TableShape(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        var properties = entity.GetProperties().OrderBy(p => p.IsPrimaryKey() ? 0 : 1).ToList();
        Columns = [.. properties.Select(p => p.GetColumnName())];
        types = [.. properties.Select(p => Stored(p))];
        KeyList = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));
        HasNumber = entity.FindPrimaryKey()!.Properties is [{ ClrType: var key }] && (key == typeof(int) || key == typeof(long));
    }

    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether its key is a number that the database gives.</summary>
    public bool HasNumber { get; }

    public string KeyList { get; }

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));

    public string EntryName => $"tables/{Name}.jsonl";

    /// <summary>Every table, each after those it refers to.</summary>
    public static IReadOnlyList<TableShape> All(ThroughlineDb db)
    {
        var left = db.Model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(e => e.GetForeignKeys().All(k => k.PrincipalEntityType == e || ordered.Contains(k.PrincipalEntityType)));
            left.Remove(next);
            ordered.Add(next);
        }

        return [.. ordered.Select(e => new TableShape(e))];
    }

    public void Write(Utf8JsonWriter writer, DbDataReader row)
    {
        writer.WriteStartArray();
        for (var i = 0; i < types.Length; i++)
        {
            if (row.IsDBNull(i))
            {
                writer.WriteNullValue();
            }
            else if (types[i] == typeof(int) || types[i] == typeof(long))
            {
                writer.WriteNumberValue(row.GetInt64(i));
            }
            else if (types[i] == typeof(decimal))
            {
                writer.WriteNumberValue(row.GetDecimal(i) / 1.0000000000000000000000000000m);
            }
            else if (types[i] == typeof(bool))
            {
                writer.WriteBooleanValue(row.GetBoolean(i));
            }
            else if (types[i] == typeof(DateOnly))
            {
                writer.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (types[i] == typeof(byte[]))
            {
                writer.WriteBase64StringValue(row.GetFieldValue<byte[]>(i));
            }
            else
            {
                writer.WriteStringValue(row.GetString(i));
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The cells of a row, as bulk writing takes them. Throws what JSON throws where they are of another kind.</summary>
    public void Read(JsonElement row, object?[] values)
    {
        for (var i = 0; i < types.Length; i++)
        {
            var cell = row[i];
            values[i] = cell.ValueKind == JsonValueKind.Null ? null
                : types[i] == typeof(int) ? cell.GetInt32()
                : types[i] == typeof(long) ? cell.GetInt64()
                : types[i] == typeof(decimal) ? cell.GetDecimal()
                : types[i] == typeof(bool) ? cell.GetBoolean()
                : types[i] == typeof(DateOnly) ? DateOnly.ParseExact(cell.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                : types[i] == typeof(byte[]) ? cell.GetBytesFromBase64()
                : cell.GetString();
        }
    }

    private static Type Stored(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;

        // SQLite keeps days as text and truths as numbers; the model's own type says what they are.
        var own = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return own == typeof(DateOnly) || own == typeof(bool) || own == typeof(decimal) ? own : type;
    }
}
