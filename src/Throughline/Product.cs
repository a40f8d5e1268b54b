using System.Reflection;

namespace Throughline;

/// <summary>What this program is called and which version it is.</summary>
public static class Product
{
    public const string Name = "Throughline";

    public static string Version { get; } = typeof(Product).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
