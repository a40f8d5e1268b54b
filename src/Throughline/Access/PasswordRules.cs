using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Throughline.Model;

namespace Throughline.Access;

/// <summary>
/// What a password must be, by NIST SP 800-63B: long, and not one that others try first. No kinds of characters are
/// asked for, and none is refused.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Least = 12;

    public const int Most = 128;

    /// <summary>What a long password must have at least of different characters.</summary>
    private const int LeastDifferent = 5;

    private static readonly FrozenSet<string> Common = Load();

    /// <summary>Typed in another way it is the same password: letters with their accents as one.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="name">Whose it will be.</param>
    /// <param name="email">The address that person signs in with.</param>
    public static string? Problem(string? password, string name, string email)
    {
        var normal = Normal(password ?? "");
        var length = normal.EnumerateRunes().Count();
        if (length is < Least or > Most)
        {
            return (length < Least ? PeopleTexts.PasswordTooShort : PeopleTexts.PasswordTooLong).With(length < Least ? Least : Most);
        }

        var lower = normal.ToLowerInvariant();
        var own = name.Split(' ', '-', ',', '.').Append(email.Split('@')[0]).Append(Product.Name).Where(w => w.Length >= 4);
        if (own.Any(w => lower.Contains(w.ToLowerInvariant(), StringComparison.Ordinal)))
        {
            return PeopleTexts.PasswordOwn;
        }

        var letters = string.Concat(lower.Where(char.IsLetter));
        return Common.Contains(lower) || Common.Contains(letters) || lower.Distinct().Count() < LeastDifferent || IsRun(lower) || IsRepeated(lower)
            ? PeopleTexts.PasswordCommon
            : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Problem(password, user.Name, user.Email ?? "") is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem })
            : IdentityResult.Success);

    /// <summary>"abcdefghijkl", "210987654321".</summary>
    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count(s => s is 1 or -1 or 0) >= steps.Count - 2;
    }

    /// <summary>"harborharbor", "abc1abc1abc1".</summary>
    private static bool IsRepeated(string text) => Enumerable.Range(1, text.Length / 2)
        .Any(n => text.Length % n == 0 && text == string.Concat(Enumerable.Repeat(text[..n], text.Length / n)));

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Throughline.Access.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(w => w.ToLower(CultureInfo.InvariantCulture))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
