namespace Throughline.Features.Evidence;

/// <summary>The line that says how many visits wait on this device, and why.</summary>
/// <param name="Account">Whose visits: on a shared device everybody sends their own.</param>
/// <param name="Says">What stands there while nothing waits.</param>
/// <param name="IsForm">Whether the form is on the page; elsewhere the line is there only while something waits.</param>
public sealed record Waiting(int Account, string Says, bool IsForm);
