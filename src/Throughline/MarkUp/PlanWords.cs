using System.Text.RegularExpressions;

namespace Throughline.MarkUp;

/// <summary>Words by which plans say what stands where: goals, aims, money.</summary>
internal static partial class PlanWords
{
    /// <summary>A heading, a column or a label under which goals and benchmarks stand.</summary>
    [GeneratedRegex(@"\b(?:goals?|benchmarks?|targets?|outcomes?|objectives?|milestones?|evidence of change|early evidence|measures? of success|activit(?:y|ies)|what will change)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex AboutGoals();

    /// <summary>A line that begins with what is to be done.</summary>
    [GeneratedRegex(@"^\W*(?:to\s+)?(?:increase|decrease|reduce|raise|lower|improve|maintain|reach|achieve|ensure|close|cut|halve|double|narrow|keep|bring|grow|move|provide|hold|train|implement|establish|complete)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Begins();

    /// <summary>"Goal 1: ...", "Staff benchmark – ...": a label with words after it.</summary>
    [GeneratedRegex(@"^\W*(?:\p{L}+[\s-]){0,3}(?:goal|benchmark|target|outcome|objective|milestone)s?\s*[#\dA-Z.-]{0,5}\s*[:–—]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Labelled();

    /// <summary>What something costs and who pays.</summary>
    [GeneratedRegex(@"^\W*(?:(?:total|estimated|annual|projected|proposed|grant|title\s+\w+)\s+)?(?:budget|costs?|funding|funds|expenses?|expenditures?|amount|price)\b[^:.]{0,40}:|^\s*\$\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Money();

    [GeneratedRegex(@"\b(?:budget|costs?|funding|funds|expenses?|expenditures?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex AboutMoney();

    /// <summary>A word after which a line goes on, or a comma.</summary>
    [GeneratedRegex(@"(?:,|\b(?:of|the|a|an|and|or|in|on|at|by|for|to|with|from|will|than|that|who|as|each|every|least|most))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex GoesOn();

    /// <summary>The sign of an item: a bullet, "2.", "b)".</summary>
    [GeneratedRegex(@"\G\s*(?:[-–—•·▪●○◦*□☐➢✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Item();
}
