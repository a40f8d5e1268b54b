using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Measures by version, imports, and figures as they were published.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0002_evidence")]
public sealed class Evidence0002 : Migration
{
    private static readonly string[] Key =
        ["measure_version_id", "organization_id", "group", "period_start", "period_end", "recorded_at"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "measure_versions",
            t => new { id = t.Number<int>(), measure = t.Text(), version = t.Whole<int>() },
            constraints: t => t.PrimaryKey("pk_measure_versions", x => x.id));
        migrationBuilder.CreateIndex("ix_measure_versions_measure_version", "measure_versions", ["measure", "version"], unique: true);

        migrationBuilder.CreateTable(
            "imports",
            t => new
            {
                id = t.Number<int>(),
                kind = t.Text(),
                file_name = t.Text(),
                recorded_at = t.Instant(),
                rows_read = t.Whole<long>(),
                added = t.Whole<long>(),
                changed = t.Whole<long>(),
                unchanged = t.Whole<long>(),
                refused = t.Whole<long>(),
            },
            constraints: t => t.PrimaryKey("pk_imports", x => x.id));

        migrationBuilder.CreateTable(
            "published_values",
            t => new
            {
                id = t.Number<long>(),
                measure_version_id = t.Whole<int>(),
                organization_id = t.Whole<int>(),
                group = t.Text(),
                period_start = t.Day(),
                period_end = t.Day(),
                value = t.DecimalOrNull(),
                recorded_at = t.Instant(),
                import_id = t.Whole<int>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_published_values", x => x.id);
                t.ForeignKey("fk_published_values_measure_version_id", x => x.measure_version_id, "measure_versions", "id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("fk_published_values_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("fk_published_values_import_id", x => x.import_id, "imports", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_published_values_key", "published_values", Key);
    }
}
