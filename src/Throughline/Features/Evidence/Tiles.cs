using Throughline.Ui.Forms;

namespace Throughline.Features.Evidence;

/// <summary>A question that is answered by a tap on one of a few large buttons.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Chosen">The value that is chosen; empty for none.</param>
/// <param name="Choices">Values with their words, in order.</param>
public sealed record Tiles(string Name, string Chosen, IReadOnlyList<(string Value, string Words)> Choices)
{
    /// <summary>The first has the question's own id, so that the summary of errors leads to it.</summary>
    public string Id => Question.IdOf(Name);
}
