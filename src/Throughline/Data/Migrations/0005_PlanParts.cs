using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Throughline.Data.Migrations;

/// <summary>The parts of a plan, drafts and publications of benchmarks, entered figures, and what districts promise.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0005_plan_parts")]
public sealed class PlanParts0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("plan_id", "events", nullable: true);
        migrationBuilder.CreateIndex("ix_events_plan_id", "events", "plan_id");
        migrationBuilder.AddColumn<string>("kind", "plans", nullable: false, defaultValue: "improvement_plan");
        migrationBuilder.AddColumn<int>("version", "plans", nullable: false, defaultValue: 1);
        migrationBuilder.CreateIndex("ix_plans_organization_id", "plans", "organization_id");
        WidenBenchmarks(migrationBuilder);
        AddParts(migrationBuilder);
        AddFigures(migrationBuilder);
        AddDistrict(migrationBuilder);

        // What was written before drafts existed has been judged from the day it was recorded.
        migrationBuilder.Sql(
            "INSERT INTO publications (plan_id, benchmark_id, statement, structure, measure_version_id, kept, at, who) "
            + "SELECT plan_id, id, statement, structure, measure_version_id, NULL, recorded_at, 'migration' FROM benchmarks");
        migrationBuilder.Sql("UPDATE events SET plan_id = subject_id WHERE subject = 'plan'");
        migrationBuilder.Sql("UPDATE events SET plan_id = (SELECT plan_id FROM benchmarks WHERE id = subject_id) WHERE subject = 'benchmark'");
    }

    /// <summary>A draft may lack a structure and a measure. SQLite takes "not null" back only by copying the table.</summary>
    private static void WidenBenchmarks(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            migrationBuilder.CreateTable(
                "benchmarks_wider",
                t => new
                {
                    id = t.Number<int>(),
                    plan_id = t.Whole<int>(),
                    code = t.Text(),
                    statement = t.Text(),
                    structure = t.TextOrNull(),
                    measure_version_id = t.IntOrNull(),
                    measure_confirmed = t.Whole<bool>(),
                    recorded_at = t.Instant(),
                },
                constraints: t =>
                {
                    t.PrimaryKey("pk_benchmarks", x => x.id);
                    t.ForeignKey("fk_benchmarks_plan_id", x => x.plan_id, "plans", "id", onDelete: ReferentialAction.Restrict);
                    t.ForeignKey("fk_benchmarks_measure_version_id", x => x.measure_version_id, "measure_versions", "id", onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.Sql(
                "INSERT INTO benchmarks_wider (id, plan_id, code, statement, structure, measure_version_id, measure_confirmed, recorded_at) "
                + "SELECT id, plan_id, code, statement, structure, measure_version_id, measure_confirmed, recorded_at FROM benchmarks");
            migrationBuilder.Sql("DROP TABLE benchmarks");
            migrationBuilder.Sql("ALTER TABLE benchmarks_wider RENAME TO benchmarks");
            migrationBuilder.CreateIndex("ix_benchmarks_plan_id_code", "benchmarks", ["plan_id", "code"], unique: true);
        }
        else
        {
            migrationBuilder.Sql("ALTER TABLE benchmarks ALTER COLUMN structure DROP NOT NULL");
            migrationBuilder.Sql("ALTER TABLE benchmarks ALTER COLUMN measure_version_id DROP NOT NULL");
        }

        migrationBuilder.AddColumn<string>("type", "benchmarks", nullable: false, defaultValue: "FinalOutcome");
        migrationBuilder.AddColumn<int>("initiative_id", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<int>("objective_id", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("name", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("named_measure", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("owner", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<int>("owner_id", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("evidence", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("every", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("check_on", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("starts_on", "benchmarks", nullable: true);
        migrationBuilder.AddColumn<string>("counts", "benchmarks", nullable: false, defaultValue: "Students");
        migrationBuilder.AddColumn<int>("position", "benchmarks", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("version", "benchmarks", nullable: false, defaultValue: 1);
    }

    private static void AddParts(MigrationBuilder migrationBuilder)
    {
        Part(migrationBuilder, "objectives", t => new { code = t.Text(), title = t.Text(), id = t.Number<int>(), plan_id = t.Whole<int>(), position = t.Whole<int>(), version = t.Whole<int>(), recorded_at = t.Instant() });
        Part(migrationBuilder, "root_causes", t => new { objective_id = t.Whole<int>(), text = t.Text(), held_by = t.Text(), id = t.Number<int>(), plan_id = t.Whole<int>(), position = t.Whole<int>(), version = t.Whole<int>(), recorded_at = t.Instant() });
        Part(migrationBuilder, "initiatives", t => new { objective_id = t.Whole<int>(), code = t.Text(), title = t.Text(), lead = t.TextOrNull(), practices = t.Text(), priority_id = t.IntOrNull(), id = t.Number<int>(), plan_id = t.Whole<int>(), position = t.Whole<int>(), version = t.Whole<int>(), recorded_at = t.Instant() });
        Part(migrationBuilder, "activities", t => new { initiative_id = t.Whole<int>(), text = t.Text(), owner = t.TextOrNull(), by = t.DayOrNull(), done_on = t.DayOrNull(), id = t.Number<int>(), plan_id = t.Whole<int>(), position = t.Whole<int>(), version = t.Whole<int>(), recorded_at = t.Instant() });

        migrationBuilder.CreateTable(
            "removals",
            t => new { id = t.Number<int>(), plan_id = t.Whole<int>(), subject = t.Text(), subject_id = t.Whole<int>(), at = t.Instant(), who = t.Text() },
            constraints: t =>
            {
                t.PrimaryKey("pk_removals", x => x.id);
                t.ForeignKey("fk_removals_plan_id", x => x.plan_id, "plans", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_removals_plan_id_subject_subject_id", "removals", ["plan_id", "subject", "subject_id"], unique: true);
    }

    private static void AddFigures(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "publications",
            t => new
            {
                id = t.Number<int>(),
                plan_id = t.Whole<int>(),
                benchmark_id = t.Whole<int>(),
                statement = t.Text(),
                structure = t.Text(),
                measure_version_id = t.IntOrNull(),
                kept = t.TextOrNull(),
                at = t.Instant(),
                who = t.Text(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_publications", x => x.id);
                t.ForeignKey("fk_publications_benchmark_id", x => x.benchmark_id, "benchmarks", "id", onDelete: ReferentialAction.Restrict);
                t.ForeignKey("fk_publications_measure_version_id", x => x.measure_version_id, "measure_versions", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_publications_benchmark_id", "publications", "benchmark_id");

        migrationBuilder.CreateTable(
            "tallies",
            t => new
            {
                id = t.Number<long>(),
                plan_id = t.Whole<int>(),
                benchmark_id = t.Whole<int>(),
                group = t.Text(),
                period_start = t.Day(),
                period_end = t.Day(),
                numerator = t.LongOrNull(),
                denominator = t.LongOrNull(),
                value = t.DecimalOrNull(),
                count = t.LongOrNull(),
                done_on = t.DayOrNull(),
                recorded_at = t.Instant(),
                who = t.Text(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_tallies", x => x.id);
                t.ForeignKey("fk_tallies_benchmark_id", x => x.benchmark_id, "benchmarks", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_tallies_plan_id", "tallies", "plan_id");
        migrationBuilder.CreateIndex("ix_tallies_recorded_at", "tallies", "recorded_at");

        migrationBuilder.CreateTable(
            "group_targets",
            t => new { id = t.Number<int>(), plan_id = t.Whole<int>(), benchmark_id = t.Whole<int>(), group = t.Text(), structure = t.Text(), recorded_at = t.Instant() },
            constraints: t =>
            {
                t.PrimaryKey("pk_group_targets", x => x.id);
                t.ForeignKey("fk_group_targets_benchmark_id", x => x.benchmark_id, "benchmarks", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_group_targets_benchmark_id_group", "group_targets", ["benchmark_id", "group"], unique: true);
    }

    private static void AddDistrict(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "priorities",
            t => new { id = t.Number<int>(), organization_id = t.Whole<int>(), name = t.Text(), position = t.Whole<int>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_priorities", x => x.id);
                t.ForeignKey("fk_priorities_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateTable(
            "supports",
            t => new
            {
                id = t.Number<int>(),
                organization_id = t.Whole<int>(),
                text = t.Text(),
                owner = t.Text(),
                promised_for = t.Day(),
                delivered_on = t.DayOrNull(),
                school_says = t.TextOrNull(),
                version = t.Whole<int>(),
                recorded_at = t.Instant(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_supports", x => x.id);
                t.ForeignKey("fk_supports_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_supports_organization_id", "supports", "organization_id");
    }

    private static void Part<T>(MigrationBuilder migrationBuilder, string name, Func<ColumnsBuilder, T> columns)
    {
        migrationBuilder.CreateTable(name, columns);
        var table = migrationBuilder.Operations.OfType<CreateTableOperation>().Last();
        table.PrimaryKey = new AddPrimaryKeyOperation { Name = $"pk_{name}", Table = name, Columns = ["id"] };
        table.ForeignKeys.Add(new AddForeignKeyOperation
        {
            Name = $"fk_{name}_plan_id",
            Table = name,
            Columns = ["plan_id"],
            PrincipalTable = "plans",
            PrincipalColumns = ["id"],
            OnDelete = ReferentialAction.Restrict,
        });
        migrationBuilder.CreateIndex($"ix_{name}_plan_id", name, "plan_id");
    }
}
