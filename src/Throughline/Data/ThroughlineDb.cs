using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughline.Benchmarks.Language;
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

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Objective> Objectives => Set<Objective>();

    public DbSet<RootCause> RootCauses => Set<RootCause>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Removal> Removals => Set<Removal>();

    public DbSet<Tally> Tallies => Set<Tally>();

    public DbSet<GroupTarget> GroupTargets => Set<GroupTarget>();

    public DbSet<Student> Students => Set<Student>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<OwnMeasure> OwnMeasures => Set<OwnMeasure>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<RosterId> RosterIds => Set<RosterId>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Priority> Priorities => Set<Priority>();

    public DbSet<Support> Supports => Set<Support>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<CreationKey> CreationKeys => Set<CreationKey>();

    public DbSet<StampRow> Stamps => Set<StampRow>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Raises the stamps of all that is changed, in the same transaction, so that nobody keeps showing what was.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var names = ChangeTracker.Entries<IStamped>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .SelectMany(e => e.Entity is Plan plan ? [plan.Stamp, Plan.ListStamp] : new[] { e.Entity.Stamp })
            .ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await CountChangesAsync(names, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return count;
    }

    /// <summary>Raises stamps by name, and the one that every change raises; for what is changed outside this context.</summary>
    public async Task CountChangesAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        // In one order, so that programs on PostgreSQL never wait for each other in a circle.
        foreach (var name in names.Append(StampRow.All).Order(StringComparer.Ordinal))
        {
            await Database.ExecuteSqlAsync(
                $"INSERT INTO stamps (name, value) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET value = stamps.value + 1", cancel);
        }
    }

    /// <summary>Saves a new row and the event that made it, together or not at all.</summary>
    public async Task SaveNewAsync<T>(T row, Func<long> id, Event made, CancellationToken cancel)
        where T : class
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        Set<T>().Add(row);
        await SaveChangesAsync(cancel);
        made.SubjectId = id();
        made.PlanId ??= row is Plan plan ? plan.Id : null;
        Events.Add(made);
        await SaveChangesAsync(cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // An index for a foreign key is made where a query needs one, not by habit: figures come in millions.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<OrganizationKind>().HaveConversion<string>();
        configurationBuilder.Properties<BenchmarkType>().HaveConversion<string>();
        configurationBuilder.Properties<Counted>().HaveConversion<string>();
        configurationBuilder.Properties<HeldBy>().HaveConversion<string>();
        configurationBuilder.Properties<RoleKind>().HaveConversion<string>();
        configurationBuilder.Properties<GrantKind>().HaveConversion<string>();
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
        PlanTables.Map(modelBuilder);
        AccessTables.Map(modelBuilder);
        EvidenceTables.Map(modelBuilder);
        modelBuilder.Entity<Event>(e =>
        {
            e.HasIndex(v => new { v.Subject, v.SubjectId });
            e.HasIndex(v => v.PlanId);
        });
        modelBuilder.Entity<StampRow>(e =>
        {
            e.ToTable("stamps");
            e.HasKey(s => s.Name);
        });
        modelBuilder.Entity<Setting>(e => e.HasKey(s => s.Name));
        SnakeCaseNames.Use(modelBuilder);
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
