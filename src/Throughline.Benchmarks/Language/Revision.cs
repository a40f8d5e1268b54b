using System.Globalization;

namespace Throughline.Benchmarks.Language;

/// <summary>The three calm passes in which a statement is written, as the guiding principles teach them.</summary>
public enum RevisionPass
{
    /// <summary>What would be seen if it worked; no figure, no date, no finding.</summary>
    Idea,

    /// <summary>Counted as a change, with a quantity and what shows it.</summary>
    Measurable,

    /// <summary>By when.</summary>
    Dated,
}

/// <summary>A wording that a pass proposes, with blanks where only the writers know.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Statement">The whole sentence; <see cref="Blank"/> stands where something is to be filled in.</param>
/// <param name="Adds">What it adds to the wording before, in words.</param>
public sealed record Revision(RevisionPass Pass, string Statement, string Adds)
{
    /// <summary>What stands for words or figures that only the writers know. Reading finds it as a placeholder.</summary>
    public const string Blank = "____";

    /// <summary>How many blanks it leaves to fill.</summary>
    public int Blanks => Statement.Split(Blank).Length - 1;

    /// <summary>What the passes make of a statement, one after the other; a pass that has nothing to add is left out.</summary>
    /// <param name="statement">As it is now.</param>
    /// <param name="language">The language of what is said about each.</param>
    public static IReadOnlyList<Revision> Of(string statement, CultureInfo language)
    {
        var revisions = new List<Revision>();
        Next(RevisionPass.Measurable, Rewording.Measurable);
        Next(RevisionPass.Dated, Rewording.Dated);
        return revisions;

        void Next(RevisionPass pass, Func<Reading, Reworded?> reword)
        {
            if (reword(Reading.Of(statement)) is { } next)
            {
                statement = next.Statement;
                revisions.Add(new Revision(pass, next.Statement, string.Join(' ', next.Adds.Select(code => FindingTexts.Added(code, language)))));
            }
        }
    }
}
