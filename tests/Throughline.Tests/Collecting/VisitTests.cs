using System.Net;
using System.Text.Json;
using Throughline.Tests.Support;

namespace Throughline.Tests.Collecting;

/// <summary>The walk-through form as plain HTML, and what it makes of what is sent.</summary>
public sealed class VisitTests
{
    [Theory, Sqlite, Postgres]
    public async Task A_visit_is_kept_once_as_evidence_and_remembers_where_the_visitor_was(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Teacher-team facilitator");
        var fields = await site.FilledAsync("/v");
        fields["Note"] = "Pairs read aloud";
        var sent = await site.PostAsync(VisitsOf.Form, fields);
        Assert.Equal("/v?school=tannery-hill&saved=1", sent.Location);
        var again = await site.PostAsync(VisitsOf.Form, fields, ("q.look_for_1", "1"), ("Grade", "grade_6"));
        Assert.Equal(sent.Location, again.Location);

        var visit = Assert.Single(await site.VisitsAsync());
        Assert.Equal((fields["Key"], "grade_7", "science", "Pairs read aloud", "Teacher-team facilitator"), (visit.Key, visit.Grade, visit.Subject, visit.Note, visit.Who));
        var record = Assert.Single(await site.RecordsAsync(visit.Key));
        Assert.Equal(("""["look_for_1","4","",""]""", RunningSite.Today, null), (record.Fields, record.Day, record.About));

        var page = await site.PageAsync(sent.Location!);
        Assert.StartsWith("Saved. 1 visit in February so far.", page.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.Equal("Grade 7 is your last choice.", page.QuerySelector("form .hint").Words());
        Assert.Equal(["grade_7", "science"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Feb 11, 2026, 12:00 pm, Grade 7, Science Pairs read aloud"], page.Words("main details li"));
        Assert.NotEqual(fields["Key"], page.FieldsOf()["Key"]);
    }

    [Theory, Sqlite, Postgres]
    public async Task Figures_follow_a_visit_of_a_month_that_is_over(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var before = await JanuaryAsync(site);
        await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("At", "2026-01-21T10:42"));
        Assert.Equal((before.Above + 1, before.Below + 1), await JanuaryAsync(site));
        await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("At", "2026-01-22T10:42"), ("q.look_for_1", "2"));
        Assert.Equal((before.Above + 1, before.Below + 2), await JanuaryAsync(site));
        await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("At", "2026-01-23T10:42"), ("q.look_for_1", "none"));
        Assert.Equal((before.Above + 1, before.Below + 2), await JanuaryAsync(site));
        Assert.Equal(3, (await site.VisitsAsync()).Count);
    }

    [Theory, Sqlite]
    public async Task What_cannot_be_kept_is_said_at_its_field_and_what_was_chosen_stays(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        foreach (var (name, value, said) in new[]
        {
            ("Grade", "", "Choose where you were: a grade."),
            ("Grade", "grade_12", "Choose where you were: a grade."),
            ("Subject", "witchcraft", "Choose where you were: a subject."),
            ("q.look_for_1", "", "Choose what you saw. Choose “Can’t tell” if you could not see it."),
            ("q.look_for_1", "9", "Choose what you saw. Choose “Can’t tell” if you could not see it."),
            ("At", "2026-02-12T09:00", "This time is still to come. Enter when the visit was."),
            ("At", "soon", "Enter the time as a day and an hour."),
            ("At", "2019-01-01T09:00", "This is before the plan began, Jul 1, 2024. Enter when the visit was."),
            ("Waited", "-5", "Enter the time as a day and an hour."),
            ("Note", new string('x', 401), "Make the note shorter: 400 letters at most."),
            ("Key", "7", "This form could not be told from another. Press “Save visit” once more."),
            ("Key", "", "This form could not be told from another. Press “Save visit” once more."),
        })
        {
            var answer = await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), (name, value));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(said, Assert.Single(answer.Page.QuerySelectorAll("[role=alert] li")).Words());
            Assert.StartsWith("Error:", answer.Page.Title!.Trim(), StringComparison.Ordinal);
            Assert.True(Guid.TryParse(answer.Page.FieldsOf()["Key"], out _));
            if (name is "At" or "Note")
            {
                Assert.Equal("4", answer.Page.FieldsOf()["q.look_for_1"]);
            }
        }

        Assert.Empty(await site.VisitsAsync());
    }

    [Theory, Sqlite]
    public async Task A_device_is_answered_in_JSON_with_what_is_kept_or_what_is_wrong(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var fields = await site.FilledAsync();
        site.Client.DefaultRequestHeaders.Add("Accept", "application/json");
        var (status, json) = await SendAsync(site, fields, ("Waited", "7200"));
        Assert.Equal((HttpStatusCode.OK, "1 visit in February so far."), (status, json.GetProperty("saved").GetString()));
        Assert.Equal(site.Clock.Now.AddHours(-2), Assert.Single(await site.VisitsAsync()).At);
        (status, json) = await SendAsync(site, fields, ("Grade", "none"), ("Key", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(2, json.GetProperty("errors").GetArrayLength());
    }

    [Theory, Sqlite]
    public async Task Nobody_enters_visits_where_they_may_not_or_without_the_forms_token(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        var fields = await site.FilledAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync("/v?school=millrace", fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync("/v?school=nowhere", fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.PostAsync("/v?school=ashmere", fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.PostAsync(VisitsOf.Form, new(fields) { ["form-token"] = "none" })).Status);
        await site.SignInAsync("School council member");
        await site.PageAsync("/v", HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.PostAsync(VisitsOf.Form, fields)).Status);
        await site.SignInAsync("District liaison");
        Assert.Contains("no school", (await site.PageAsync("/v")).QuerySelector("main p").Words(), StringComparison.Ordinal);
        var denied = await site.PageAsync(VisitsOf.Form, HttpStatusCode.Forbidden);
        Assert.NotEmpty(denied.QuerySelector("main h1").Words());
        Assert.Empty(await site.VisitsAsync());
    }

    [Theory, Sqlite]
    public async Task A_room_is_named_only_by_those_who_may_see_results_of_single_rooms(string provider)
    {
        await using var site = await RunningSite.StartAsync(provider);
        await site.SignInAsync("Principal");
        Assert.Null((await site.PageAsync(VisitsOf.Form)).QuerySelector("#Room"));
        await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("Room", "1"));
        await site.SignInAsync("Teacher-team facilitator");
        var room = (await site.PageAsync(VisitsOf.Form)).QuerySelectorAll("#Room option")[^1].GetAttribute("value")!;
        await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("Room", room));
        var forged = await site.PostAsync(VisitsOf.Form, await site.FilledAsync(), ("Room", "999999"));
        Assert.Equal("Choose a room of the list.", forged.Page.QuerySelector("[role=alert] li").Words());
        var visits = await site.VisitsAsync();
        Assert.Equal(2, visits.Count);
        var rooms = new List<int?>();
        foreach (var visit in visits.OrderBy(v => v.Who, StringComparer.Ordinal))
        {
            rooms.Add(Assert.Single(await site.RecordsAsync(visit.Key)).About);
        }

        Assert.Equal([null, int.Parse(room, System.Globalization.CultureInfo.InvariantCulture)], rooms);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(RunningSite site, Dictionary<string, string> fields, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(fields);
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        using var content = new FormUrlEncodedContent(all);
        using var response = await site.Client.PostAsync(VisitsOf.Form, content);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone());
    }

    /// <summary>What the benchmark's figure of January rests on.</summary>
    private static async Task<(long Above, long Below)> JanuaryAsync(RunningSite site)
    {
        await using var db = site.Database.Context();
        var benchmark = db.Benchmarks.Single(b => b.Code == "A1-E1" && b.Plan!.Organization!.Code == "tannery-hill");
        var end = new DateOnly(2026, 1, 31);
        var last = db.Tallies.Where(t => t.BenchmarkId == benchmark.Id && t.PeriodEnd == end && t.Group == "all").OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).Last();
        return (last.Numerator!.Value, last.Denominator!.Value);
    }
}
