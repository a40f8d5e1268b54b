using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>By which identifiers a roster names the organizations and people that are known here.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0010_roster_ids")]
public sealed class RosterIds0010 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "roster_ids",
        t => new { source = t.Text(), what = t.Text(), sourced_id = t.Text(), code = t.Text() },
        constraints: t => t.PrimaryKey("pk_roster_ids", x => new { x.source, x.what, x.sourced_id }));
}
