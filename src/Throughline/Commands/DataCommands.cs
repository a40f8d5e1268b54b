using System.CommandLine;
using Throughline.Data;

namespace Throughline.Commands;

/// <summary>backup FILE.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = CommandTexts.BackupFileHelp };
        var data = Shared.Data();
        var command = new Command("backup", CommandTexts.BackupHelp) { file, data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: false,
            async database =>
            {
                var manifest = await Backup.WriteAsync(database, parsed.GetValue(file)!, TimeProvider.System, cancel);
                Console.WriteLine(CommandTexts.BackupDone.With(parsed.GetValue(file), manifest.Tables.Sum(t => t.Rows), manifest.Tables.Count));
                return CommandLine.Done;
            },
            cancel));
        return command;
    }
}

/// <summary>restore FILE.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = CommandTexts.RestoreFileHelp };
        var data = Shared.Data();
        var command = new Command("restore", CommandTexts.RestoreHelp) { file, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var database = Database.At(parsed.GetValue(data)!);
            return await DatabaseCheck.ExplainAsync(database, async () =>
            {
                var manifest = await Restore.ReadAsync(database, parsed.GetValue(file)!, cancel);
                Console.WriteLine(CommandTexts.RestoreDone.With(database.Folder, manifest.Tables.Sum(t => t.Rows), manifest.WrittenAt));
                return CommandLine.Done;
            });
        });
        return command;
    }
}

/// <summary>migrate: brings the data to this version, which every other verb does too.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var data = Shared.Data();
        var command = new Command("migrate", CommandTexts.MigrateHelp) { data };
        command.SetAction((parsed, cancel) => Shared.OnDataAsync(
            parsed.GetValue(data)!,
            create: true,
            async database =>
            {
                await using var db = database.Context();
                Console.WriteLine(CommandTexts.MigrateDone.With(Migrator.Known(db)[^1]));
                return CommandLine.Done;
            },
            cancel));
        return command;
    }
}

/// <summary>demo: an empty folder with the sample district in it.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = Shared.Data();
        var command = new Command("demo", CommandTexts.DemoHelp) { data };
        command.SetAction(async (parsed, cancel) =>
        {
            var database = Database.At(parsed.GetValue(data)!);
            if (!await DatabaseCheck.PrepareAsync(database, create: true, cancel))
            {
                throw new Problem(CommandTexts.DemoNotEmpty.With(database.Folder));
            }

            await Sample.LoadAsync(database, TimeProvider.System, cancel);
            Console.WriteLine(CommandTexts.DemoDone.With(database.Folder));
            return CommandLine.Done;
        });
        return command;
    }
}
