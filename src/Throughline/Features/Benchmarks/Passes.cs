using System.Globalization;
using Throughline.Benchmarks.Language;

namespace Throughline.Features.Benchmarks;

/// <summary>
/// Writing in three calm passes: what is looked at in one of them, and the wording it proposes. Nobody who puts down an
/// idea is told about dates.
/// </summary>
internal sealed class Passes(RevisionPass pass, string statement)
{
    private readonly IReadOnlyList<Revision> pending = Of(statement);

    /// <summary>The wording that the next step would have; null where no pass has anything to add.</summary>
    public Revision? Next => pending.Count > 0 ? pending[0] : null;

    /// <summary>How many blanks the next wording leaves to fill.</summary>
    public int Blanks => Next?.Blanks ?? 0;

    /// <summary>Whether the proposal is of a date, and no finding below offers one.</summary>
    public bool OffersDates => pass != RevisionPass.Dated && Next is { Pass: RevisionPass.Dated };

    public bool Shows(Finding finding) => pass == RevisionPass.Dated || (pass == RevisionPass.Measurable && finding.Criterion != Element.Timed);

    /// <summary>Where a sentence has come to: nothing yet, still to be made measurable, or all but the date.</summary>
    public static RevisionPass At(string? statement) => string.IsNullOrWhiteSpace(statement) ? RevisionPass.Idea
        : Of(statement) is [{ Pass: RevisionPass.Measurable }, ..] ? RevisionPass.Measurable
        : RevisionPass.Dated;

    /// <summary>The pass once a proposed wording was taken over: never one before.</summary>
    public static RevisionPass After(RevisionPass before, string statement) =>
        Of(statement).Count == 0 || before == RevisionPass.Dated ? RevisionPass.Dated : RevisionPass.Measurable;

    private static IReadOnlyList<Revision> Of(string statement) =>
        string.IsNullOrWhiteSpace(statement) ? [] : Revision.Of(statement, CultureInfo.CurrentUICulture);
}
