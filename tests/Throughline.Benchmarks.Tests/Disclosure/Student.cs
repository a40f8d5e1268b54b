namespace Throughline.Benchmarks.Tests.Disclosure;

/// <summary>A simulated student. A race, gender or grade of "" is one that no group of the table names.</summary>
internal readonly record struct Student(
    string Race, string Gender, string Grade, string Learner, bool LowIncome, bool Disability, bool Own)
{
    public const string OwnGroup = "district:band";

    public static readonly string[] Races = ["american_indian", "asian", "black", "hispanic", "multi_race", "pacific_islander", "white"];
    public static readonly string[] Genders = ["female", "male", "nonbinary"];
    public static readonly string[] Grades = ["grade_K", "grade_1", "grade_2"];
    public static readonly string[] Learners = ["never", "former", "english_learner"];

    public static readonly string[] Groups =
    [
        "all", "high_needs", "english_learner_or_former", "english_learner", "low_income", "disability", OwnGroup,
        .. Races, .. Genders, .. Grades,
    ];

    /// <summary>A student in no group but "all".</summary>
    public static Student Outside => new("", "", "", "never", false, false, false);

    public bool IsIn(string group) => group switch
    {
        "all" => true,
        "high_needs" => LowIncome || Disability || Learner != "never",
        "english_learner_or_former" => Learner != "never",
        "english_learner" => Learner == "english_learner",
        "low_income" => LowIncome,
        "disability" => Disability,
        OwnGroup => Own,
        _ => group == Race || group == Gender || group == Grade,
    };

    /// <summary>Skewed as schools are: some races, learners and needs are rare or missing.</summary>
    public static Student Any(Random random, int[] skew)
    {
        string Of(string[] values, int common, int unlisted) =>
            random.Next(100) < unlisted ? "" : values[random.Next(100) < common ? common % values.Length : random.Next(values.Length)];
        return new(
            Of(Races, skew[0], skew[7]),
            Of(skew[1] % 2 == 0 ? Genders[..2] : Genders, skew[1] / 2, skew[7]),
            Of(Grades, skew[2], 0),
            skew[3] % 3 == 0 ? "never" : Learners[random.Next(100) < skew[3] ? 0 : skew[3] % 2 == 0 ? 2 : random.Next(3)],
            random.Next(100) < skew[4],
            random.Next(100) < skew[5] - 20,
            random.Next(100) < skew[6]);
    }
}
