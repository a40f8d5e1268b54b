using System.Text.Json;
using Throughline.Benchmarks.Calendar;

namespace Throughline.Benchmarks.Targets;

/// <summary>Targets to JSON, in the fields of docs/contracts.md; <see cref="TargetReader"/> reads them back.</summary>
internal static class TargetWriter
{
    public static void Write(Utf8JsonWriter writer, string name, Target target)
    {
        writer.WritePropertyName(name);
        Write(writer, target);
    }

    private static void Write(Utf8JsonWriter writer, Target target)
    {
        writer.WriteStartObject();
        writer.WriteString("form", target.Form);
        switch (target)
        {
            case Level level:
                Number(writer, "value", level.Value);
                When(writer, level.By, level.Every);
                if (level.Strict)
                {
                    writer.WriteBoolean("strict", true);
                }

                break;
            case Ladder ladder:
                Rungs(writer, "steps", ladder.Steps, "by");
                break;
            case FromTo way:
                Number(writer, "from", way.From);
                Number(writer, "to", way.To);
                Date(writer, "on", way.On);
                Date(writer, "by", way.By);
                Path(writer, way.Path);
                break;
            case Change change:
                Amount(writer, change.Amount, change.In);
                Start(writer, "baseline", change.Baseline);
                Date(writer, "by", change.By);
                break;
            case PerPeriod per:
                Amount(writer, per.Amount, per.In);
                When(writer, null, per.Every);
                Start(writer, "start", per.Start);
                break;
            case PriorPeriod prior:
                Amount(writer, prior.Amount, prior.In);
                When(writer, null, prior.Every);
                break;
            case SamePeriodLastYear same:
                Amount(writer, same.Amount, same.In);
                When(writer, null, same.Every);
                break;
            case Gap gap:
                writer.WriteString("reference", gap.Reference);
                Number(writer, "from", gap.From);
                Number(writer, "to", gap.To);
                When(writer, gap.By, gap.Every);
                break;
            case Maintain maintain:
                Number(writer, "floor", maintain.Floor);
                Number(writer, "ceiling", maintain.Ceiling);
                When(writer, null, maintain.Every);
                break;
            case Branch branch:
                Condition(writer, branch.When);
                Write(writer, "then", branch.Then);
                Write(writer, "else", branch.Else);
                break;
            case AllOf all:
                writer.WriteStartArray("targets");
                foreach (var inner in all.Targets)
                {
                    Write(writer, inner);
                }

                writer.WriteEndArray();
                break;
            default:
                Occasions(writer, target);
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>Forms that ask whether something is done, how often, and for whom.</summary>
    private static void Occasions(Utf8JsonWriter writer, Target target)
    {
        switch (target)
        {
            case Representation representation:
                writer.WriteString("of", representation.Of);
                Number(writer, "tolerance", representation.Tolerance);
                break;
            case Milestone milestone:
                Date(writer, "by", milestone.By);
                break;
            case Recurring recurring:
                When(writer, null, recurring.Every);
                Number(writer, "share", recurring.Share);
                break;
            case EventRelative relative:
                writer.WriteNumber("within", relative.Within);
                writer.WriteString("of", relative.Of);
                Number(writer, "share", relative.Share);
                break;
            case CountPer count:
                Number(writer, "at_least", count.AtLeast);
                writer.WriteString("per", count.Per);
                When(writer, null, count.Every);
                Number(writer, "share", count.Share);
                break;
            case EveryMember each:
                writer.WriteString("member", Words.Of(each.Member));
                Write(writer, "target", each.Inner);
                break;
            default:
                throw new NotSupportedException($"The form {target.Form} has no written shape.");
        }
    }

    private static void Path(Utf8JsonWriter writer, TargetPath path)
    {
        if (path.Shape == PathShape.Given)
        {
            Rungs(writer, "path", path.Points, "date");
        }
        else
        {
            writer.WriteString("path", Words.Of(path.Shape));
        }
    }

    private static void Rungs(Utf8JsonWriter writer, string name, IReadOnlyList<Rung> rungs, string date)
    {
        writer.WriteStartArray(name);
        foreach (var rung in rungs)
        {
            writer.WriteStartObject();
            Number(writer, "value", rung.Value);
            Date(writer, date, rung.By);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Start(Utf8JsonWriter writer, string name, Baseline? baseline)
    {
        if (baseline is not null)
        {
            writer.WriteStartObject(name);
            Number(writer, "value", baseline.Value);
            Date(writer, "on", baseline.On);
            writer.WriteEndObject();
        }
    }

    private static void Condition(Utf8JsonWriter writer, BranchCondition when)
    {
        writer.WriteStartObject("when");
        Number(writer, "at_least", when.AtLeast);
        Number(writer, "at_most", when.AtMost);
        if (when.Grades.Count > 0)
        {
            writer.WriteStartArray("grades");
            foreach (var grade in when.Grades)
            {
                writer.WriteStringValue(grade);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter writer, Exact amount, ChangeUnit unit)
    {
        Number(writer, "amount", amount);
        writer.WriteString("in", Words.Of(unit));
    }

    private static void When(Utf8JsonWriter writer, DateOnly? by, Cadence? every)
    {
        Date(writer, "by", by);
        if (every is { } cadence)
        {
            writer.WriteString("every", cadence.ToString());
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, Exact? number)
    {
        if (number is { } n)
        {
            writer.WriteNumber(name, n.Round(Exact.MostDecimals));
        }
    }

    private static void Date(Utf8JsonWriter writer, string name, DateOnly? day)
    {
        if (day is { } d)
        {
            writer.WriteString(name, Words.Of(d));
        }
    }
}
