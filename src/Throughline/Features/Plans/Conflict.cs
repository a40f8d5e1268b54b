namespace Throughline.Features.Plans;

/// <summary>Two people changed the same thing: what each of them wrote, question by question.</summary>
/// <param name="Who">Who was first.</param>
/// <param name="At">When; the day and time as people read them.</param>
/// <param name="Fields">Every answer that differs.</param>
/// <param name="Mine">What was sent, so that it can be sent again as it is.</param>
/// <param name="Version">The version that it would now replace.</param>
/// <param name="Back">Where to go to leave theirs.</param>
public sealed record Conflict(
    string Who, string At, IReadOnlyList<ConflictField> Fields, IReadOnlyList<KeyValuePair<string, string>> Mine, int Version, string Back);

/// <summary>One answer that differs.</summary>
public sealed record ConflictField(string Label, string Mine, string Theirs);

/// <summary>An answer of a part in words, under the label of its question.</summary>
public sealed record Answered(string Label, string Text);
