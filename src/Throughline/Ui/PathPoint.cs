namespace Throughline.Ui;

/// <summary>One place along a chart, whether or not there is a figure.</summary>
/// <param name="Label">What stands under it.</param>
/// <param name="Actual">The figure; null leaves a gap.</param>
/// <param name="Expected">Where the path is then.</param>
/// <param name="LastYear">The figure of the same time a year before.</param>
/// <param name="IsHidden">Whether the figure may not be shown; it is then not drawn, even where it is given.</param>
public sealed record PathPoint(string Label, double? Actual, double? Expected = null, double? LastYear = null, bool IsHidden = false)
{
    internal double? Shown => IsHidden ? null : Actual;
}
