using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// All that is kept. The same model on SQLite and PostgreSQL; names in the database are those of the code in
/// snake case. Instants are whole milliseconds since 1970 in UTC, so that both databases order them alike.
/// </summary>
public sealed class ThroughlineDb(DbContextOptions<ThroughlineDb> options) : DbContext(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationName> OrganizationNames => Set<OrganizationName>();

    public DbSet<Succession> Successions => Set<Succession>();

    public DbSet<MeasureVersion> MeasureVersions => Set<MeasureVersion>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<PublishedValue> PublishedValues => Set<PublishedValue>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Benchmark> Benchmarks => Set<Benchmark>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Saves a new row and the event that made it, together or not at all.</summary>
    public async Task SaveNewAsync<T>(T row, Func<long> id, Event made, CancellationToken cancel)
        where T : class
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        Set<T>().Add(row);
        await SaveChangesAsync(cancel);
        made.SubjectId = id();
        Events.Add(made);
        await SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // An index for a foreign key is made where a query needs one, not by habit: figures come in millions.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<OrganizationKind>().HaveConversion<string>();
        configurationBuilder.Properties<decimal>().HaveColumnType("numeric");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organization>(e =>
        {
            e.HasIndex(o => o.Code).IsUnique();
            e.HasOne(o => o.Parent).WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(o => o.ParentId);
            e.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<OrganizationName>(e => e.HasIndex(n => n.OrganizationId));
        modelBuilder.Entity<Succession>(e =>
        {
            e.HasIndex(s => new { s.PredecessorId, s.SuccessorId }).IsUnique();
            e.HasOne<Organization>().WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Organization>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<MeasureVersion>(e => e.HasIndex(m => new { m.Measure, m.Version }).IsUnique());
        modelBuilder.Entity<PublishedValue>(e =>
        {
            e.HasIndex(v => new { v.MeasureVersionId, v.OrganizationId, v.Group, v.PeriodStart, v.PeriodEnd, v.RecordedAt })
                .HasDatabaseName("ix_published_values_key");
            e.HasOne<MeasureVersion>().WithMany().HasForeignKey(v => v.MeasureVersionId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Organization>().WithMany().HasForeignKey(v => v.OrganizationId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Import>().WithMany().HasForeignKey(v => v.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Plan>(e =>
            e.HasOne(p => p.Organization).WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict));
        modelBuilder.Entity<Benchmark>(e =>
        {
            e.HasIndex(b => new { b.PlanId, b.Code }).IsUnique();
            e.HasOne(b => b.Plan).WithMany(p => p.Benchmarks).HasForeignKey(b => b.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<MeasureVersion>().WithMany().HasForeignKey(b => b.MeasureVersionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Event>(e => e.HasIndex(v => new { v.Subject, v.SubjectId }));
        modelBuilder.Entity<Setting>(e => e.HasKey(s => s.Name));
        UseSnakeCase(modelBuilder);
    }

    private static void UseSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            var table = SnakeCase(entity.GetTableName()!);
            entity.SetTableName(table);
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName($"pk_{table}");
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName($"fk_{table}_{key.Properties[0].GetColumnName()}");
            }

            foreach (var index in entity.GetIndexes().Where(i => i.GetDatabaseName()?.StartsWith("ix_", StringComparison.Ordinal) != true))
            {
                index.SetDatabaseName($"ix_{table}_{string.Join('_', index.Properties.Select(p => p.GetColumnName()))}");
            }
        }
    }

    private static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && result.Length > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
