using Throughline.Benchmarks.Targets;

namespace Throughline.Benchmarks.Writing;

/// <summary>Targets, and the parts of them that hold other targets.</summary>
internal sealed partial class Grammar
{
    private void AddTargets()
    {
        kinds["target"] = Writing.Kind.Of<Target>(Target, Target);
        kinds["inner"] = Writing.Kind.Of<Target>(Inner, Inner);
        kinds["targets"] = Writing.Kind.Of<IReadOnlyList<Target>>(
            (targets, subject) => string.Join("; ", targets.Select(t => Inner(t, subject))), Inners);
        kinds["when"] = Writing.Kind.Of<BranchCondition>(Condition, Condition);
        kinds["grade"] = Writing.Kind.Of<string>((grade, _) => IsGrade(grade) ? grade : Quoted(grade), Grade);
        kinds["grades"] = Writing.Kind.Of<IReadOnlyList<string>>(
            (grades, subject) => Listed([.. grades.Select(g => WriteOne("grade", g, subject))]), cursor => Listed<string>(cursor, "grade"));
        kinds["reference"] = kinds["group"];
        AddGapEnd("gap_from", "GapFrom");
        AddGapEnd("gap_to", "GapTo");
    }

    private static bool IsCompound(Target target) => target is Branch or AllOf || (target is EveryMember every && IsCompound(every.Inner));

    private static bool IsGrade(string grade) => grade.Length > 0 && grade.All(char.IsAsciiLetterOrDigit);

    private static string? Grade(Cursor cursor)
    {
        var first = cursor.At;
        while (char.IsAsciiLetterOrDigit(cursor.Next))
        {
            cursor.At++;
        }

        return cursor.At > first ? cursor.Text[first..cursor.At] : Quoted(cursor);
    }

    private string Target(Target target, Subject subject)
    {
        foreach (var form in Forms.All)
        {
            if (form.Write(target, subject.Way) is { } filling)
            {
                return Write(form.Name, subject, filling);
            }
        }

        throw new NotSupportedException($"The form {target.Form} has no sentence.");
    }

    private Target? Target(Cursor cursor)
    {
        Target? target = null;
        return cursor.Inside(() => (target = Any(cursor)) is not null) ? target : null;
    }

    private Target? Any(Cursor cursor)
    {
        var mark = cursor.Mark();
        foreach (var form in Forms.All)
        {
            if (Read(form.Name, cursor) is { } filling && form.Read(filling) is { } target)
            {
                return target;
            }

            cursor.Return(mark);
        }

        return null;
    }

    /// <summary>A target among others: one that holds several of its own stands in parentheses.</summary>
    private string Inner(Target target, Subject subject) => IsCompound(target) ? $"({Target(target, subject)})" : Target(target, subject);

    private Target? Inner(Cursor cursor)
    {
        var mark = cursor.Mark();
        if (cursor.Take("(") && Target(cursor) is { } wrapped && cursor.Take(")"))
        {
            return wrapped;
        }

        cursor.Return(mark);
        return Target(cursor) is { } target && !IsCompound(target) ? target : null;
    }

    private List<Target>? Inners(Cursor cursor)
    {
        var targets = new List<Target>();
        do
        {
            if (Inner(cursor) is not { } target)
            {
                return null;
            }

            targets.Add(target);
        }
        while (cursor.Take("; "));
        return targets;
    }

    private string Condition(BranchCondition when, Subject subject)
    {
        List<string> parts = [];
        if (when.AtLeast is { } least)
        {
            parts.Add(Write("When_AtLeast", subject, new() { { "value", least } }));
        }

        if (when.AtMost is { } most)
        {
            parts.Add(Write("When_AtMost", subject, new() { { "value", most } }));
        }

        if (when.Grades.Count > 0)
        {
            parts.Add(Write("When_Grades", subject, new() { { "grades", when.Grades } }));
        }

        return string.Join(Text("And"), parts);
    }

    private BranchCondition? Condition(Cursor cursor)
    {
        var least = Read("When_AtLeast", cursor);
        var most = Part("When_AtMost", cursor, least is not null);
        var grades = Part("When_Grades", cursor, least is not null || most is not null);
        return least is null && most is null && grades is null
            ? null
            : new BranchCondition((Exact?)least?["value"], (Exact?)most?["value"], grades?.Get<List<string>>("grades") ?? []);
    }

    private Filling? Part(string pattern, Cursor cursor, bool isLater)
    {
        var mark = cursor.Mark();
        if ((!isLater || cursor.Take(Text("And"))) && Read(pattern, cursor) is { } part)
        {
            return part;
        }

        cursor.Return(mark);
        return null;
    }

    private void AddGapEnd(string kind, string pattern) => kinds[kind] = Writing.Kind.Optional(
        (value, subject) => value is Exact points ? Write(pattern, subject, new() { { "points", points } }) : "",
        cursor => Read(pattern, cursor)?["points"],
        null);
}
