using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Throughline.Features.Plans;

/// <summary>A school's pages about its plan are a district's and the state's too, at addresses of their own.</summary>
internal static class PlanRoutes
{
    private const string School = "s/{school}/";

    private static readonly string[] Others = ["d/{district}/", "state/"];

    public static void Add(PageConventionCollection conventions) => conventions.AddFolderRouteModelConvention("/Plans", page =>
    {
        foreach (var template in page.Selectors.Select(s => s.AttributeRouteModel?.Template).OfType<string>().Where(t => t.StartsWith(School, StringComparison.Ordinal)).ToList())
        {
            foreach (var other in Others)
            {
                page.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = other + template[School.Length..] } });
            }
        }
    });
}
