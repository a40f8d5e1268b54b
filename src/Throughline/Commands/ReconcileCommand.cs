using System.CommandLine;
using System.Globalization;
using Throughline.Benchmarks.Measures;
using Throughline.Data;
using Throughline.Evidence;

namespace Throughline.Commands;

/// <summary>reconcile: what one figure was made from, or a sheet of certified totals beside ours, differences first.</summary>
internal static class ReconcileCommand
{
    private const int MostDays = 10;

    public static Command Create()
    {
        var sheet = new Argument<string?>("SHEET") { Description = CommandTexts.ReconcileSheetHelp, Arity = ArgumentArity.ZeroOrOne };
        var data = Shared.Data();
        var end = Shared.Day("--period-end", CommandTexts.ReconcilePeriodEndHelp);
        var rows = new Option<bool>("--rows") { Description = CommandTexts.ReconcileRowsHelp };
        var options = new CellOptions();
        var command = new Command("reconcile", CommandTexts.ReconcileHelp) { sheet, data, end, rows };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                var places = await Places.LoadAsync(database, cancel);
                var question = await options.QuestionAsync(parsed, database, places, cancel);
                if (parsed.GetValue(sheet) is { } path)
                {
                    Print(CertifiedSheet.Compare(path, places, await Cells.OfAsync(database, places, question, cancel)));
                    return CommandLine.Done;
                }

                if (question.Organizations is null)
                {
                    throw new Problem(CommandTexts.ReconcileOneOrganization);
                }

                var day = parsed.GetValue(end);
                var period = question.Periods.LastOrDefault(p => day is null || p.End == day);
                var one = question with
                {
                    Periods = period == default ? throw new Problem(CommandTexts.ReconcileNoSuchPeriod.With(day)) : [day is null ? await LastAsync(database, places, question, cancel) : period],
                    Groups = question.Groups.Count == 1 ? question.Groups : [0],
                };
                await PrintAsync(database, places, one, await new Reconciler(database, places).OfAsync(one, cancel), parsed.GetValue(rows), cancel);
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    /// <summary>The last period with a figure.</summary>
    private static async Task<Benchmarks.Calendar.Period> LastAsync(Database database, Places places, CellQuestion question, CancellationToken cancel)
    {
        var cells = await Cells.OfAsync(database, places, question, cancel);
        return cells.Count > 0 ? cells.MaxBy(c => c.Period.End)!.Period : question.Periods[^1];
    }

    private static async Task PrintAsync(Database database, Places places, CellQuestion question, Reconciliation found, bool rows, CancellationToken cancel)
    {
        var period = question.Periods[0];
        Console.WriteLine(CommandTexts.ReconcileTitle.With(
            question.Measure.Name, places.CodeOf(question.Organizations!.First()), StudentGroup.Names[question.Groups[0]], period.Start, period.End,
            question.Reading == PeriodReading.InPeriod ? CommandTexts.ReconcileInPeriod : CommandTexts.ReconcileYearToDate));
        Console.WriteLine(found.Cells is [var cell, ..]
            ? CommandTexts.ReconcileFigure.With(
                CellsCommand.Text(cell.Counts.Numerator), CellsCommand.Text(cell.Counts.Denominator), CellsCommand.Text(cell.Value), cell.Completeness.Arrived, cell.Completeness.Expected)
            : CommandTexts.ReconcileNothing);
        foreach (var source in found.Sources)
        {
            Console.WriteLine(CommandTexts.ReconcileSource.With(
                places.CodeOf(source.Organization), source.Arrived, source.LastArrivedAt?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? CommandTexts.ReconcileNever));
            if (source.MissingDays.Count > 0)
            {
                Console.WriteLine(CommandTexts.ReconcileMissing.With(
                    source.MissingDays.Count,
                    string.Join(", ", source.MissingDays.Take(MostDays).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) + (source.MissingDays.Count > MostDays ? " …" : "")));
            }
        }

        Console.WriteLine(CommandTexts.ReconcileCounted.With(found.Counted.Count));
        foreach (var reason in found.LeftOut.GroupBy(l => l.Reason).OrderBy(g => g.Key))
        {
            Console.WriteLine(CommandTexts.ReconcileLeftOut.With(reason.Count(), BehindFigure.Reason(reason.Key)));
        }

        if (rows)
        {
            await PrintRowsAsync(database, found, cancel);
        }
    }

    private static async Task PrintRowsAsync(Database database, Reconciliation found, CancellationToken cancel)
    {
        await using var session = await Session.BeginReadAsync(database, cancel);
        var isStudent = found.Counted.Any(c => c.IsStudent) || found.LeftOut.Any(l => l.IsStudent);
        var names = (await session.RowsAsync(
            isStudent ? "SELECT id, code FROM students" : "SELECT id, kind || ' ' || \"key\" FROM records",
            r => (Id: r.GetInt64(0), Name: r.GetString(1)),
            cancel)).ToDictionary(r => r.Id, r => r.Name);
        IEnumerable<string> lines =
        [
            isStudent ? "student,days,absent,unexcused,late,holds,left_out" : "record,left_out",
            .. found.Counted.Select(row => isStudent ? $"{names[row.Row]},{Days(row.Days)},{YesOrNo(row.Holds)}," : $"{names[row.Row]},"),
            .. found.LeftOut.Select(row => isStudent ? $"{names[row.Row]},{Days(row.Days)},,{BehindFigure.Reason(row.Reason)}" : $"{names[row.Row]},{BehindFigure.Reason(row.Reason)}"),
        ];
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }

    private static void Print(IReadOnlyList<ComparedTotal> lines)
    {
        var differ = lines.Count(l => !l.Agrees);
        Console.WriteLine(CommandTexts.ReconcileCompared.With(lines.Count, differ));
        IEnumerable<string> rows =
        [
            "line,organization,group,period_end,agrees,numerator,our_numerator,denominator,our_denominator,value,our_value",
            .. lines.Select(line => string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Line},{line.Organization},{line.Group},{line.PeriodEnd:yyyy-MM-dd},{(line.Ours is null ? "not here" : YesOrNo(line.Agrees))},{line.Theirs.Numerator},{CellsCommand.Text(line.Ours?.Counts.Numerator)},{line.Theirs.Denominator},{CellsCommand.Text(line.Ours?.Counts.Denominator)},{line.Theirs.Value},{CellsCommand.Text(line.Ours?.Value)}")),
        ];
        foreach (var row in rows)
        {
            Console.WriteLine(row);
        }
    }

    private static string YesOrNo(bool? holds) => holds switch
    {
        true => "yes",
        false => "no",
        null => "",
    };

    private static string Days(Benchmarks.Attendance.DayCount days) => string.Create(
        CultureInfo.InvariantCulture, $"{days.Member / 2m:0.#},{days.Absent / 2m:0.#},{days.Unexcused / 2m:0.#},{days.Tardy}");
}
