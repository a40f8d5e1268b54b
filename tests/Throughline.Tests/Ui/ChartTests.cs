using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Throughline.Benchmarks.Targets;
using Throughline.Ui;

namespace Throughline.Tests.Ui;

/// <summary>Charts are well-formed pictures inside their box, whatever the figures are.</summary>
public sealed class ChartTests
{
    private static readonly PathPoint[] Attendance =
    [
        new("Sep", 20.9, 22, 22.8), new("Oct", 22.4, 23, 25.1), new("Nov", 23.6, 24, 27), new("Dec", 25.8, 25, 29.4),
        new("Jan", 24.9, 25, 29.9), new("Feb", null, 24.5, 30.2), new("Jun", null, 22, 29),
    ];

    public static TheoryData<string, double?[]> Shapes => new()
    {
        { "none", [] },
        { "only gaps", [null, null] },
        { "one", [12.5] },
        { "all equal", [40, 40, 40] },
        { "all zero", [0, 0] },
        { "huge", [1e15, 3e15, 1e15 + 1] },
        { "negative", [-5, -3.5, -12] },
        { "both signs", [-5, 3] },
        { "nearly equal", [31.0000001, 31.0000002] },
        { "tiny", [1e-7, 3e-7] },
        { "a gap at each end", [null, 3, null] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_chart_can_be_drawn(string shape, double?[] values)
    {
        foreach (var points in Together(values))
        {
            Assert.All(All(points), svg => AssertInside(svg, shape));
        }
    }

    [Fact]
    public void Nothing_is_ever_drawn_outside_its_box()
    {
        var random = new Random(11);
        for (var n = 0; n < 2_000; n++)
        {
            var size = Math.Pow(10, random.Next(-3, 9));
            var points = Enumerable.Range(0, random.Next(1, 25))
                .Select(i => new PathPoint($"P{i}", Some(), Some(), Some(), random.Next(9) == 0))
                .ToList();
            Assert.All(All(points), svg => AssertInside(svg, $"round {n}"));

            double? Some() => random.Next(4) == 0 ? null : Math.Round((random.NextDouble() - 0.4) * size, random.Next(5));
        }
    }

    [Fact]
    public void Lines_are_named_at_their_ends_and_figures_first_peak_and_last()
    {
        var svg = Parse(new PathChart(Attendance, Percent, "Chronic absence by month") { Event = (2, "Day-two calls begin") }.Draw());
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Chronic absence by month", svg.Attribute("aria-label")!.Value);
        Assert.Equal(["24.9%", "25.8", "20.9"], Texts(svg, "b halo"));
        Assert.Equal(["Target", "22%"], Texts(svg, "tgt halo"));
        Assert.Equal(["Last year"], Texts(svg, "ax halo"));
        Assert.Contains("Day-two calls begin", Texts(svg, "ax"));
        Assert.Equal(4, Count(svg, "line", "a"));
        Assert.Equal(6, Count(svg, "line", "ly"));
        Assert.Equal(7, Count(svg, "circle", "tgp"));
    }

    [Fact]
    public void Names_that_end_together_stand_apart()
    {
        PathPoint[] points = [new("2024", 30, 30, 30), new("2025", 22.1, 22, 22.2)];
        var svg = Parse(new PathChart(points, Percent, "Three lines that meet").Draw());
        var ys = svg.Elements().Where(e => e.Name.LocalName == "text" && e.Attribute("dx")?.Value == "8").Select(e => Number(e, "y")).Order().ToList();
        Assert.Equal(4, ys.Count);
        Assert.All(ys.Zip(ys.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14, string.Join(' ', ys)));
    }

    [Fact]
    public void A_hidden_figure_is_not_in_the_picture()
    {
        PathPoint[] points = [new("Sep", 20, 20), new("Oct", 987, 21, null, IsHidden: true), new("Nov", 22, 22)];
        foreach (var svg in All(points))
        {
            Assert.DoesNotContain("987", svg, StringComparison.Ordinal);
            Assert.Equal(0, Count(Parse(svg), "line", "a"));
        }

        Assert.Contains("#sup", All(points)[0], StringComparison.Ordinal);
        Assert.Equal(All(points), All([points[0], points[1] with { Actual = null }, points[2]]));
    }

    [Fact]
    public void A_hidden_group_keeps_its_place()
    {
        var html = Write(new SmallMultiple("Multi-race", null, Status.Hidden, Attendance).Draw(Scale.Of(Attendance), Percent));
        Assert.Contains("class=\"hid\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"ch\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("24.9", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_scale_that_does_not_start_at_zero_says_so()
    {
        Assert.Equal("20%", new PathChart(Attendance, Percent, "x").Start);
        Assert.Null(new PathChart([new("a", 3), new("b", 60)], Percent, "x").Start);
        Assert.Null(new PathChart([new("a", null)], Percent, "x").Start);
    }

    [Fact]
    public void What_is_written_is_encoded_and_coordinates_know_no_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("es-ES");
            PathPoint[] points = [new("<b>", -1.5, 2), new("&", 3.25, 4)];
            Assert.All(All(points), svg => AssertInside(svg, "Spanish"));
            Assert.Contains(Parse(All(points)[0]).Descendants("text"), t => t.Value == "−2");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12.34, "12.3")]
    [InlineData(99.96, "100")]
    [InlineData(-0.04, "0")]
    [InlineData(-3.21, "-3.2")]
    public void Coordinates_are_written_to_a_tenth(double value, string written) => Assert.Equal(written, new Tenths(value).ToString());

    [Fact]
    public void A_page_of_charts_is_drawn_in_no_time()
    {
        Draw();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            Draw();
        }

        // One chart, ten groups and forty rows; generous, for test machines are busy.
        Assert.True(watch.Elapsed.TotalMilliseconds / 100 < 5, $"{watch.Elapsed.TotalMilliseconds / 100:0.00} ms");

        static void Draw()
        {
            var scale = Scale.Of(Attendance);
            Write(new PathChart(Attendance, Percent, "x").Draw());
            for (var i = 0; i < 10; i++)
            {
                Write(new SmallMultiple("All", "542", Status.OnTrack, Attendance).Draw(scale, Percent));
            }

            for (var i = 0; i < 40; i++)
            {
                Write(Sparkline.Draw(Attendance));
            }
        }
    }

    private static IEnumerable<List<PathPoint>> Together(double?[] values) =>
    [
        [.. values.Select((v, i) => new PathPoint($"P{i}", v))],
        [.. values.Select((v, i) => new PathPoint($"P{i}", null, v))],
        [.. values.Select((v, i) => new PathPoint($"P{i}", v, v, v))],
    ];

    private static List<string> All(IReadOnlyList<PathPoint> points) =>
    [
        Write(new PathChart(points, Percent, "All of it") { Event = (1, "Then") }.Draw()),
        Write(new PathChart(points, Percent, "All of it") { PathLabel = "middle", Height = 170 }.Draw()),
        Write(new SmallMultiple("Group", "12", Status.OnTrack, points).Draw(Scale.Of(points), Percent)),
        Write(new SmallMultiple("Group", null, Status.NoData, points).Draw(Scale.Of(0, 10), Percent)),
        Write(Sparkline.Draw(points)),
    ];

    private static void AssertInside(string svg, string what)
    {
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
        if (svg.Length == 0)
        {
            return;
        }

        var (across, down) = svg.Contains("spark", StringComparison.Ordinal) ? (84, 22) : (100, (int)Number(Parse(svg), "height"));
        foreach (var part in Parse(svg).Descendants())
        {
            Assert.All(Numbers(part, "x", "x1", "x2", "cx"), x => Assert.True(x >= 0 && x <= across, $"{what}: {part}"));
            Assert.All(Numbers(part, "y", "y1", "y2", "cy"), y => Assert.True(y >= 0 && y <= down, $"{what}: {part}"));
            foreach (var pair in part.Attribute("points")?.Value.Split(' ') ?? [])
            {
                var xy = pair.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
                Assert.True(xy[0] >= 0 && xy[0] <= across && xy[1] >= 0 && xy[1] <= down, $"{what}: {part}");
            }
        }
    }

    private static string Percent(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.CurrentCulture) + "%";

    private static IEnumerable<double> Numbers(XElement part, params string[] names) => names.Where(n => part.Attribute(n) is not null).Select(n => Number(part, n));

    private static double Number(XElement part, string name) => double.Parse(part.Attribute(name)!.Value.TrimEnd('%'), CultureInfo.InvariantCulture);

    private static int Count(XElement svg, string part, string look) => svg.Descendants(part).Count(e => e.Attribute("class")?.Value == look);

    private static List<string> Texts(XElement svg, string look) => [.. svg.Descendants("text").Where(e => e.Attribute("class")?.Value == look).Select(e => e.Value)];

    /// <summary>The picture alone: of an item of a list, what is drawn in it.</summary>
    private static XElement Parse(string html) => XElement.Parse(html) is var root && root.Name.LocalName == "svg" ? root : root.Elements("svg").First();

    private static XElement Parse(IHtmlContent html) => Parse(Write(html));

    private static string Write(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
