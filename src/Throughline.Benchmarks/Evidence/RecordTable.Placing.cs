namespace Throughline.Benchmarks.Evidence;

/// <summary>Which records count at all, and whose they are.</summary>
public sealed partial class RecordTable
{
    private (List<Placed>?[] OfStudents, List<Placed> Others) Place(IEnumerable<EvidenceRecord> records)
    {
        var ofStudents = new List<Placed>?[population.Students.Count];
        var others = new List<Placed>();
        foreach (var record in records)
        {
            if (record.Values.Count != kind?.Fields.Count)
            {
                throw new ArgumentException($"Record {record.Id} has not the fields of its kind.", nameof(records));
            }

            if (WhyNot(record, out var student) is { } reason)
            {
                leftOut.Add(new LeftOut(record.Id, reason));
            }
            else if (student is { } place)
            {
                _ = ChainOf(record.Organization);
                (ofStudents[place] ??= []).Add(new Placed(record, Population.GroupsOf(population.Students[place], new(record.Day, record.Day)), QuantitiesOf(record)));
            }
            else
            {
                _ = ChainOf(record.Organization);
                others.Add(new Placed(record, GroupOf(record), QuantitiesOf(record)));
            }
        }

        return (ofStudents, others);
    }

    /// <summary>The group that counts of many people are about: the bit of everyone where none is named, none of one that was not asked for.</summary>
    private ulong GroupOf(EvidenceRecord record)
    {
        if (kind?.Field("group") is not { } field || record.Values[field.Place].Text is not { Length: > 0 } name)
        {
            return 1;
        }

        for (var group = 0; group < population.Groups.Count; group++)
        {
            if (population.Groups[group] == name)
            {
                return 1UL << group;
            }
        }

        return 0;
    }

    private int QuantitiesOf(EvidenceRecord record)
    {
        var bits = 0;
        for (var i = 0; i < quantities.Length; i++)
        {
            bits |= Total.Counts(quantities[i], record) ? 1 << i : 0;
        }

        return bits;
    }

    private LeftOutReason? WhyNot(EvidenceRecord record, out int? student)
    {
        student = null;
        foreach (var condition in filter)
        {
            if (!condition.Holds(record))
            {
                return LeftOutReason.NotAskedFor;
            }
        }

        if (!Array.Exists(ranges, r => r.Contains(record.Day)))
        {
            return LeftOutReason.OutsidePeriods;
        }

        if (kind!.About != RecordSubject.Student)
        {
            return null;
        }

        student = record.About is { } id ? population.PlaceOf(id) : null;
        return student is { } place ? WhyNot(record, population.Students[place]) : LeftOutReason.UnknownStudent;
    }

    private LeftOutReason? WhyNot(EvidenceRecord record, Student student)
    {
        var isThere = false;
        var isEligible = measure.Eligibility.Grades.Count == 0;
        foreach (var enrolment in student.Enrolments)
        {
            if (enrolment.Days.Contains(record.Day) && (!kind!.WhileEnrolled || IsAt(enrolment.Organization, record.Organization)))
            {
                isThere = true;
                isEligible |= measure.Eligibility.Includes(enrolment.Grade);
            }
        }

        return !isThere && kind!.WhileEnrolled ? LeftOutReason.NotEnrolled : isEligible ? null : LeftOutReason.NotEligible;
    }

    /// <summary>Whether a record of an organization can speak of a student of a school: the same, or one above it.</summary>
    private bool IsAt(int school, int organization) => school == organization || population.Above(school).Contains(organization);
}
