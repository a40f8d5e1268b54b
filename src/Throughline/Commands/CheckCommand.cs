using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;

namespace Throughline.Commands;

/// <summary>
/// check: statements → readings. JSON Lines in and out, one line each and in the same order; or one text for a person; or
/// plans in Word, which come back with comments.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = CommandTexts.CheckFileHelp, Arity = ArgumentArity.ZeroOrMore };
        var text = new Option<string?>("--text") { Description = CommandTexts.CheckTextHelp, HelpName = "TEXT" };
        var target = new Option<string?>("--out") { Description = CommandTexts.CheckOutHelp, HelpName = "PATH" };
        var csv = new Option<bool>("--csv") { Description = CommandTexts.CheckCsvHelp };
        var command = new Command("check", CommandTexts.CheckHelp) { files, text, target, csv };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(text) is { } statement)
            {
                Console.Write(ReadingInWords.Of(Reading.Of(statement)));
                return CommandLine.Done;
            }

            var paths = parsed.GetValue(files) ?? [];
            if (CheckPlans.Are(paths))
            {
                return await CheckPlans.RunAsync(paths, parsed.GetValue(target), parsed.GetValue(csv), cancel);
            }

            var path = paths.FirstOrDefault();
            try
            {
                await using var input = path is null or "-" ? Console.OpenStandardInput() : File.OpenRead(path);
                await using var output = Console.OpenStandardOutput();
                return await LinesAsync(input, output, cancel) ? CommandLine.Done : CommandLine.AtFault;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new Problem(CommandTexts.CaseMissing.With(path), e);
            }
        });
        return command;
    }

    /// <summary>False where a line was not a statement; it is answered all the same, so that line n answers line n.</summary>
    internal static async Task<bool> LinesAsync(Stream input, Stream output, CancellationToken cancel)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        await using var buffered = new BufferedStream(output, 1 << 16);
        var good = true;
        var number = 0;
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (!TryRead(line, out var id, out var text))
            {
                good = false;
                await Console.Error.WriteLineAsync(CommandTexts.CheckLineUnreadable.With(number));
            }

            await using (var writer = new Utf8JsonWriter(buffered))
            {
                ReadingJson.Write(writer, id, Reading.Of(text), CultureInfo.CurrentUICulture, BenchmarkJson.Write);
            }

            buffered.WriteByte((byte)'\n');
        }

        return good;
    }

    private static bool TryRead(string line, out string id, out string text)
    {
        (id, text) = ("", "");
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            id = json.RootElement.TryGetProperty("id", out var i) ? i.ToString() : "";
            var hasText = json.RootElement.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String;
            text = hasText ? t.GetString()! : "";
            return hasText;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
