using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Who keeps the sources of evidence, and walk-through visits that were entered.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0009_sources")]
public sealed class Sources0009 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sources",
            t => new
            {
                id = t.Number<int>(),
                organization_id = t.Whole<int>(),
                kind = t.Text(),
                kept_by = t.TextOrNull(),
                address = t.TextOrNull(),
                every = t.TextOrNull(),
                preliminary = t.Whole<bool>(),
                recorded_at = t.Instant(),
                who = t.Text(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_sources", x => x.id);
                t.ForeignKey("fk_sources_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_sources_organization_id_kind", "sources", ["organization_id", "kind"], unique: true);
        migrationBuilder.CreateTable(
            "visits",
            t => new
            {
                organization_id = t.Whole<int>(),
                key = t.Text(),
                at = t.Instant(),
                grade = t.TextOrNull(),
                subject = t.TextOrNull(),
                note = t.TextOrNull(),
                account_id = t.Whole<int>(),
                who = t.Text(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_visits", x => new { x.organization_id, x.key });
                t.ForeignKey("fk_visits_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_visits_account_id", "visits", ["account_id"]);
    }
}
