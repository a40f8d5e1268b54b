using Throughline.Model;
using Throughline.Ui;

namespace Throughline.Features.Districts;

/// <summary>What a district promised its schools: what is late first, then what is to come, then what was delivered.</summary>
internal sealed class SupportTable
{
    public SupportTable(IEnumerable<Organization> schools, ILookup<int, Support> bySchool, DateOnly today, string path, bool mayWrite, int most = int.MaxValue)
    {
        (Today, Path, MayWrite) = (today, path, mayWrite);
        var all = schools.SelectMany(s => bySchool[s.Id], (school, support) => new SupportRow(school, support)).ToList();
        Late = all.Count(r => r.Support.IsLate(today));
        Delivered = all.Count(r => r.Support.DeliveredOn is not null);
        Count = all.Count;
        Rows = [
            .. all.OrderByDescending(r => r.Support.IsLate(today))
                .ThenBy(r => r.Support.DeliveredOn is not null)
                .ThenBy(r => r.Support.DeliveredOn is null ? r.Support.PromisedFor.DayNumber : -r.Support.DeliveredOn.Value.DayNumber)
                .Take(most)];
    }

    public DateOnly Today { get; }

    /// <summary>"/d/0001".</summary>
    public string Path { get; }

    public bool MayWrite { get; }

    public IReadOnlyList<SupportRow> Rows { get; }

    public int Late { get; }

    public int Delivered { get; }

    public int Count { get; }

    /// <summary>"5 late, 9 on time, 14 delivered. Late first."</summary>
    public string Said => OverviewTexts.SupportCounts.With(Late, Count - Late - Delivered, Delivered);

    /// <summary>The mark and the words for how a promise stands.</summary>
    public static (string Mark, string Words) Standing(Support support, DateOnly today) => support switch
    {
        { DeliveredOn: { } day } => ("met", OverviewTexts.DeliveredOn.With(Say.Day(day))),
        _ when support.IsLate(today) => ("off", OverviewTexts.DaysLate.With(Say.Days(today.DayNumber - support.PromisedFor.DayNumber))),
        _ => ("on", OverviewTexts.OnTime),
    };
}

/// <summary>A promise and the school it was made to.</summary>
internal sealed record SupportRow(Organization School, Support Support);
