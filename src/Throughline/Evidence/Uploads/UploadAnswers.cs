using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Model;

namespace Throughline.Evidence.Uploads;

/// <summary>What the sender of a file said about it on the way from the first step to the last.</summary>
/// <param name="Matches">What columns hold, by their headings, where that is not what their heading says; empty for nothing.</param>
/// <param name="Meanings">What words mean, by field, a colon and the word: "passed:I" is "no".</param>
/// <param name="Without">Lines that are left out.</param>
/// <param name="Passing">The lowest number that passes; null where that was not asked.</param>
/// <param name="Day">Of the rows, where they do not say theirs; null where that was not asked.</param>
/// <param name="HasChecked">What looks unusual is so.</param>
/// <param name="IsRemembered">The next file of the same kind is read the same way.</param>
internal sealed record UploadAnswers(
    IReadOnlyDictionary<string, string> Matches, IReadOnlyDictionary<string, string> Meanings, HashSet<long> Without, decimal? Passing, DateOnly? Day, bool HasChecked, bool IsRemembered)
{
    public static UploadAnswers None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>(), [], null, null, false, true);

    /// <summary>What is remembered of an upload for the next of its kind: how it is read, not which lines were left out.</summary>
    [JsonIgnore]
    public UploadAnswers Remembered => this with { Without = [], Day = null, HasChecked = false };

    /// <summary>As the command line says it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Said =>
    [
        .. Meanings.Select(m => $"{m.Key}={m.Value}"),
        .. Passing is { } passing ? [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"passing={passing}")] : (string[])[],
        .. Day is { } day ? [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"date={day:yyyy-MM-dd}")] : (string[])[],
    ];

    public static UploadAnswers Of(Upload upload) => JsonSerializer.Deserialize<UploadAnswers>(upload.Answers, JsonSerializerOptions.Web)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
