using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>How students, their attendance and records are kept; attendance by school year and school, so that a school's year lies together.</summary>
internal static class EvidenceTables
{
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Record>(e =>
        {
            e.ToTable("records");
            e.HasIndex(r => new { r.Kind, r.OrganizationId, r.Key, r.RecordedAt }).IsUnique();
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Upload>(e =>
        {
            e.ToTable("uploads");
            e.HasIndex(u => u.OrganizationId);
            e.HasOne<Organization>().WithMany().HasForeignKey(u => u.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<OwnMeasure>(e =>
        {
            e.ToTable("own_measures");
            e.HasIndex(m => new { m.Measure, m.Version }).IsUnique();
        });
        modelBuilder.Entity<RosterId>(e =>
        {
            e.ToTable("roster_ids");
            e.HasKey(r => new { r.Source, r.What, r.SourcedId });
        });
        modelBuilder.Entity<Source>(e =>
        {
            e.ToTable("sources");
            e.HasIndex(s => new { s.OrganizationId, s.Kind }).IsUnique();
            e.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Visit>(e =>
        {
            e.ToTable("visits");
            e.HasKey(v => new { v.OrganizationId, v.Key });
            e.HasIndex(v => v.AccountId);
            e.HasOne<Organization>().WithMany().HasForeignKey(v => v.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Room>(e =>
        {
            e.ToTable("rooms");
            e.HasIndex(r => new { r.OrganizationId, r.Code }).IsUnique();
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StaffMember>(e =>
        {
            e.ToTable("staff");
            e.HasIndex(r => new { r.OrganizationId, r.Code }).IsUnique();
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Student>(e =>
        {
            e.ToTable("students");
            e.HasIndex(s => s.Code).IsUnique();
        });
        modelBuilder.Entity<Enrolment>(e =>
        {
            e.ToTable("enrolments");
            e.HasKey(r => new { r.StudentId, r.OrganizationId, r.FirstDay, r.RecordedAt });
            e.HasIndex(r => r.OrganizationId);
            e.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Membership>(e =>
        {
            e.ToTable("memberships");
            e.HasKey(r => new { r.StudentId, r.Group, r.FirstDay, r.RecordedAt });
            e.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SchoolYearRow>(e =>
        {
            e.ToTable("school_years");
            e.HasKey(r => new { r.SchoolYear, r.OrganizationId });
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<AttendanceRow>(e =>
        {
            e.ToTable("attendance");
            e.HasKey(r => new { r.SchoolYear, r.OrganizationId, r.StudentId });
            e.HasIndex(r => r.StudentId);
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<AttendanceCorrection>(e =>
        {
            e.ToTable("attendance_corrections");
            e.HasKey(r => new { r.SchoolYear, r.OrganizationId, r.StudentId, r.RecordedAt });
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<AttendanceTotalsRow>(e =>
        {
            e.ToTable("attendance_totals");
            e.HasKey(r => new { r.SchoolYear, r.OrganizationId });
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
