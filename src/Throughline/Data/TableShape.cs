using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughline.Data;

/// <summary>What a cell of a backup holds, the same on both databases.</summary>
public enum ColumnKind
{
    Text,
    Int,
    Long,
    Decimal,
    Bool,
    Day,
    Bytes,
}

/// <summary>A column of a table in a backup.</summary>
public sealed record ManifestColumn(string Name, ColumnKind Kind);

/// <summary>
/// A table as backups see it: its columns and what each holds. Written from the model of the day; read back from the
/// backup's own manifest, so that an older backup is read as what it was.
/// </summary>
internal sealed partial class TableShape(string name, IReadOnlyList<ManifestColumn> columns, int keyColumns = 1)
{
    /// <summary>The table of what protects cookies.</summary>
    public const string Keys = "protection_keys";

    public string Name => name;

    public IReadOnlyList<ManifestColumn> Columns => columns;

    /// <summary>Whether its rows are numbered by the database.</summary>
    public bool HasNumber => columns[0] is { Name: "id", Kind: ColumnKind.Int or ColumnKind.Long };

    /// <summary>Whether its names are plain, as all of ours are: they are written into statements.</summary>
    public bool IsPlain => columns.Count > 0 && PlainName().IsMatch(name) && columns.All(c => PlainName().IsMatch(c.Name));

    public string ColumnList => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    /// <summary>The key stands first, and rows are written in its order.</summary>
    public string KeyColumns => string.Join(", ", columns.Take(keyColumns).Select(c => $"\"{c.Name}\""));

    public string EntryName => $"tables/{name}.jsonl";

    /// <summary>Every table of the model, each after those it refers to.</summary>
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

        return [.. ordered.Select(e => new TableShape(
            e.GetTableName()!,
            [.. e.FindPrimaryKey()!.Properties.Concat(e.GetProperties().Where(p => !p.IsPrimaryKey()))
                .Select(p => new ManifestColumn(p.GetColumnName(), KindOf(p)))],
            e.FindPrimaryKey()!.Properties.Count))];
    }

    public void Write(Utf8JsonWriter writer, DbDataReader row)
    {
        writer.WriteStartArray();
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.IsDBNull(i))
            {
                writer.WriteNullValue();
                continue;
            }

            switch (columns[i].Kind)
            {
                case ColumnKind.Int or ColumnKind.Long:
                    writer.WriteNumberValue(row.GetInt64(i));
                    break;
                case ColumnKind.Decimal:
                    // Dividing by one with many zeros drops the zeros at the end, which only one of the databases keeps.
                    writer.WriteNumberValue(row.GetDecimal(i) / 1.0000000000000000000000000000m);
                    break;
                case ColumnKind.Bool:
                    writer.WriteBooleanValue(row.GetBoolean(i));
                    break;
                case ColumnKind.Day:
                    writer.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case ColumnKind.Bytes:
                    writer.WriteBase64StringValue(row.GetFieldValue<byte[]>(i));
                    break;
                default:
                    writer.WriteStringValue(row.GetString(i));
                    break;
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The cells of a row, as bulk writing takes them. Throws what JSON throws where they are of another kind.</summary>
    public void Read(JsonElement row, object?[] values)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row[i];
            values[i] = cell.ValueKind == JsonValueKind.Null ? null : columns[i].Kind switch
            {
                ColumnKind.Int => cell.GetInt32(),
                ColumnKind.Long => cell.GetInt64(),
                ColumnKind.Decimal => cell.GetDecimal(),
                ColumnKind.Bool => cell.GetBoolean(),
                ColumnKind.Day => DateOnly.ParseExact(cell.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ColumnKind.Bytes => cell.GetBytesFromBase64(),
                _ => cell.GetString(),
            };
        }
    }

    private static ColumnKind KindOf(IProperty property)
    {
        // The converter says what is stored (instants are numbers); for days, truths and decimals the model itself does.
        var own = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? own;
        return own == typeof(DateOnly) ? ColumnKind.Day
            : own == typeof(bool) ? ColumnKind.Bool
            : own == typeof(decimal) ? ColumnKind.Decimal
            : stored == typeof(int) ? ColumnKind.Int
            : stored == typeof(long) ? ColumnKind.Long
            : stored == typeof(byte[]) ? ColumnKind.Bytes
            : ColumnKind.Text;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex PlainName();
}
