using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Benchmarks.Calendar;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Xunit;
using static Throughline.Benchmarks.Tests.Targets.Cases;

namespace Throughline.Benchmarks.Tests.Targets;

public sealed class WordingTests
{
    private static readonly Wording English = new(CultureInfo.GetCultureInfo("en-US"));
    private static readonly Wording Spanish = new(CultureInfo.GetCultureInfo("es-US"));
    private static readonly DateOnly June = Day("2025-06-30");

    public static TheoryData<string, string, string> Rules => new()
    {
        { """{"form":"level","value":10,"by":"2025-06-30"}""", "At most 10% by June 30, 2025", "Como máximo 10% para el 30 de junio de 2025" },
        { """{"form":"level","value":10.5,"every":"month"}""", "At most 10.5% each month", "Como máximo 10.5% cada mes" },
        { """{"form":"ladder","steps":[{"value":12,"by":"2025-01-31"},{"value":10,"by":"2025-06-30"}]}""", "At most 12% by January 31, 2025; At most 10% by June 30, 2025", "Como máximo 12% para el 31 de enero de 2025; Como máximo 10% para el 30 de junio de 2025" },
        { """{"form":"from_to","from":31,"to":22,"by":"2025-06-30"}""", "Down from 31% to 22% by June 30, 2025", "Bajar de 31% a 22% para el 30 de junio de 2025" },
        { """{"form":"change","amount":1,"in":"points","by":"2025-06-30"}""", "Down by at least 1 point from the first figure by June 30, 2025", "Bajar al menos 1 punto desde el primer dato para el 30 de junio de 2025" },
        { """{"form":"change","amount":10,"in":"percent","baseline":{"value":31,"on":"2024-09-30"},"by":"2025-06-30"}""", "Down by at least 10% of the starting value from 31% on September 30, 2024 by June 30, 2025", "Bajar al menos 10% del valor inicial desde 31% el 30 de septiembre de 2024 para el 30 de junio de 2025" },
        { """{"form":"per_period","amount":5,"in":"points","every":"quarter"}""", "Down by at least 5 points each quarter, starting from the first figure", "Bajar al menos 5 puntos cada trimestre, desde el primer dato" },
        { """{"form":"prior_period","amount":0,"every":"week"}""", "Lower each week than the week before", "Más bajo cada semana que la semana anterior" },
        { """{"form":"same_period_last_year","amount":2,"in":"points","every":"6_weeks"}""", "Down by at least 2 points every 6 weeks from the same 6 weeks a year before", "Bajar al menos 2 puntos cada 6 semanas en comparación con las mismas 6 semanas del año anterior" },
        { """{"form":"gap","reference":"white","from":12,"to":6,"by":"2025-06-30"}""", "The gap to white narrows from 12 points to 6 points by June 30, 2025", "La diferencia con white se reduce de 12 puntos a 6 puntos para el 30 de junio de 2025" },
        { """{"form":"maintain","floor":95,"every":"month"}""", "Never below 95% in any month", "Nunca por debajo de 95% ningún mes" },
        { """{"form":"branch","when":{"at_least":95},"then":{"form":"maintain","floor":95,"every":"month"},"else":{"form":"milestone","by":"2025-06-30"}}""", "If the starting value is at least 95%: never below 95% in any month. Otherwise: done by June 30, 2025", "Si el valor inicial es al menos 95%: nunca por debajo de 95% ningún mes. Si no: hecho para el 30 de junio de 2025" },
        { """{"form":"representation","of":"enrolment","tolerance":5}""", "The share of each group is within 5 points of its share of enrolment", "La parte de cada grupo está a menos de 5 puntos de su parte de la matrícula" },
        { """{"form":"cadence","every":"month","share":90}""", "Done each month, at least 90% of the time", "Hecho cada mes, al menos 90% de las veces" },
        { """{"form":"event_relative","within":1,"of":"training"}""", "Done within 1 day after each training", "Hecho en 1 día o menos después de cada training" },
        { """{"form":"count_per","at_least":2,"per":"teacher","every":"month","share":80}""", "At least 2 for each teacher each month, for at least 80% of them", "Al menos 2 por cada teacher cada mes, para al menos 80% de ellos" },
        { """{"form":"every_member","member":"school","target":{"form":"level","value":10,"by":"2025-06-30"}}""", "For each school: at most 10% by June 30, 2025", "Para cada escuela: como máximo 10% para el 30 de junio de 2025" },
        { """{"form":"all_of","targets":[{"form":"milestone","by":"2025-06-30"}]}""", "All of these: done by June 30, 2025", "Todo esto: hecho para el 30 de junio de 2025" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_of_each_form_is_a_plain_phrase_in_both_languages(string target, string english, string spanish)
    {
        var outcome = BenchmarkJson.Read($$"""{"measure":"chronic_absence","target":{{target}}}""", MeasureCatalog.Default);
        Assert.Empty(outcome.Problems);
        Assert.Equal((english, spanish), (English.Rule(outcome.Benchmark!), Spanish.Rule(outcome.Benchmark!)));
    }

    [Fact]
    public void Every_random_benchmark_has_words_in_both_languages()
    {
        var specs = new Specs(7);
        for (var i = 0; i < 2000; i++)
        {
            var spec = specs.Next(i % Specs.Forms);
            foreach (var rule in new[] { English.Rule(spec), Spanish.Rule(spec) })
            {
                Assert.DoesNotContain("{", rule, StringComparison.Ordinal);
                Assert.DoesNotContain("  ", rule, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(Status.Met, "Met", "Cumplida")]
    [InlineData(Status.OnTrack, "On track", "En camino")]
    [InlineData(Status.AtRisk, "At risk", "En riesgo")]
    [InlineData(Status.OffTrack, "Off track", "Fuera de camino")]
    [InlineData(Status.NoData, "No data", "Sin datos")]
    [InlineData(Status.Hidden, "Hidden", "Oculto")]
    [InlineData(Status.CannotTell, "Cannot tell", "No se puede saber")]
    [InlineData(Status.NotYetDue, "Not yet due", "Aún no")]
    public void Each_status_has_its_word(Status status, string english, string spanish) =>
        Assert.Equal((english, spanish), (English.Status(status), Spanish.Status(status)));

    [Fact]
    public void Each_reason_has_its_sentence_and_each_date_its_words()
    {
        Assert.All(Enum.GetValues<ExclusionReason>(), r => Assert.NotEqual(English.Reason(r), Spanish.Reason(r)));
        Assert.Equal(("June 30, 2025", "30 de junio de 2025"), (English.Date(June), Spanish.Date(June)));
        Assert.Equal("June 30, 2025", new Wording(CultureInfo.InvariantCulture).Date(June));
        Assert.Equal("24,9%", new Wording(CultureInfo.GetCultureInfo("es-ES")).Value(Exact.Of(249, 10), Lower));
        Assert.Equal("\u22122.5 points", English.Value(Exact.Of(-5, 2), Lower with { Unit = Unit.PercentagePoints }));
        Assert.Equal("1,204", English.Value(1204, Lower with { Unit = Unit.Count, Decimals = 0 }));
    }

    [Fact]
    public void A_figure_at_risk_is_explained_with_its_counts()
    {
        var figure = new Observation(0, "all", null, Month(2026, 1)) { Numerator = 135, Denominator = 542 };
        var subject = Case(Lower, new FromTo(31, 22, Day("2026-06-30"), Linear), [figure], "2026-02-10");
        Assert.Equal(
            "The figure was 24.9% (135 of 542) in January 2026. That is 1.5 points below the 26.4% expected by then. So it is on track.",
            English.Explanation(Judge(subject), subject));
        Assert.Equal(
            "El dato fue 24.9% (135 de 542) en enero de 2026. Eso es 1.5 puntos por debajo de lo esperado para entonces, 26.4%. Por eso va en camino.",
            Spanish.Explanation(Judge(subject), subject));
    }

    [Theory]
    [InlineData(10.04, "2026-07-01", "The figure was 10.04% in June 2026. That is 0.04 points above the target of 10%. The date has come, so it is not met.")]
    [InlineData(10, "2026-07-01", "The figure was 10.0% in June 2026. That is exactly the target of 10%. So it is met.")]
    [InlineData(11, "2026-06-30", "The figure was 11.0% in June 2026. That is 1 point above the target of 10%. The date has come, so it is not met.")]
    [InlineData(double.NaN, "2026-07-01", "The source does not publish the figure.")]
    [InlineData(double.NaN, "2026-06-29", "Nothing is due yet. The date is June 30, 2026.")]
    public void A_level_is_explained_beside_its_target(double june, string asOf, string words)
    {
        var figures = new[] { Figure(0, Month(2026, 6), june) };
        var subject = Case(Lower, new Level(10, Day("2026-06-30"), null), figures, asOf);
        Assert.Equal(words, English.Explanation(Judge(subject), subject));
    }

    [Fact]
    public void A_recurring_target_says_how_many_periods_held()
    {
        var subject = Case(Lower, new PriorPeriod(0, ChangeUnit.Points, Cadence.Month), Monthly(12, 11, 10.5), "2025-12-05");
        Assert.Equal(
            "The figure was 10.5% in November 2025. That is 0.5 points below the month before (11.0%). Periods that held: 2 of 2. It is kept so far.",
            English.Explanation(Judge(subject), subject));
    }

    [Fact]
    public void A_sample_in_doubt_says_how_large_it_is_and_should_be()
    {
        var subject = Case(
            Higher with { FullCount = false }, new Level(70, Day("2026-06-30"), null), [Figure(0, Month(2025, 9), 60) with { Count = 20 }], "2025-10-05");
        Assert.Equal(
            "The figure was 60.0% in September 2025. It is a sample of 20. With fewer than 30 it is too small to say on which side of 70% the truth lies.",
            English.Explanation(Judge(subject), subject));
    }

    [Fact]
    public void Milestones_and_members_are_explained_by_what_was_done()
    {
        var done = new Observation(0, "all", null, Month(2025, 9)) { Done = true, DoneDate = Day("2025-09-30") };
        var subject = Case(Higher, new Milestone(Day("2025-09-15")), [done], "2025-10-05");
        Assert.Equal("It was done on September 30, 2025, after September 15, 2025.", English.Explanation(Judge(subject), subject));
        var members = Case(Lower, new EveryMember(MemberKind.School, new Level(10, Day("2025-09-30"), null)), [Figure(0, Month(2025, 9), 9, "North"), Figure(1, Month(2025, 9), 19, "South")], "2025-10-05");
        Assert.Equal("Met by 1 of 2 schools.", English.Explanation(Evaluator.Evaluate(members)[0], members));
        Assert.Equal("Cumplida en 1 de 2 escuelas.", Spanish.Explanation(Evaluator.Evaluate(members)[0], members));
    }

    [Fact]
    public void What_is_said_and_written_of_a_hidden_figure_never_holds_it()
    {
        var figure = new Observation(0, "all", null, Month(2025, 9)) { Numerator = 3, Denominator = 7 }; // 42.857…%
        foreach (var target in new Target[]
        {
            new Level(10, Day("2026-06-30"), null), new FromTo(51, 22, Day("2026-06-30"), Linear), new Change(5, ChangeUnit.Points, null, Day("2026-06-30")),
            new Level(10, null, Cadence.Month), new Maintain(null, 10, Cadence.Month),
        })
        {
            var subject = Case(Lower, target, [figure], "2025-10-05");
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                AnswerJson.Write(writer, Judge(subject), subject, English);
            }

            var text = Encoding.UTF8.GetString(stream.ToArray());
            Assert.Contains("fewer than 10 people", text, StringComparison.Ordinal);
            Assert.DoesNotContain("42.8", text, StringComparison.Ordinal);
            Assert.DoesNotContain("42.9", text, StringComparison.Ordinal);
            Assert.DoesNotContain("37.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("of 7", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_answer_never_depends_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("""{"measure":{"id":"chronic_absence","version":1,"unit":"percent","direction":"decrease"},"groups":["all"],"target":{"form":"level","value":10.5,"by":"2025-06-30"}}""",
                BenchmarkJson.ToText(new BenchmarkSpec(MeasureCatalog.Default.Find("chronic_absence")!, ["all"], new Level(Exact.Of(21, 2), June, null))));
            Assert.Contains(BenchmarkJson.Read("""{"measure":"chronic_absence","target":{"form":"from_to","from":3,"to":2,"by":"2025-06-30","on":"2025-06-30"}}""", MeasureCatalog.Default).Problems,
                p => p.Expected == "a date after the start, 2025-06-30");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
