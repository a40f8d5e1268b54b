using Throughline.Benchmarks.Targets;

namespace Throughline.SampleDistrict;

/// <summary>Where a benchmark of another school is to stand on the sample's day, for English learners and for all students.</summary>
/// <param name="Template">The template's id.</param>
/// <param name="Learners">Null where the figures are about no students, or few enough to be hidden.</param>
/// <param name="All">For all students, or for all rooms and teachers.</param>
/// <param name="IsSmall">Whether the figures of English learners are to be about fewer than ten.</param>
internal sealed record Wanted(string Template, Status? Learners, Status All, bool IsSmall)
{
    /// <summary>Reads "chronic:off/risk": a template, English learners, all students.</summary>
    public static Wanted Read(string text)
    {
        var (template, said) = (text.Split(':')[0], text.Split(':')[1].Split('/'));
        var learners = StatusOf(said[0]);
        var all = said.Length > 1 ? StatusOf(said[1]) : learners is Status.NotYetDue ? learners : Status.OnTrack;
        return new Wanted(template, learners, all!.Value, said[0] == "hid");
    }

    private static Status? StatusOf(string text) => text switch
    {
        "on" => Status.OnTrack,
        "met" => Status.Met,
        "risk" => Status.AtRisk,
        "off" => Status.OffTrack,
        "none" => Status.NoData,
        "nyd" => Status.NotYetDue,
        "cant" => Status.CannotTell,
        "-" or "hid" => null,
        _ => throw new InvalidOperationException($"{text} is no status of the sample."),
    };
}
