using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Organizations with their names and successions, events, and the settings of the installation.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0001_organizations")]
public sealed class Organizations0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "organizations",
            t => new
            {
                id = t.Number<int>(),
                code = t.Text(),
                kind = t.Text(),
                name = t.Text(),
                parent_id = t.IntOrNull(),
                type = t.TextOrNull(),
                grade_low = t.TextOrNull(),
                grade_high = t.TextOrNull(),
                grades = t.TextOrNull(),
                first_year = t.IntOrNull(),
                latest_year = t.IntOrNull(),
                years_seen = t.IntOrNull(),
                enrolment = t.IntOrNull(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_organizations", x => x.id);
                t.ForeignKey("fk_organizations_parent_id", x => x.parent_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_organizations_code", "organizations", "code", unique: true);
        migrationBuilder.CreateIndex("ix_organizations_parent_id", "organizations", "parent_id");

        migrationBuilder.CreateTable(
            "organization_names",
            t => new
            {
                id = t.Number<int>(),
                organization_id = t.Whole<int>(),
                name = t.Text(),
                first_year = t.IntOrNull(),
                latest_year = t.IntOrNull(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_organization_names", x => x.id);
                t.ForeignKey("fk_organization_names_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_organization_names_organization_id", "organization_names", "organization_id");

        migrationBuilder.CreateTable(
            "successions",
            t => new
            {
                id = t.Number<int>(),
                predecessor_id = t.Whole<int>(),
                successor_id = t.Whole<int>(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_successions", x => x.id);
                t.ForeignKey("fk_successions_predecessor_id", x => x.predecessor_id, "organizations", "id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("fk_successions_successor_id", x => x.successor_id, "organizations", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_successions_predecessor_id_successor_id", "successions", ["predecessor_id", "successor_id"], unique: true);

        migrationBuilder.CreateTable(
            "events",
            t => new
            {
                id = t.Number<long>(),
                at = t.Instant(),
                who = t.Text(),
                subject = t.Text(),
                subject_id = t.Whole<long>(),
                what = t.Text(),
                before = t.TextOrNull(),
                after = t.TextOrNull(),
            },
            constraints: t => t.PrimaryKey("pk_events", x => x.id));
        migrationBuilder.CreateIndex("ix_events_subject_subject_id", "events", ["subject", "subject_id"]);

        migrationBuilder.CreateTable(
            "settings",
            t => new { name = t.Text(), value = t.Text() },
            constraints: t => t.PrimaryKey("pk_settings", x => x.name));
    }
}
