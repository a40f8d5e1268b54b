using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Throughline.Data.Migrations;

/// <summary>The kinds of column that migrations use, said once so that they mean the same on both databases.</summary>
internal static class Columns
{
    /// <summary>A number given by the database, never used twice.</summary>
    public static OperationBuilder<AddColumnOperation> Number<T>(this ColumnsBuilder table) => table.Column<T>(nullable: false)
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    public static OperationBuilder<AddColumnOperation> Text(this ColumnsBuilder table) => table.Column<string>(nullable: false);

    public static OperationBuilder<AddColumnOperation> TextOrNull(this ColumnsBuilder table) => table.Column<string>(nullable: true);

    public static OperationBuilder<AddColumnOperation> Whole<T>(this ColumnsBuilder table) => table.Column<T>(nullable: false);

    public static OperationBuilder<AddColumnOperation> IntOrNull(this ColumnsBuilder table) => table.Column<int>(nullable: true);

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public static OperationBuilder<AddColumnOperation> Instant(this ColumnsBuilder table) => table.Column<long>(nullable: false);

    public static OperationBuilder<AddColumnOperation> InstantOrNull(this ColumnsBuilder table) => table.Column<long>(nullable: true);

    public static OperationBuilder<AddColumnOperation> LongOrNull(this ColumnsBuilder table) => table.Column<long>(nullable: true);

    public static OperationBuilder<AddColumnOperation> DayOrNull(this ColumnsBuilder table) => table.Column<DateOnly>(nullable: true);

    public static OperationBuilder<AddColumnOperation> Day(this ColumnsBuilder table) => table.Column<DateOnly>(nullable: false);

    /// <summary>An exact decimal: numeric on PostgreSQL, numeric affinity on SQLite (exact to 15 digits, which reading enforces).</summary>
    public static OperationBuilder<AddColumnOperation> DecimalOrNull(this ColumnsBuilder table) =>
        table.Column<decimal>(type: "numeric", nullable: true);
}
