using System.Globalization;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Judging;
using Throughline.Model;

namespace Throughline.Features.Benchmarks;

/// <summary>Targets of a group's own: the benchmark's with other numbers.</summary>
internal static class GroupTargets
{
    /// <summary>Whether groups can have numbers of their own in this form.</summary>
    public static bool Allows(BenchmarkSpec? spec) => spec?.Target is FromTo or Level or Maintain;

    /// <summary>Whether a starting value is part of it.</summary>
    public static bool HasStart(BenchmarkSpec spec) => spec.Target is FromTo;

    /// <summary>The groups that can have one: those that people list, without those that the benchmark names.</summary>
    public static IEnumerable<string> Offered(BenchmarkSpec? spec) => GroupOrder.All.Where(g => spec is null ? g != StudentGroup.All : !spec.Groups.Contains(g));

    /// <summary>The benchmark for one group with its own numbers; null where the form has no such numbers or they are none.</summary>
    public static BenchmarkSpec? Of(BenchmarkSpec spec, GroupEntry entry)
    {
        if (Read(entry.To) is not { } to)
        {
            return null;
        }

        Target? target = spec.Target switch
        {
            FromTo way => way with { From = Read(entry.From) ?? way.From, To = to, Path = TargetPath.Linear },
            Level level => level with { Value = to },
            Maintain { Floor: not null } floor => floor with { Floor = to },
            Maintain ceiling => ceiling with { Ceiling = to },
            _ => null,
        };
        return target is null ? null : spec with { Groups = [entry.Group!], Target = target };
    }

    /// <summary>The numbers as the form shows them.</summary>
    public static GroupEntry EntryOf(string group, string structure)
    {
        var (from, to) = Publication.Read(structure).Target switch
        {
            FromTo way => (Figures.Plain(way.From), Figures.Plain(way.To)),
            Level level => (null, Figures.Plain(level.Value)),
            Maintain maintain => (null, Figures.Plain((maintain.Floor ?? maintain.Ceiling)!.Value)),
            _ => ((string?)null, (string?)null),
        };
        return new GroupEntry { Group = group, From = from, To = to };
    }

    /// <summary>A number as typed, with or without the sign for percent; null where it is none.</summary>
    public static Exact? Read(string? text) =>
        decimal.TryParse(text?.Trim().TrimEnd('%'), NumberStyles.Number, CultureInfo.CurrentCulture, out var value) && Exact.TryRead(value, out var exact)
            ? exact
            : null;
}
