using Throughline.MarkUp;

namespace Throughline.Commands;

/// <summary>check plan.docx: the same Word file with comments beside it. Several files: a table, and the files where a folder is named.</summary>
internal static class CheckPlans
{
    private const string Ending = ".docx";

    private static readonly string[] Endings = [Ending, ".doc", ".docm", ".dotx", ".odt", ".pdf", ".rtf"];

    /// <summary>Whether these are plans rather than lines of statements.</summary>
    public static bool Are(IReadOnlyList<string> paths) =>
        paths.Count > 1 || paths.Any(p => Endings.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase));

    public static async Task<int> RunAsync(IReadOnlyList<string> paths, string? target, bool isCsv, CancellationToken cancel)
    {
        if (paths.Count > Limits.Files)
        {
            throw new Problem(CommandTexts.CheckTooMany.With(Limits.Files));
        }

        var single = paths.Count == 1 ? target ?? Path.Combine(Path.GetDirectoryName(paths[0]) ?? "", PlanMarkUp.NameOf(paths[0])) : null;
        var plans = new List<ReviewedPlan>();
        foreach (var path in paths)
        {
            try
            {
                var plan = await ReadAsync(path, cancel);
                if ((single ?? (target is null ? null : Path.Combine(target, PlanMarkUp.NameOf(path)))) is { } written)
                {
                    await WriteAsync(written, plan.File, cancel);
                }

                plans.Add(new ReviewedPlan(Path.GetFileName(path), plan.Findings, null));
            }
            catch (Problem problem) when (paths.Count > 1)
            {
                plans.Add(new ReviewedPlan(Path.GetFileName(path), null, problem.Message));
                await Console.Error.WriteLineAsync($"{path}: {problem.Message}");
            }
        }

        if (isCsv)
        {
            await using var output = Console.OpenStandardOutput();
            ReviewTable.WriteCsv(plans, output);
        }
        else
        {
            foreach (var line in ReviewTable.Lines(plans))
            {
                Console.WriteLine(line);
            }

            if (single is not null)
            {
                Console.WriteLine(CommandTexts.CheckWritten.With(single));
            }
        }

        return plans.Exists(p => p.Problem is not null) ? CommandLine.AtFault : CommandLine.Done;
    }

    private static async Task<MarkedPlan> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var input = File.OpenRead(path);
            return await PlanMarkUp.MarkAsync(input, cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Problem(CommandTexts.CaseMissing.With(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(CommandTexts.CaseUnreadable.With(path), e);
        }
    }

    /// <summary>All of it or nothing, and nothing that is there is written over.</summary>
    private static async Task WriteAsync(string path, byte[] file, CancellationToken cancel)
    {
        if (File.Exists(path))
        {
            throw new Problem(CommandTexts.CheckThere.With(path));
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var part = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(part, file, cancel);
            File.Move(part, path);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
