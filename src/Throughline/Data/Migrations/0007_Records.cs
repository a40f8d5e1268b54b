using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Records of students, rooms, staff and schools, from which measures are made.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0007_records")]
public sealed class Records0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["rooms", "staff"])
        {
            migrationBuilder.CreateTable(
                table,
                t => new { id = t.Number<int>(), organization_id = t.Whole<int>(), code = t.Text(), recorded_at = t.Instant() },
                constraints: t =>
                {
                    t.PrimaryKey($"pk_{table}", x => x.id);
                    t.ForeignKey($"fk_{table}_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateIndex($"ix_{table}_organization_id_code", table, ["organization_id", "code"], unique: true);
        }

        migrationBuilder.CreateTable(
            "records",
            t => new
            {
                id = t.Number<long>(),
                kind = t.Text(),
                organization_id = t.Whole<int>(),
                key = t.Text(),
                day = t.Day(),
                about = t.IntOrNull(),
                fields = t.Text(),
                withdrawn = t.Whole<bool>(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_records", x => x.id);
                t.ForeignKey("fk_records_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_records_kind_organization_id_key_recorded_at", "records", ["kind", "organization_id", "key", "recorded_at"], unique: true);
    }
}
