using System.Numerics;
using System.Runtime.InteropServices;
using Throughline.Benchmarks.Measures;

namespace Throughline.Benchmarks.Evidence;

/// <summary>Records and the roll into their places.</summary>
public sealed partial class RecordTable
{
    private void AddStudents(List<Placed>?[] ofStudents)
    {
        var found = new List<Placed>();
        foreach (var records in ofStudents)
        {
            if (records is null)
            {
                continue;
            }

            var school = records[0].Record.Organization;
            if (records.TrueForAll(p => p.Record.Organization == school))
            {
                AddPeriods(records, ChainOf(school), found);
                continue;
            }

            foreach (var organization in records.SelectMany(p => ChainOf(p.Record.Organization)).Distinct().ToList())
            {
                AddPeriods([.. records.Where(p => ChainOf(p.Record.Organization).Contains(organization))], [organization], found);
            }
        }
    }

    /// <summary>One student's records, all of which count in all of some organizations.</summary>
    private void AddPeriods(List<Placed> records, int[] organizations, List<Placed> found)
    {
        for (var period = 0; period < ranges.Length; period++)
        {
            found.Clear();
            foreach (var placed in records)
            {
                if (ranges[period].Contains(placed.Record.Day))
                {
                    found.Add(placed);
                }
            }

            Add(organizations, period, measure.AcrossPeriods == Combining.LastOfYear ? LastOf(found) : CollectionsMarshal.AsSpan(found));
        }
    }

    /// <summary>Of the records that count for n: the latest day's or, of two of one day, the one of the higher number.</summary>
    private static Placed[] LastOf(List<Placed> found)
    {
        var last = default(Placed?);
        foreach (var placed in found)
        {
            if ((placed.Quantities & SizeBit) != 0
                && (last is not { } other || (placed.Record.Day, placed.Record.Id).CompareTo((other.Record.Day, other.Record.Id)) > 0))
            {
                last = placed;
            }
        }

        return last is { } one ? [one] : [];
    }

    private void AddOthers(List<Placed> others)
    {
        foreach (var placed in others)
        {
            for (var period = 0; period < ranges.Length; period++)
            {
                if (ranges[period].Contains(placed.Record.Day))
                {
                    Add(ChainOf(placed.Record.Organization), period, [placed]);
                }
            }
        }
    }

    private void Add(int[] organizations, int period, ReadOnlySpan<Placed> records)
    {
        if (records.IsEmpty)
        {
            return;
        }

        var some = 0UL;
        foreach (ref readonly var placed in records)
        {
            some |= placed.Groups;
        }

        Span<int> slots = stackalloc int[organizations.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = SlotOf(organizations[i], period);
            Touch(slots[i], some);
        }

        foreach (var total in totals)
        {
            total.Add(slots, records);
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
        for (; groups != 0; groups &= groups - 1)
        {
            touched[slot + BitOperations.TrailingZeroCount(groups)] = true;
        }
    }
}
