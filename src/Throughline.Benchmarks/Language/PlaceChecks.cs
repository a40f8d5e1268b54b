using System.Globalization;
using Throughline.Benchmarks.Disclosure;
using Throughline.Benchmarks.Examples;

namespace Throughline.Benchmarks.Language;

/// <summary>
/// What cannot be said of a sentence alone: that its group is small in this school, that another benchmark asks the same,
/// that its words are an example's. Whoever knows the place asks for it; all of it is to be thought about.
/// </summary>
public static class PlaceChecks
{
    /// <summary>A group it names has fewer students here than are shown to everyone, as far as figures tell.</summary>
    public static Finding SmallGroup(Reading reading, string group) => new(
        "small_group", Severity.Consider, 0, reading.Text.Length, Element.Measurable, group, SmallGroups.Minimum.ToString(CultureInfo.InvariantCulture));

    /// <summary>A benchmark at the same place asks for the same measure, in the same form, of the same groups.</summary>
    public static Finding SameInChain(Reading reading, string code) => new("same_in_chain", Severity.Consider, 0, reading.Text.Length, Element.Specific, code);

    /// <summary>Its words are those of an example of the library, with at most figures and dates put into the blanks; null where they are somebody's own.</summary>
    public static Finding? ExampleUnchanged(Reading reading) => ExampleLibrary.Default.Unchanged(reading.Text) is null ? null
        : new Finding("example_unchanged", Severity.Consider, 0, reading.Text.Length, Element.Specific);
}
