using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Measures that districts define themselves, each version as it was written.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0008_own_measures")]
public sealed class OwnMeasures0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "own_measures",
            t => new { id = t.Number<int>(), measure = t.Text(), version = t.Whole<int>(), definition = t.Text(), recorded_at = t.Instant(), who = t.Text() },
            constraints: t => t.PrimaryKey("pk_own_measures", x => x.id));
        migrationBuilder.CreateIndex("ix_own_measures_measure_version", "own_measures", ["measure", "version"], unique: true);
    }
}
