using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>What a bundle's manifest says: which version of OneRoster it is, who wrote it, and of each file whether it holds everything or what changed.</summary>
internal sealed class RosterManifest
{
    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly RosterBundle bundle;

    private RosterManifest(RosterBundle bundle) => this.bundle = bundle;

    /// <summary>"1.1" or "1.2".</summary>
    public string Version => properties.GetValueOrDefault("oneroster.version", "");

    /// <summary>Whose identifiers the bundle uses.</summary>
    public string Source => properties.GetValueOrDefault("source.systemCode") is { Length: > 0 } code ? code : properties.GetValueOrDefault("source.systemName", "");

    public static RosterManifest Read(RosterBundle bundle)
    {
        var path = bundle.PathOf("manifest.csv") ?? throw new Problem(ImportTexts.RosterNoManifest.With(bundle.Name));
        var manifest = new RosterManifest(bundle);
        using (var file = CsvFile.Open(path))
        {
            var (name, value) = (file.Column("propertyName"), file.Column("value"));
            while (file.Read())
            {
                if (file.Fault is { } fault)
                {
                    throw new Problem(ImportTexts.RosterManifestLine.With(file.Line, fault));
                }

                manifest.properties[file[name].Trim()] = file[value].Trim();
            }
        }

        return manifest.Version is "1.1" or "1.2" ? manifest : throw new Problem(ImportTexts.RosterVersion.With(manifest.Version));
    }

    /// <summary>Whether the file holds only what changed.</summary>
    public bool IsDelta(string file) => Mode(file) == "delta";

    /// <summary>Where a file lies; null where the bundle is said not to have it.</summary>
    /// <exception cref="Problem">It is said to be there and is not.</exception>
    public string? PathOf(string file) => Mode(file) switch
    {
        "absent" or "" => null,
        "bulk" or "delta" => bundle.PathOf(file + ".csv") ?? throw new Problem(ImportTexts.RosterFileMissing.With(bundle.Name, file + ".csv")),
        var other => throw new Problem(ImportTexts.RosterMode.With(file, other)),
    };

    private string Mode(string file) => properties.GetValueOrDefault("file." + file, "").ToLowerInvariant();
}
