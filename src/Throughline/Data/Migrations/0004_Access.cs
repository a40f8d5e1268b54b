using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Throughline.Data.Migrations;

/// <summary>Accounts with what they may do and see, invitations, and the keys of cookies.</summary>
[DbContext(typeof(ThroughlineDb))]
[Migration("0004_access")]
public sealed class Access0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts",
            t => new
            {
                id = t.Number<int>(),
                user_name = t.TextOrNull(),
                normalized_user_name = t.TextOrNull(),
                email = t.TextOrNull(),
                normalized_email = t.TextOrNull(),
                email_confirmed = t.Whole<bool>(),
                password_hash = t.TextOrNull(),
                security_stamp = t.TextOrNull(),
                concurrency_stamp = t.TextOrNull(),
                two_factor_enabled = t.Whole<bool>(),
                lockout_end = t.InstantOrNull(),
                lockout_enabled = t.Whole<bool>(),
                access_failed_count = t.Whole<int>(),
                name = t.Text(),
                is_sample = t.Whole<bool>(),
                previous_visit = t.InstantOrNull(),
                latest_visit = t.InstantOrNull(),
                version = t.Whole<int>(),
                recorded_at = t.Instant(),
            },
            constraints: t => t.PrimaryKey("pk_accounts", x => x.id));
        migrationBuilder.CreateIndex("ix_accounts_normalized_user_name", "accounts", "normalized_user_name", unique: true);

        migrationBuilder.CreateTable(
            "account_claims",
            t => new { id = t.Number<int>(), user_id = t.Whole<int>(), claim_type = t.TextOrNull(), claim_value = t.TextOrNull() },
            constraints: t =>
            {
                t.PrimaryKey("pk_account_claims", x => x.id);
                t.ForeignKey("fk_account_claims_user_id", x => x.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "account_logins",
            t => new { login_provider = t.Text(), provider_key = t.Text(), provider_display_name = t.TextOrNull(), user_id = t.Whole<int>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                t.ForeignKey("fk_account_logins_user_id", x => x.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "account_tokens",
            t => new { user_id = t.Whole<int>(), login_provider = t.Text(), name = t.Text(), value = t.TextOrNull() },
            constraints: t =>
            {
                t.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                t.ForeignKey("fk_account_tokens_user_id", x => x.user_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
            });

        Held(migrationBuilder, "roles");
        Held(migrationBuilder, "grants");

        migrationBuilder.CreateTable(
            "invitations",
            t => new
            {
                id = t.Number<int>(),
                account_id = t.Whole<int>(),
                token_hash = t.Text(),
                expires_at = t.Instant(),
                used_at = t.InstantOrNull(),
                who = t.Text(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_invitations", x => x.id);
                t.ForeignKey("fk_invitations_account_id", x => x.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_invitations_token_hash", "invitations", "token_hash", unique: true);

        migrationBuilder.CreateTable(
            "protection_keys",
            t => new { name = t.Text(), xml = t.Text() },
            constraints: t => t.PrimaryKey("pk_protection_keys", x => x.name));
        migrationBuilder.CreateTable(
            "stamps",
            t => new { name = t.Text(), value = t.Whole<long>() },
            constraints: t => t.PrimaryKey("pk_stamps", x => x.name));
        migrationBuilder.CreateTable(
            "creation_keys",
            t => new { key = t.Text(), address = t.Text(), at = t.Instant() },
            constraints: t => t.PrimaryKey("pk_creation_keys", x => x.key));
    }

    /// <summary>Roles and grants alike: a kind, held by an account in an organization, from a day to a day.</summary>
    private static void Held(MigrationBuilder migrationBuilder, string name)
    {
        migrationBuilder.CreateTable(
            name,
            t => new
            {
                id = t.Number<int>(),
                account_id = t.Whole<int>(),
                organization_id = t.Whole<int>(),
                kind = t.Text(),
                first_day = t.Day(),
                last_day = t.DayOrNull(),
                recorded_at = t.Instant(),
                who = t.Text(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_" + name, x => x.id);
                t.ForeignKey($"fk_{name}_account_id", x => x.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey($"fk_{name}_organization_id", x => x.organization_id, "organizations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex($"ix_{name}_account_id", name, "account_id");
    }
}
