using Throughline.Model;

namespace Throughline.Packs;

/// <summary>A kind of plan: what its state calls it, who writes it, and what stands in it.</summary>
/// <param name="Id">What a plan keeps: "sustainable_improvement".</param>
/// <param name="Name">What people call it, spelled out.</param>
/// <param name="Of">The kinds of organization that write it.</param>
/// <param name="Year">The school year that the source is of.</param>
/// <param name="Source">Where its name and stages come from.</param>
/// <param name="Framework">What its initiatives are sorted by; null where nothing is asked.</param>
/// <param name="Stages">The stages of writing it, in order.</param>
public sealed record PlanKind(
    string Id, string Name, IReadOnlyList<OrganizationKind> Of, string Year, string Source, Framework? Framework, IReadOnlyList<Stage> Stages)
{
    /// <summary>Whether a pack describes it; an unknown kind has a name and nothing else.</summary>
    public bool IsKnown => Of.Count > 0;
}

/// <summary>A stage of writing a plan.</summary>
/// <param name="Id">"goals".</param>
/// <param name="Name">What the source calls it.</param>
/// <param name="Written">Whether it must be handed in as text; else any form will do.</param>
public sealed record Stage(string Id, string Name, bool Written = false);

/// <summary>Practices that initiatives belong to.</summary>
/// <param name="Id">"turnaround_practices".</param>
/// <param name="Name">All of them together.</param>
/// <param name="One">How one is named on a line, with a blank for its number.</param>
/// <param name="Many">How several are.</param>
/// <param name="Year">The school year that the source is of.</param>
/// <param name="Source">Where the names come from.</param>
/// <param name="Practices">In order.</param>
public sealed record Framework(string Id, string Name, string One, string Many, string Year, string Source, IReadOnlyList<Practice> Practices);

/// <summary>A practice of a framework; an initiative keeps its number.</summary>
public sealed record Practice(int Number, string Name);
