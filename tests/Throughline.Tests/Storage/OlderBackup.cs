using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Throughline.Data;

namespace Throughline.Tests.Storage;

/// <summary>Makes of a backup what the version would have written that knew organizations and figures, but no plans.</summary>
internal static class OlderBackup
{
    private const string Migration = "0002_evidence";

    private static readonly string[] Known =
        ["organizations", "organization_names", "successions", "events", "settings", "measure_versions", "imports", "published_values"];

    public static async Task MakeAsync(string file)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update);
        var manifest = JsonSerializer.Deserialize<Manifest>(await ReadAsync(zip, Backup.ManifestName), Backup.Json)!;
        var tables = new List<ManifestTable>();
        foreach (var table in manifest.Tables)
        {
            if (!Known.Contains(table.Name))
            {
                continue;
            }

            tables.Add(table.Name == "events" ? await WithoutAsync(zip, table, "plan_id") : table);
        }

        await WriteAsync(zip, Backup.ManifestName, JsonSerializer.Serialize(manifest with { Migration = Migration, Tables = tables }, Backup.Json));
    }

    private static async Task<ManifestTable> WithoutAsync(ZipArchive zip, ManifestTable table, string column)
    {
        var at = table.Columns.ToList().FindIndex(c => c.Name == column);
        var name = $"tables/{table.Name}.jsonl";
        var lines = (await ReadAsync(zip, name)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var row = JsonNode.Parse(line)!.AsArray();
            row.RemoveAt(at);
            return row.ToJsonString() + "\n";
        });
        var text = string.Concat(lines);
        await WriteAsync(zip, name, text);
        return table with
        {
            Columns = [.. table.Columns.Where(c => c.Name != column)],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private static async Task WriteAsync(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
        await writer.WriteAsync(text);
    }
}
