using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Throughline.Data;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>What signing in needs, for the site; and what accounts need, for commands too.</summary>
internal static class AccessServices
{
    /// <summary>How often a password is hashed over: OWASP's figure for PBKDF2 with SHA-512.</summary>
    private const int HashRounds = 210_000;

    public static void AddAccess(this IServiceCollection services, Database database, Listening listening)
    {
        services.AddSingleton(listening);
        services.AddHttpContextAccessor();
        services.AddSingleton<Stamps>();
        services.AddSingleton<People>();
        services.AddSingleton<SetUpLink>();
        services.AddScoped<SignIn>();
        services.AddScoped<SetUp>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Session.Configure);
        services.AddDataProtection().SetApplicationName(Product.Name);
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new ProtectionKeys(database));
        services.Configure<AntiforgeryOptions>(o =>
        {
            o.Cookie.Name = "throughline-form";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.FormFieldName = "form-token";
        });
        services.AddAccounts();
    }

    public static void AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);
        services.AddIdentityCore<Account>(o =>
            {
                // The rules of PasswordRules, and none of these.
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredLength = 1;
                o.Password.RequiredUniqueChars = 1;
                // An address may hold letters of every language.
                o.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<ThroughlineDb>()
            .AddPasswordValidator<PasswordRules>();
        services.AddScoped<Accounts>();
    }
}
