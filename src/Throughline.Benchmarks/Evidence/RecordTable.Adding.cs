using System.Runtime.InteropServices;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>Records and the roll into their places.</summary>
public sealed partial class RecordTable
{
    private void AddStudents(List<Placed>?[] ofStudents)
    {
        var (here, found) = (new List<int>(), new List<Placed>());
        foreach (var records in ofStudents)
        {
            if (records is null)
            {
                continue;
            }

            here.Clear();
            foreach (var placed in records)
            {
                foreach (var organization in ChainOf(placed.Record.Organization))
                {
                    if (!here.Contains(organization))
                    {
                        here.Add(organization);
                    }
                }
            }

            foreach (var organization in here)
            {
                for (var period = 0; period < ranges.Length; period++)
                {
                    found.Clear();
                    foreach (var placed in records)
                    {
                        if (ranges[period].Contains(placed.Record.Day) && (here.Count == 1 || ChainOf(placed.Record.Organization).Contains(organization)))
                        {
                            found.Add(placed);
                        }
                    }

                    Add(SlotOf(organization, period), measure.AcrossPeriods == Combining.LastOfYear ? LastOf(found) : CollectionsMarshal.AsSpan(found));
                }
            }
        }
    }

    /// <summary>The latest day's record; of two of one day, the one of the higher number.</summary>
    private static ReadOnlySpan<Placed> LastOf(List<Placed> found) => found.Count == 0
        ? []
        : new[] { found.MaxBy(p => (p.Record.Day, p.Record.Id)) };

    private void AddOthers(List<Placed> others)
    {
        foreach (var placed in others)
        {
            foreach (var organization in ChainOf(placed.Record.Organization))
            {
                for (var period = 0; period < ranges.Length; period++)
                {
                    if (ranges[period].Contains(placed.Record.Day))
                    {
                        Add(SlotOf(organization, period), [placed]);
                    }
                }
            }
        }
    }

    private void Add(int slot, ReadOnlySpan<Placed> records)
    {
        if (records.IsEmpty)
        {
            return;
        }

        var some = 0UL;
        foreach (var placed in records)
        {
            some |= placed.Groups;
        }

        Touch(slot, some);
        foreach (var total in totals)
        {
            total.Add(slot, records);
        }
    }

    /// <summary>Students on the roll on at least one day, by school and above, each once.</summary>
    private void AddRoll()
    {
        EnrolledTotal[] rolls = [.. totals.OfType<EnrolledTotal>()];
        if (rolls.Length == 0)
        {
            return;
        }

        var slots = new Dictionary<int, ulong>();
        foreach (var student in population.Students)
        {
            slots.Clear();
            foreach (var enrolment in student.Enrolments)
            {
                if (measure.Eligibility.Includes(enrolment.Grade))
                {
                    AddDays(slots, student, enrolment);
                }
            }

            foreach (var (slot, groups) in slots)
            {
                Touch(slot, groups);
                foreach (var roll in rolls)
                {
                    roll.Add(slot, groups);
                }
            }
        }
    }

    private void AddDays(Dictionary<int, ulong> slots, Student student, Enrolment enrolment)
    {
        for (var period = 0; period < ranges.Length; period++)
        {
            var range = ranges[period];
            var (first, last) = (Later(range.Start, enrolment.Days.Start), Earlier(range.End, enrolment.Days.End));
            if (first > last)
            {
                continue;
            }

            var groups = Population.GroupsOf(student, new(first, last));
            foreach (var organization in ChainOf(enrolment.Organization))
            {
                var slot = SlotOf(organization, period);
                slots[slot] = slots.GetValueOrDefault(slot) | groups;
            }
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private void Touch(int slot, ulong groups)
    {
        for (var group = 0; groups != 0; group++, groups >>= 1)
        {
            touched[slot + group] |= (groups & 1) != 0;
        }
    }
}
