namespace Throughline.Tests.Support;

/// <summary>The published files that lie beside the checkout; they are not the product's to carry.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("THROUGHLINE_SHARED") is { Length: > 0 } set ? set : Beside();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    private static string? Beside()
    {
        var shared = System.IO.Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(System.IO.Path.Combine(shared, "data")) ? System.IO.Path.GetFullPath(shared) : null;
    }
}

/// <summary>A fact that needs the published files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared.Folder is null)
        {
            Skip = "the published files are not beside the checkout";
        }
    }
}

/// <summary>A theory that needs the published files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Shared.Folder is null)
        {
            Skip = "the published files are not beside the checkout";
        }
    }
}

/// <summary>A fact that takes long; ./test --soak runs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("THROUGHLINE_SOAK") != "1")
        {
            Skip = "takes long; ./test --soak runs it";
        }
    }
}
