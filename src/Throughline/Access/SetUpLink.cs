using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Throughline.Access;

/// <summary>A secret in a link: who has the link may do the one thing it is for.</summary>
public static class LinkSecret
{
    private const int Bytes = 32;

    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Matches(string? secret, string hash) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}

/// <summary>The secret that lets somebody make the first account: printed where the program was started, known nowhere else.</summary>
public sealed class SetUpLink
{
    private readonly string secret = LinkSecret.Make();

    public string Address => $"{Door.SetUpPath}?token={secret}";

    public bool Opens(string? token) => LinkSecret.Matches(token?.Trim(), LinkSecret.Hash(secret));
}
