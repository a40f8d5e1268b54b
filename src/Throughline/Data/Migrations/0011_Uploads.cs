using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Files that people bring in through the site, until thirty days after they are stored.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0011_uploads")]
public sealed class Uploads0011 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "uploads",
            t => new
            {
                id = t.Number<int>(),
                organization_id = t.Whole<int>(),
                kind = t.Text(),
                file_name = t.Text(),
                content = t.Column<byte[]>(nullable: true),
                answers = t.Text(),
                uploaded_at = t.Instant(),
                account_id = t.Whole<int>(),
                who = t.Text(),
                recorded_at = t.InstantOrNull(),
                rows = t.Whole<int>(),
                undone_at = t.InstantOrNull(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_uploads", x => x.id);
                t.ForeignKey("fk_uploads_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_uploads_organization_id", "uploads", "organization_id");
    }
}
