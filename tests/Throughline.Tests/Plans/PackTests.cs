using Throughline.Model;
using Throughline.Packs;

namespace Throughline.Tests.Plans;

public sealed class PackTests
{
    [Theory]
    [InlineData("sustainable_improvement", "Sustainable Improvement Plan", OrganizationKind.School, 10, 4)]
    [InlineData("student_group", "Plan for identified student groups", OrganizationKind.School, 5, 4)]
    [InlineData("school_improvement", "School Improvement Plan (M.G.L. c. 71, § 59C)", OrganizationKind.School, 4, 0)]
    [InlineData("accelerated_improvement", "Accelerated Improvement Plan", OrganizationKind.District, 5, 0)]
    [InlineData("district_prioritization", "District Prioritization", OrganizationKind.District, 4, 0)]
    [InlineData(Plan.UsualKind, "Improvement plan", OrganizationKind.State, 4, 0)]
    public void A_kind_has_its_name_its_stages_and_its_practices(string id, string name, OrganizationKind of, int stages, int practices)
    {
        var kind = PlanKinds.Find(id);
        Assert.True(kind.IsKnown);
        Assert.Equal((name, stages, practices), (kind.Name, kind.Stages.Count, kind.Framework?.Practices.Count ?? 0));
        Assert.Contains(kind, PlanKinds.Of(of));
        Assert.NotEmpty(kind.Source);
        Assert.NotEmpty(kind.Year);
    }

    [Fact]
    public void The_goals_and_the_executive_summary_must_be_written() => Assert.Equal(
        ["goals", "executive_summary"], PlanKinds.Find("sustainable_improvement").Stages.Where(s => s.Written).Select(s => s.Id));

    [Fact]
    public void Practices_are_numbered_in_order() => Assert.Equal(
        [1, 2, 3, 4], PlanKinds.Find("sustainable_improvement").Framework!.Practices.Select(p => p.Number));

    [Fact]
    public void No_two_kinds_have_the_same_id() => Assert.Equal(PlanKinds.All.Count, PlanKinds.All.Select(k => k.Id).Distinct().Count());

    [Fact]
    public void An_unknown_kind_still_has_a_name()
    {
        var kind = PlanKinds.Find("vision_plan");
        Assert.Equal(("Vision plan", false), (kind.Name, kind.IsKnown));
    }
}
