using System.Globalization;
using Throughline.Benchmarks.Language;
using Throughline.Benchmarks.Measures;
using Throughline.Benchmarks.Targets;
using Throughline.Benchmarks.Writing;
using Xunit;

namespace Throughline.Benchmarks.Tests.Writing;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("""{ "form": "level", "value": 95, "by": "2026-06-30" }""",
        "be at least 95% by June 30, 2026", "ser al menos 95% para el 30 de junio de 2026")]
    [InlineData("""{ "form": "level", "value": 92.5, "every": "month", "strict": true }""",
        "be above 92.5% each month", "ser más de 92,5% cada mes")]
    [InlineData("""{ "form": "ladder", "steps": [{ "value": 91, "by": "2025-11-30" }, { "value": 93, "by": "2026-01-31" }] }""",
        "reach, step by step, at least 91% by November 30, 2025 and at least 93% by January 31, 2026",
        "alcanzar, paso a paso, al menos 91% para el 30 de noviembre de 2025 y al menos 93% para el 31 de enero de 2026")]
    [InlineData("""{ "form": "from_to", "from": 90, "to": 95, "by": "2026-06-30", "path": "linear" }""",
        "increase from 90% to 95% by June 30, 2026", "aumentar de 90% a 95% para el 30 de junio de 2026")]
    [InlineData("""{ "form": "change", "amount": 1, "in": "points", "by": "2026-06-30" }""",
        "increase by at least 1 percentage point by June 30, 2026", "aumentar al menos 1 punto porcentual para el 30 de junio de 2026")]
    [InlineData("""{ "form": "per_period", "amount": 2, "in": "percent", "every": "quarter", "start": { "value": 90, "on": "2025-09-30" } }""",
        "increase by at least 2% of the figure before each quarter, from 90% on September 30, 2025",
        "aumentar al menos 2% del valor anterior cada trimestre, desde 90% el 30 de septiembre de 2025")]
    [InlineData("""{ "form": "prior_period", "amount": 0, "in": "points", "every": "month" }""",
        "be higher each month than the month before", "ser mayor cada mes que el mes anterior")]
    [InlineData("""{ "form": "same_period_last_year", "amount": 2, "in": "points", "every": "month" }""",
        "be higher each month than the same month a year before, by at least 2 percentage points",
        "ser mayor cada mes que el mismo mes del año anterior, en al menos 2 puntos porcentuales")]
    [InlineData("""{ "form": "gap", "reference": "white", "from": 6, "to": 3, "by": "2026-06-30" }""",
        "narrow its gap to white students from 6 percentage points to 3 percentage points by June 30, 2026",
        "reducir su diferencia con estudiantes blancos de 6 puntos porcentuales a 3 puntos porcentuales para el 30 de junio de 2026")]
    [InlineData("""{ "form": "maintain", "floor": 95, "every": "month" }""",
        "stay at or above 95% each month", "mantenerse en 95% o más cada mes")]
    [InlineData("""{ "form": "branch", "when": { "at_least": 95, "grades": ["K", "1"] }, "then": { "form": "maintain", "floor": 95, "every": "month" }, "else": { "form": "change", "amount": 2, "in": "points", "by": "2026-06-30" } }""",
        "(if it starts at or above 95% and in grades K and 1) stay at or above 95% each month; otherwise increase by at least 2 percentage points by June 30, 2026",
        "(si empieza en 95% o más y en los grados K y 1) mantenerse en 95% o más cada mes; si no, aumentar al menos 2 puntos porcentuales para el 30 de junio de 2026")]
    [InlineData("""{ "form": "representation", "of": "enrolment", "tolerance": 3 }""",
        "have each group within 3 percentage points of its share of enrolment", "tener cada grupo a menos de 3 puntos porcentuales de su parte de la matrícula")]
    [InlineData("""{ "form": "milestone", "by": "2026-06-30" }""", "be done by June 30, 2026", "estar hecho para el 30 de junio de 2026")]
    [InlineData("""{ "form": "cadence", "every": "two_weeks", "share": 90 }""",
        "be done every 2 weeks, at least 90% of the time", "hacerse cada 2 semanas, al menos 90% de las veces")]
    [InlineData("""{ "form": "event_relative", "within": 7, "of": "new student", "share": 100 }""",
        "be done within 7 days after each new student", "hacerse en 7 días después de cada new student")]
    [InlineData("""{ "form": "count_per", "at_least": 2, "per": "teacher", "every": "quarter", "share": 80 }""",
        "come to at least 2 for each teacher each quarter, for at least 80% of them", "llegar al menos a 2 por cada teacher cada trimestre, para al menos 80% de ellos")]
    [InlineData("""{ "form": "every_member", "member": "school", "target": { "form": "level", "value": 95, "by": "2026-06-30" } }""",
        "in each school be at least 95% by June 30, 2026", "en cada escuela ser al menos 95% para el 30 de junio de 2026")]
    [InlineData("""{ "form": "all_of", "targets": [{ "form": "level", "value": 92, "by": "2025-11-30" }, { "form": "per_period", "amount": 1, "in": "points", "every": "month" }] }""",
        "do all of this: be at least 92% by November 30, 2025; increase by at least 1 percentage point each month",
        "cumplir todo esto: ser al menos 92% para el 30 de noviembre de 2025; aumentar al menos 1 punto porcentual cada mes")]
    public void Each_form_has_one_sentence(string target, string english, string spanish)
    {
        var benchmark = BenchmarkJson.Read(
            $$"""{ "measure": { "id": "attendance_rate", "unit": "percent", "direction": "increase" }, "groups": ["low_income"], "target": {{target}} }""",
            MeasureCatalog.Default).Benchmark!;
        Assert.Equal($"The attendance rate for low-income students will {english}.", Write(benchmark, "en-US"));
        Assert.Equal($"La tasa de asistencia de estudiantes de bajos ingresos deberá {spanish}.", Write(benchmark, "es"));
    }

    [Theory]
    [InlineData("the  chronic absence rate for all students\nwill be AT MOST 10% by june 30, 2026")]
    [InlineData("Chronic absenteeism for all students will be at most 10% by June 30, 2026, as shown by daily attendance records.")]
    [InlineData("The chronic absence rate will be at most 10% by June 30, 2026.")]
    public void Capitals_spaces_other_words_for_the_measure_and_evidence_make_no_difference(string sentence)
    {
        var benchmark = Reading.Of(sentence).Benchmark!;
        Assert.Equal("The chronic absence rate for all students will be at most 10% by June 30, 2026.", Write(benchmark, "en-US"));
    }

    [Theory]
    [InlineData("The attendance rate for all students will be at most 95% by June 30, 2026.")] // the wrong way
    [InlineData("The attendance rate for all students will increase from 95% to 90% by June 30, 2026.")]
    [InlineData("The attendance rate for all students will be at least 195% by June 30, 2026.")]
    [InlineData("The attendance rate for all students will be at least 95% by June 31, 2026.")]
    [InlineData("The attendance rate for all students will be higher each month than the week before.")]
    [InlineData("The suspension rate for all students will be at most 5% by June 30, 2026.")] // which of the two?
    [InlineData("The attendance rate for all students will reach, step by step, at least 95% by June 30, 2026 and at least 90% by June 1, 2026.")]
    [InlineData("The attendance rate for all students and all students will be at least 95% by June 30, 2026.")]
    [InlineData("The attendance rate for all students will be at least 95% by June 30, 2026. This will increase each month.")]
    public void What_contradicts_itself_or_could_not_be_stored_is_no_canonical_sentence(string sentence) =>
        Assert.Null(new SentenceReader(MeasureCatalog.Default.Measures).Read(sentence));

    [Fact]
    public void A_measure_of_ones_own_is_said_by_its_name()
    {
        var measure = new Measure("north:fluency", 1, Unit.Score, Direction.Increase) { Name = "Reading fluency (words a minute)" };
        var benchmark = new BenchmarkSpec(measure, ["grade_2"], new Change(10, ChangeUnit.Points, null, new DateOnly(2026, 6, 30)));
        var sentence = Write(benchmark, "en-US");
        Assert.Equal("Reading fluency (words a minute) for grade 2 students will increase by at least 10 points by June 30, 2026.", sentence);
        Assert.Equal(BenchmarkJson.ToText(benchmark), BenchmarkJson.ToText(Reading.Of(sentence).Determine(measure)!));
    }

    [Fact]
    public void Targets_nested_too_deep_are_refused_and_not_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("in each school ", 200));
        Assert.Null(new SentenceReader(MeasureCatalog.Default.Measures).Read($"The attendance rate for all students will {deep}be done by June 30, 2026."));
    }

    private static string Write(BenchmarkSpec benchmark, string language) => new SentenceWriter(CultureInfo.GetCultureInfo(language)).Write(benchmark);
}
