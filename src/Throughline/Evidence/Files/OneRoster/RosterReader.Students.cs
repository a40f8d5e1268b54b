using Throughline.Imports;

namespace Throughline.Evidence.Files.OneRoster;

/// <summary>What a bundle says of students beside their names: the classes they are in, and their groups.</summary>
internal sealed partial class RosterReader
{
    /// <summary>Grades of the roster's list that have no place among ours: infants, transition, after grade 12, ungraded.</summary>
    private static readonly HashSet<string> NoGrade = new(["IT", "PR", "TK", "13", "PS", "UG", "Other"], StringComparer.OrdinalIgnoreCase);

    private static readonly (string Column, string Group)[] Races =
    [
        ("americanIndianOrAlaskaNative", "american_indian"), ("asian", "asian"), ("blackOrAfricanAmerican", "black"),
        ("nativeHawaiianOrOtherPacificIslander", "pacific_islander"), ("white", "white"),
    ];

    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>A student's place in a class: for us, from when to when at the school.</summary>
    private void Class(RosterFile file)
    {
        if (file.IsDeleted)
        {
            roster.DeletedClasses++;
            return;
        }

        if (file.Need("userSourcedId") is not { } user || file.Need("schoolSourcedId") is not { } school || file.Need("role") is not { } role
            || Known(file, user) is not { } person || !file.TryDay("beginDate", out var first) || !file.TryDay("endDate", out var last))
        {
            return;
        }

        if (ids.CodeOf(RosterIds.Org, school) is not { } code)
        {
            file.Refuse<string>("schoolSourcedId", ImportTexts.RosterOrgUnknown);
        }
        else if (last < first)
        {
            file.Refuse<string>("endDate", ImportTexts.ExitBeforeEntry);
        }
        else if (role.Equals("student", StringComparison.OrdinalIgnoreCase))
        {
            person.Role ??= "student";
            // At the school from the first class to the last; a class that does not say lasts as long as the year.
            person.Classes[code] = person.Classes.TryGetValue(code, out var said)
                ? (said.First is null || first is null ? null : said.First < first ? said.First : first, said.Last is null || last is null ? null : said.Last > last ? said.Last : last)
                : (first, last);
        }
    }

    private void Groups(RosterFile file)
    {
        if (file.IsDeleted || Known(file, file.Need("sourcedId")!) is not { } person)
        {
            return;
        }

        if (file.Cell("sex") is { } sex && SheetWords.Meaning("sex", sex) is { } group)
        {
            person.Groups["sex"] = group;
        }

        foreach (var column in (string[])["hispanicOrLatinoEthnicity", "demographicRaceTwoOrMoreRaces", .. Races.Select(r => r.Column)])
        {
            if (file.Cell(column) is { } text && !bool.TryParse(text, out _))
            {
                file.Refuse<string>(column, ImportTexts.RosterTrueFalse);
                return;
            }
        }

        // Who is Hispanic is counted so, whatever the race. Where nothing is true, nothing is said.
        var races = Races.Where(r => Is(file, r.Column)).Select(r => r.Group).ToList();
        var race = Is(file, "hispanicOrLatinoEthnicity") ? "hispanic"
            : Is(file, "demographicRaceTwoOrMoreRaces") || races.Count > 1 ? "multi_race"
            : races.FirstOrDefault();
        if (race is not null)
        {
            person.Groups["race"] = race;
        }
    }

    private static bool Is(RosterFile file, string column) => bool.TryParse(file.Cell(column), out var isTrue) && isTrue;
}
