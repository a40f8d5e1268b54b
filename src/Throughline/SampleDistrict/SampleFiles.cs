using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.SampleDistrict;

/// <summary>The files of the sample, which travel inside the program.</summary>
internal static class SampleFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static PlanFile Plan() => Read<PlanFile>("tannery-hill.json");

    public static TemplatesFile Templates() => Read<TemplatesFile>("templates.json");

    public static IReadOnlyList<SchoolFile> Schools() => Read<List<SchoolFile>>("plans.json");

    public static PeopleFile People() => Read<PeopleFile>("people.json");

    public static async Task<string> TextAsync(string name, CancellationToken cancel)
    {
        using var reader = new StreamReader(Open(name));
        return await reader.ReadToEndAsync(cancel);
    }

    public static Stream Open(string name) => typeof(SampleFiles).Assembly.GetManifestResourceStream("Throughline.SampleData." + name)!;

    private static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
