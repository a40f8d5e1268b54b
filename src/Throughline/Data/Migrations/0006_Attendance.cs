using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Students, where and in which groups they are, and their attendance as day bitmaps.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0006_attendance")]
public sealed class Attendance0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "students",
            t => new { id = t.Number<int>(), code = t.Text(), recorded_at = t.Instant() },
            constraints: t => t.PrimaryKey("pk_students", x => x.id));
        migrationBuilder.CreateIndex("ix_students_code", "students", "code", unique: true);

        var (student, school) = (("student_id", "students"), ("organization_id", "organizations"));
        migrationBuilder.CreateClustered(
            "enrolments",
            [("student_id", "int"), ("organization_id", "int"), ("first_day", "day"), ("recorded_at", "long"), ("grade", "text?"), ("last_day", "day?"), ("withdrawn", "bool")],
            ["student_id", "organization_id", "first_day", "recorded_at"],
            student,
            school);
        migrationBuilder.CreateIndex("ix_enrolments_organization_id", "enrolments", "organization_id");
        migrationBuilder.CreateClustered(
            "memberships",
            [("student_id", "int"), ("group", "text"), ("first_day", "day"), ("recorded_at", "long"), ("last_day", "day?"), ("withdrawn", "bool")],
            ["student_id", "group", "first_day", "recorded_at"],
            student);
        migrationBuilder.CreateClustered(
            "school_years",
            [("school_year", "int"), ("organization_id", "int"), ("days", "bytes")],
            ["school_year", "organization_id"],
            school);
        migrationBuilder.CreateClustered(
            "attendance",
            [("school_year", "int"), ("organization_id", "int"), ("student_id", "int"), ("days", "bytes")],
            ["school_year", "organization_id", "student_id"],
            school,
            student);
        migrationBuilder.CreateIndex("ix_attendance_student_id", "attendance", "student_id");
        migrationBuilder.CreateClustered(
            "attendance_corrections",
            [("school_year", "int"), ("organization_id", "int"), ("student_id", "int"), ("recorded_at", "long"), ("marks", "bytes")],
            ["school_year", "organization_id", "student_id", "recorded_at"],
            school,
            student);
        migrationBuilder.CreateClustered(
            "attendance_totals",
            [("school_year", "int"), ("organization_id", "int"), ("shape", "int"), ("totals", "bytes")],
            ["school_year", "organization_id"],
            school);
    }
}
