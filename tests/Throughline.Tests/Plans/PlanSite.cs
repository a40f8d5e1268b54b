using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Throughline.Benchmarks;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Model;
using Throughline.Tests.Support;

namespace Throughline.Tests.Plans;

/// <summary>A site with a district of three schools, of which Alder Middle can have a plan, and people who write and read it.</summary>
internal sealed class PlanSite : IAsyncDisposable
{
    public const string Leader = "Principal";
    public const string Reader = "Liaison";
    public const string School = "/s/00010002/plan";

    private static readonly DateTimeOffset Before = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private PlanSite(RunningSite site) => Site = site;

    public RunningSite Site { get; }

    public static async Task<PlanSite> StartAsync(string provider, bool withPlan = true)
    {
        var site = await RunningSite.StartAsync(provider, sample: false, reader: false);
        await site.Database.SchoolsAsync();
        await site.Database.AddAsync(Leader, RoleKind.SchoolLeader, "00010002");
        await site.Database.AddAsync(Reader, RoleKind.District, "00010000");
        if (withPlan)
        {
            await using var db = site.Database.Context();
            await new Story(db).WriteAsync();
        }

        await site.SignInAsync(Leader);
        return new PlanSite(site);
    }

    public Task<IHtmlDocument> PageAsync(string address) => Site.PageAsync(address);

    /// <summary>Fills in the form of a page and sends it; the answer is not followed.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] answers) =>
        await SendAsync(await PageAsync(address), address, answers);

    /// <summary>The same on a page that was opened before.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string address, params (string Name, string Value)[] answers)
    {
        var form = (IHtmlFormElement)page.QuerySelectorAll("main form[method=post]")[^1];
        var given = answers.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var fields = form.QuerySelectorAll("input, textarea, select").Where(f => !given.Contains(f.GetAttribute("name") ?? "")).SelectMany(ValueOf)
            .Concat(answers.Select(a => KeyValuePair.Create(a.Name, a.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await Site.Client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, content);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>The value of the button that a page has for a part: "up initiative 5 1".</summary>
    public static string Button(IParentNode page, string begin) =>
        page.QuerySelectorAll("button[name=do]").Select(b => b.GetAttribute("value")!).First(v => v.StartsWith(begin + " ", StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private static IEnumerable<KeyValuePair<string, string>> ValueOf(IElement field)
    {
        var name = field.GetAttribute("name");
        return name is null ? []
            : field is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } ? []
            : [KeyValuePair.Create(name, field switch { IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value ?? "", IHtmlInputElement input => input.Value, _ => "" })];
    }

    /// <summary>Two objectives: the first breaks between its early evidence and its results, the second between what is done and its evidence.</summary>
    private sealed class Story(Data.ThroughlineDb db)
    {
        private Plan plan = null!;

        public async Task WriteAsync()
        {
            var school = await db.Organizations.SingleAsync(o => o.Code == "00010002");
            (plan, _) = school.AddPlan("Sustainable Improvement Plan 2024–27", "sustainable_improvement", new SchoolYear(2025), new SchoolYear(2027), "tester", Before);
            await SaveAsync(plan);
            var a = await ObjectiveAsync("A", "Every lesson has students read, talk and write about grade-level text", 1);
            await SaveAsync(a.AddRootCause("Three of four tasks we sampled sat below grade level", HeldBy.School, 1, "tester", Before).RootCause);
            await SaveAsync(a.AddRootCause("Feedback after visits was rare and general", HeldBy.School, 2, "tester", Before).RootCause);
            var a1 = await InitiativeAsync(a, "A1", "Read, talk, write routine in every core class", "ELA coach", "2", 1);
            await SaveAsync(a1.AddActivity("Three planning sessions for all core teachers", "ELA coach", new DateOnly(2025, 10, 31), new DateOnly(2025, 10, 29), 1, "tester", Before).Activity);
            await BenchmarkAsync("A1-E1", BenchmarkType.EarlyEvidence, a, a1, "Classrooms where every student writes or speaks about the text", 50, [(10, 52), (11, 55), (12, 58), (1, 61)]);
            await BenchmarkAsync("A1-S1", BenchmarkType.ShortTermOutcome, a, a1, "Students meeting the standard on the common writing task", 43, [(10, 35), (11, 35), (12, 34), (1, 34)]);
            var a2 = await InitiativeAsync(a, "A2", "Weekly coaching with one clear next step", "assistant principal", "1 2", 2);
            await BenchmarkAsync("A2-E1", BenchmarkType.EarlyEvidence, a, a2, "Teachers given written feedback each month", 80, [(10, 82), (11, 83), (12, 83), (1, 84)]);
            await BenchmarkAsync("A-F1", BenchmarkType.FinalOutcome, a, null, "State English test, meeting or exceeding", 38, []);
            var b = await ObjectiveAsync("B", "Students who fall behind get help within two weeks", 2);
            await SaveAsync(b.AddRootCause("Support records sat in five places", HeldBy.District, 1, "tester", Before).RootCause);
            var b1 = await InitiativeAsync(b, "B1", "Two-week support cycle", "assistant principal", "3", 1);
            await SaveAsync(b1.AddActivity("One shared support log in use", null, new DateOnly(2025, 11, 1), new DateOnly(2025, 10, 29), 1, "tester", Before).Activity);
            await BenchmarkAsync("B1-E1", BenchmarkType.EarlyEvidence, b, b1, "Flagged students with a written plan in 10 school days", 90, [(9, 60), (10, 61), (11, 62)]);
            await SaveAsync(plan.AddBenchmark("B1-S1", BenchmarkType.ShortTermOutcome, "Fewer students fail a course", null, null, null, "tester", Before).Benchmark, x => (x.InitiativeId, x.ObjectiveId) = (b1.Id, b.Id));
        }

        private async Task<Objective> ObjectiveAsync(string code, string title, int position)
        {
            var (objective, added) = plan.AddObjective(code, title, position, "tester", Before);
            await db.SaveNewAsync(objective, () => objective.Id, added, default);
            return objective;
        }

        private async Task<Initiative> InitiativeAsync(Objective over, string code, string title, string lead, string practices, int position) =>
            await SaveAsync(over.AddInitiative(code, title, lead, practices, null, position, "tester", Before).Initiative);

        private async Task BenchmarkAsync(string code, BenchmarkType type, Objective objective, Initiative? initiative, string name, int target, (int Month, int Value)[] figures)
        {
            var measure = new Measure("own_" + code.ToLowerInvariant().Replace("-", "_", StringComparison.Ordinal), 1, Unit.Percent, Direction.Increase) { Name = name, Decimals = 0 };
            Target asked = figures.Length == 0 ? new Level(Exact.From(target), new DateOnly(2026, 6, 30), null) : new Level(Exact.From(target), null, Cadence.Month);
            var spec = new BenchmarkSpec(measure, ["all"], asked);
            var benchmark = await SaveAsync(plan.AddBenchmark(code, type, name, spec, measure, null, "tester", Before).Benchmark, x =>
            {
                (x.InitiativeId, x.ObjectiveId, x.Name, x.Counts) = (initiative?.Id, objective.Id, name, Counted.Other);
            });
            await SaveAsync(benchmark.Publish(null, "tester", Before)!.Value.Publication);
            foreach (var group in new[] { "all", "english_learner" })
            {
                foreach (var (month, value) in figures)
                {
                    var period = Period.Month(month > 7 ? 2025 : 2026, month);
                    await SaveAsync(new Tally
                    {
                        PlanId = plan.Id,
                        BenchmarkId = benchmark.Id,
                        Group = group,
                        PeriodStart = period.Start,
                        PeriodEnd = period.End,
                        Value = value,
                        Count = 200,
                        RecordedAt = Before.AddDays(60),
                        Who = "tester",
                    });
                }
            }
        }

        private async Task<T> SaveAsync<T>(T row, Action<T>? change = null)
            where T : class
        {
            change?.Invoke(row);
            db.Add(row);
            await db.SaveChangesAsync();
            return row;
        }
    }
}
