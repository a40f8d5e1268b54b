namespace Throughline.Features.Districts;

/// <summary>Two texts that were written from the same one: what this person sent, and what somebody saved meanwhile.</summary>
/// <param name="Parts">Each question with both answers.</param>
/// <param name="Version">The number of what is saved now.</param>
/// <param name="Back">Where the saved text is shown.</param>
/// <param name="Sent">What was sent, as the form's fields, so that one button can send it again.</param>
public sealed record Conflict(
    IReadOnlyList<(string Label, string? Mine, string? Theirs)> Parts, string Version, string Back, IReadOnlyList<(string Name, string? Value)> Sent);
