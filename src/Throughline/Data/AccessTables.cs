using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>How accounts and what they may do are kept. The framework's own nouns have tables beside ours.</summary>
internal static class AccessTables
{
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(e =>
        {
            e.HasIndex(a => a.NormalizedUserName).IsUnique();
            e.Property(a => a.Version).IsConcurrencyToken();
            e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            e.Ignore(a => a.PhoneNumber);
            e.Ignore(a => a.PhoneNumberConfirmed);
        });
        modelBuilder.Entity<IdentityUserClaim<int>>(e =>
        {
            e.ToTable("account_claims");
            e.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<IdentityUserLogin<int>>(e =>
        {
            e.ToTable("account_logins");
            e.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            e.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<IdentityUserToken<int>>(e =>
        {
            e.ToTable("account_tokens");
            e.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            e.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Role>(e =>
        {
            e.Ignore(r => r.What);
            e.HasIndex(r => r.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Grant>(e =>
        {
            e.Ignore(g => g.What);
            e.HasIndex(g => g.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Organization>().WithMany().HasForeignKey(g => g.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Invitation>(e =>
        {
            e.HasIndex(i => i.TokenHash).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ProtectionKey>(e => e.HasKey(k => k.Name));
    }
}
