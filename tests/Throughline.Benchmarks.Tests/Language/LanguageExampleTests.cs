using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Targets;
using Xunit;

namespace Throughline.Benchmarks.Tests.Language;

/// <summary>
/// docs/language.md as it is read: a line that begins with "> " is a statement, and the next line that is not empty says,
/// part by part, what its reading must be. An example without a reading fails.
/// </summary>
public sealed class LanguageExampleTests
{
    private const string Document = "docs/language.md";

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var (statement, part, expected) in Read())
            {
                examples.Add(statement, part, expected);
            }

            return examples;
        }
    }

    [Fact]
    public void Each_finding_stands_in_the_document()
    {
        using var texts = typeof(Reading).Assembly.GetManifestResourceStream("Throughline.Benchmarks.Language.Findings.resources")!;
        using var reader = new System.Resources.ResourceReader(texts);
        var codes = reader.Cast<System.Collections.DictionaryEntry>().Select(e => $"{e.Key}".Split('.')).Where(k => k[1] == "reason").Select(k => k[0]);
        var listed = File.ReadLines(Path.Combine(Repository(), Document)).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);
        Assert.Equal(codes.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_is_read_as_the_document_says(string statement, string part, string expected)
    {
        var reading = Reading.Of(statement);
        var found = part switch
        {
            "measure" => reading.MeasureSpan?.Text,
            "population" => reading.Population?.Text,
            "evidence" => reading.Evidence?.Text,
            "form" => reading.Form.Name(),
            "groups" => string.Join(", ", reading.Groups),
            "deadline" => Iso(reading.Deadline?.Date),
            "frequency" => reading.Frequency?.Name,
            "measuring_frequency" => reading.MeasuringFrequency?.Name,
            "baseline" => string.Join(", ", reading.Baseline.Select(b => b?.ToString(CultureInfo.InvariantCulture))),
            "placeholders" => reading.Placeholders.Count.ToString(CultureInfo.InvariantCulture),
            "finding" => reading.Findings.Select(f => f.Code).FirstOrDefault(code => code == expected) ?? string.Join(", ", reading.Findings.Select(f => f.Code)),
            "benchmark" => Benchmark(reading.Benchmark, expected),
            _ => throw new InvalidOperationException($"{Document} names the part {part}, which no reading has."),
        };
        Assert.True(expected == found, $"{statement}\n{part}: {found}, not {expected}");
    }

    [Fact]
    public void The_document_shows_every_form()
    {
        string[] forms =
        [
            "level", "ladder", "from_to", "change", "per_period", "prior_period", "same_period_last_year", "gap", "maintain", "branch",
            "representation", "milestone", "cadence", "event_relative", "count_per", "every_member", "all_of",
        ];
        var shown = Read().Select(e => e.Statement).Distinct().Select(s => Reading.Of(s).Benchmark?.Target.Form).ToHashSet();
        Assert.Subset(shown, forms.ToHashSet<string?>());
    }

    /// <summary>"chronic_absence level at most 10 by 2027-06-30", as far as the document goes.</summary>
    private static string? Benchmark(BenchmarkSpec? benchmark, string expected)
    {
        if (benchmark is null)
        {
            return null;
        }

        var whole = $"{benchmark.Measure.Id} {Short(benchmark.Target, benchmark.Direction == Benchmarks.Measures.Direction.Increase)}";
        return whole.StartsWith(expected, StringComparison.Ordinal) ? expected : whole;
    }

    private static string Short(Target target, bool isUp) => target switch
    {
        Level t => $"level {Bound(t.Strict, isUp)} {t.Value} {When(t.By, t.Every)}",
        FromTo t => $"from_to {t.From} to {t.To} by {Iso(t.By)}",
        Change t => $"change {t.Amount} {t.In.Name()} by {Iso(t.By)}",
        PerPeriod t => $"per_period {t.Amount} {t.In.Name()} every {t.Every}",
        PriorPeriod t => $"prior_period {t.Amount} {t.In.Name()} every {t.Every}",
        SamePeriodLastYear t => $"same_period_last_year {t.Amount} {t.In.Name()} every {t.Every}",
        Maintain t => $"maintain {(t.Floor is { } floor ? $"floor {floor}" : $"ceiling {t.Ceiling}")} every {t.Every}",
        Milestone t => $"milestone by {Iso(t.By)}",
        EveryMember t => $"every_member {t.Member.Name()} {Short(t.Inner, isUp)}",
        _ => target.Form,
    };

    private static string Bound(bool isStrict, bool isUp) => (isStrict, isUp) switch
    {
        (true, true) => "above",
        (true, false) => "below",
        (false, true) => "at least",
        _ => "at most",
    };

    private static string When(DateOnly? by, Benchmarks.Calendar.Cadence? every) => by is null ? $"every {every}" : $"by {Iso(by)}";

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Statement, string Part, string Expected)> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository(), Document));
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("> ", StringComparison.Ordinal))
            {
                continue;
            }

            var reading = lines.Skip(at + 1).First(line => line.Length > 0);
            foreach (var part in reading.Split(" · "))
            {
                var name = part.Split('`');
                yield return (lines[at][2..], name.Length == 3 ? name[1] : part, name[^1].Trim());
            }
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
