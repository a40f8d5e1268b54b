using System.CommandLine;
using System.Globalization;
using Throughline.Benchmarks.Calendar;
using Throughline.Data;

namespace Throughline.Commands;

/// <summary>Options that several verbs share, and what they do with them.</summary>
internal static class Shared
{
    public static Option<string> Data() => new("--data")
    {
        Description = CommandTexts.DataHelp,
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
    };

    public static Option<bool> Json() => new("--json") { Description = CommandTexts.JsonHelp };

    /// <summary>The number that commands print: benchmarks and plans have codes and names besides.</summary>
    public static Option<int?> Number(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "ID",
        Required = required,
        CustomParser = result => int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fail<int?>(result, CommandTexts.NotANumber.With(result.Tokens[0].Value)),
    };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fail<DateOnly?>(result, CommandTexts.NotADay.With(result.Tokens[0].Value)),
    };

    public static Option<SchoolYear?> SchoolYear(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YEAR",
        CustomParser = result => Benchmarks.Calendar.SchoolYear.TryParse(result.Tokens[0].Value, out var year)
            ? year
            : Fail<SchoolYear?>(result, CommandTexts.NotASchoolYear.With(result.Tokens[0].Value)),
    };

    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = result => TryInstant(result.Tokens[0].Value, out var instant)
            ? instant
            : Fail<DateTimeOffset?>(result, CommandTexts.NotAnInstant.With(result.Tokens[0].Value)),
    };

    /// <summary>Runs a verb on a database that exists, brought to this program's version.</summary>
    public static async Task<int> OnDataAsync(string folder, bool create, Func<Database, Task<int>> work, CancellationToken cancel)
    {
        var database = Database.At(folder);
        await DatabaseCheck.PrepareAsync(database, create, cancel);
        return await DatabaseCheck.ExplainAsync(database, () => work(database));
    }

    /// <summary>Who is at the keyboard, for the history.</summary>
    public static string Who() => Environment.UserName;

    /// <summary>A day means its last moment in UTC.</summary>
    private static bool TryInstant(string text, out DateTimeOffset instant)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            instant = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMilliseconds(-1);
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    private static T? Fail<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
