using System.CommandLine;
using System.Globalization;

namespace Throughline.Commands;

/// <summary>
/// The verbs of the one executable. Exit 0: done; 1: the input or the state is at fault, and the message says how to
/// mend it; 2: wrong usage.
/// </summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int AtFault = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        // Staff read American English; what machines read is written with the invariant culture.
        var english = CultureInfo.GetCultureInfo("en-US");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (english, english);
        (CultureInfo.DefaultThreadCurrentUICulture, CultureInfo.CurrentUICulture) = (english, english);
        var parsed = Root().Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(CommandTexts.SeeHelp.With(Path(parsed) is { Length: > 0 } path ? path + " " : ""));
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Problem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return AtFault;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
        {
            await Console.Error.WriteLineAsync(Texts.FilesUnusable.With(e.Message));
            return AtFault;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(CommandTexts.Stopped);
            return AtFault;
        }
    }

    /// <summary>Every verb with its options; the tests hold the documents against it.</summary>
    internal static RootCommand Root()
    {
        var root = Verbs();
        RefuseUnknownOptions(root);
        return root;
    }

    private static RootCommand Verbs() => new(CommandTexts.RootHelp)
    {
        ServeCommand.Create(),
        CheckCommand.Create(),
        EvaluateCommand.Create(),
        PlanCommand.Create(),
        BenchmarkCommand.Create(),
        OrganizationCommand.Create(),
        UserCommand.Create(),
        ImportCommand.Create(),
        MeasuresCommand.Create(),
        CellsCommand.Create(),
        DemoCommand.Create(),
        MigrateCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
    };

    /// <summary>What begins with a dash and is no option is a slip of the keys, never the name of a file.</summary>
    private static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result =>
            {
                foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
                {
                    result.AddError(CommandTexts.UnknownOption.With(token.Value));
                }
            });
        }

        foreach (var verb in command.Subcommands)
        {
            RefuseUnknownOptions(verb);
        }
    }

    private static string Path(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
        {
            if (command.Command is not RootCommand)
            {
                names.Insert(0, command.Command.Name);
            }
        }

        return string.Join(' ', names);
    }
}
