using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Plans and their benchmarks.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0003_plans")]
public sealed class Plans0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plans",
            t => new
            {
                id = t.Number<int>(),
                organization_id = t.Whole<int>(),
                name = t.Text(),
                first_year = t.Whole<int>(),
                latest_year = t.Whole<int>(),
                last_code = t.Whole<int>(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plans", x => x.id);
                t.ForeignKey("fk_plans_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            "benchmarks",
            t => new
            {
                id = t.Number<int>(),
                plan_id = t.Whole<int>(),
                code = t.Text(),
                statement = t.Text(),
                structure = t.Text(),
                measure_version_id = t.Whole<int>(),
                measure_confirmed = t.Column<bool>(nullable: false),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_benchmarks", x => x.id);
                t.ForeignKey("fk_benchmarks_plan_id", x => x.plan_id, "plans", "id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("fk_benchmarks_measure_version_id", x => x.measure_version_id, "measure_versions", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_benchmarks_plan_id_code", "benchmarks", ["plan_id", "code"], unique: true);
    }
}
