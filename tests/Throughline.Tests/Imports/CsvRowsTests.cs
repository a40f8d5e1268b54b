using System.Text;
using Throughline.Imports;

namespace Throughline.Tests.Imports;

public sealed class CsvRowsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("throughline-csv-");

    [Theory]
    [InlineData("a,b\n1,2\n", "2:1|2")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n", "2:1|2 3:3|4")]
    [InlineData("a,b\r1,2\r3,4\r", "2:1|2 3:3|4")]
    [InlineData("a;b\n1,5;2\n", "2:1,5|2")]
    [InlineData("a\tb\n1\t2\n", "2:1|2")]
    [InlineData("a|b\n1|2\n", "2:1~2")]
    [InlineData("\"a,x\",b\n\"1,5\",2\n", "2:1,5|2")]
    [InlineData("a,b\n\"say \"\"yes\"\"\",2\n", "2:say \"yes\"|2")]
    [InlineData("a,b\n\"\"\"\",\"\"\n", "2:\"|")]
    [InlineData("a,b\n\"two\nlines\",2\n3,4\n", "2:two\nlines|2 4:3|4")]
    [InlineData("a,b\r\n\"two\r\nlines\",2\r\n3,4\r\n", "2:two\r\nlines|2 4:3|4")]
    [InlineData("a,b\n\n1,2\n\n\n3,4\n\n", "3:1|2 6:3|4")]
    [InlineData("a,b\n1,\n,2\n,\n", "2:1| 3:|2 4:|")]
    [InlineData("a,b\n  1 ,\" 2 \"\n", "2:1|2")]
    [InlineData("\uFEFFa,b\n1,é\n", "2:1|é")]
    [InlineData("a,b\n1\n1,2,3\n", "2!1 cells 3!3 cells")]
    [InlineData("a,b\n1,5\" pipe\n", "2!quotation")]
    [InlineData("a,b\n\"1\" x,2\n3,4\n", "2!quotation 3:3|4")]
    [InlineData("a,b\n1,\0\n", "2!NUL")]
    [InlineData("a,b\n1,2", "2!cut")]
    [InlineData("a,b\n1,\"2\"", "2!cut")]
    [InlineData("a\n1\n\"\"\n", "2:1 3:")]
    [InlineData("a,b\n1,\"2\n", "!closed")]
    public void Rows_are_read_as_written(string csv, string expected) => Assert.Equal(expected.Replace('~', '|'), Read(Encoding.UTF8.GetBytes(csv)));

    [Fact]
    public void Rows_across_the_ends_of_blocks_are_whole()
    {
        var csv = new StringBuilder("a,b,c\n");
        var expected = new List<string>();
        for (var i = 0; i < 60_000; i++)
        {
            var text = new string((char)('a' + (i % 26)), i % 37);
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},\"{text}\"\"\n{text}\",{text}\r\n");
            expected.Add($"{i}|{text}\"\n{text}|{text}".Replace("\n|", "|", StringComparison.Ordinal));
        }

        var path = Write(Encoding.UTF8.GetBytes(csv.ToString()));
        using var rows = CsvRows.Open(TextForm.Of(path));
        foreach (var (row, i) in expected.Select((r, i) => (r, i)))
        {
            Assert.True(rows.Read());
            Assert.Null(rows.Fault);
            Assert.Equal((row, 2 + (2 * i)), (string.Join('|', rows.Text(0), rows.Text(1), rows.Text(2)), (int)rows.Line));
        }

        Assert.False(rows.Read());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void The_encoding_is_found(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        var text = "a;b\n" + string.Concat(Enumerable.Repeat("é;Muñoz\n", 60_000));
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var path = Write(bytes);
        var form = TextForm.Of(path);
        Assert.Contains(name.StartsWith("utf-16", StringComparison.Ordinal) ? "UTF-16" : name == "utf-8" ? "UTF-8" : "Windows-1252", form.Words, StringComparison.Ordinal);
        Assert.Contains("semicolons", form.Words, StringComparison.Ordinal);
        using var rows = CsvRows.Open(form);
        var count = 0;
        while (rows.Read())
        {
            Assert.Equal(("é", "Muñoz"), (rows.Text(0), rows.Text(1)));
            count++;
        }

        Assert.Equal(60_000, count);
    }

    [Theory]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("2025/12/31", "2025-12-31")]
    [InlineData("12/31/2025", "2025-12-31")]
    [InlineData("1/2/2025", "2025-01-02")]
    [InlineData("1/2/25", "2025-01-02")]
    [InlineData("31.12.2025", "2025-12-31")]
    [InlineData("20251231", "2025-12-31")]
    [InlineData("2025-12-31 00:00:00.000", "2025-12-31")]
    [InlineData("2025-12-31T00:00:00Z", "2025-12-31")]
    [InlineData("2025-12-31 08:30:00", null)]
    [InlineData("31/12/2025", null)]
    [InlineData("2025-02-29", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("12-31-2025", null)]
    [InlineData("20250000", null)]
    [InlineData("2025", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("--", null)]
    [InlineData("1/2/3/4", null)]
    [InlineData("٢٠٢٥-12-31", null)]
    public void Dates_are_read_or_refused(string text, string? expected) => Assert.Equal(
        expected, new Dates().TryRead(text, out var day) ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);

    [Fact]
    public void A_file_does_not_change_how_it_writes_dates()
    {
        var dates = new Dates();
        Assert.True(dates.TryRead("12/31/2025", out _));
        Assert.False(dates.TryRead("31.12.2025", out _));
        Assert.True(dates.TryRead("1/2/2026", out _));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Read(byte[] bytes)
    {
        using var rows = CsvRows.Open(TextForm.Of(Write(bytes)));
        var read = new List<string>();
        try
        {
            while (rows.Read())
            {
                read.Add(rows.Line + (rows.Fault is { } fault
                    ? "!" + ((string[])["quotation", "NUL", "1 cells", "3 cells", "cut"]).First(w => fault.Contains(w, StringComparison.Ordinal))
                    : ":" + string.Join('|', Enumerable.Range(0, rows.Header.Count).Select(rows.Text))));
            }
        }
        catch (Problem problem)
        {
            Assert.Contains("never closed", problem.Message, StringComparison.Ordinal);
            Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
            read.Add("!closed");
        }

        return string.Join(' ', read);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, "rows.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
