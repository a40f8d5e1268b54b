using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>How plans, their parts and their figures are kept.</summary>
internal static class PlanTables
{
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Plan>(e =>
        {
            e.HasOne(p => p.Organization).WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => p.OrganizationId);
            e.Property(p => p.Version).IsConcurrencyToken();
            e.Property(p => p.Kind).HasDefaultValue(Plan.UsualKind);
        });
        modelBuilder.Entity<Benchmark>(e =>
        {
            e.Ignore(b => b.Details);
            e.HasIndex(b => new { b.PlanId, b.Code }).IsUnique();
            e.Property(b => b.Version).IsConcurrencyToken();
            e.HasOne(b => b.Plan).WithMany(p => p.Benchmarks).HasForeignKey(b => b.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<MeasureVersion>().WithMany().HasForeignKey(b => b.MeasureVersionId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(b => b.Publications).WithOne().HasForeignKey(p => p.BenchmarkId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Publication>(e =>
        {
            e.HasIndex(p => p.BenchmarkId);
            e.HasOne<MeasureVersion>().WithMany().HasForeignKey(p => p.MeasureVersionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Objective>(Part);
        modelBuilder.Entity<RootCause>(Part);
        modelBuilder.Entity<Initiative>(Part);
        modelBuilder.Entity<Activity>(Part);
        modelBuilder.Entity<Removal>(e =>
        {
            e.HasIndex(r => new { r.PlanId, r.Subject, r.SubjectId }).IsUnique();
            OfPlan(e, r => r.PlanId);
        });
        modelBuilder.Entity<Tally>(e =>
        {
            e.HasIndex(t => t.PlanId);
            e.HasIndex(t => t.RecordedAt);
            e.HasOne<Benchmark>().WithMany().HasForeignKey(t => t.BenchmarkId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<GroupTarget>(e =>
        {
            e.HasIndex(t => new { t.BenchmarkId, t.Group }).IsUnique();
            e.HasOne<Benchmark>().WithMany().HasForeignKey(t => t.BenchmarkId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Priority>(e =>
            e.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict));
        modelBuilder.Entity<Support>(e =>
        {
            e.HasIndex(s => s.OrganizationId);
            e.Property(s => s.Version).IsConcurrencyToken();
            e.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<CreationKey>(e => e.HasKey(k => k.Key));
    }

    private static void Part<T>(EntityTypeBuilder<T> e)
        where T : PlanPart
    {
        e.HasIndex(p => p.PlanId);
        e.Property(p => p.Version).IsConcurrencyToken();
        OfPlan(e, p => p.PlanId);
    }

    private static void OfPlan<T>(EntityTypeBuilder<T> e, Expression<Func<T, object?>> planId)
        where T : class =>
        e.HasOne<Plan>().WithMany().HasForeignKey(planId).OnDelete(DeleteBehavior.Restrict);
}
