using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Throughline.Features.Benchmarks;

/// <summary>The same pages stand under a school, a district and the state.</summary>
public static class BenchmarkRoutes
{
    private const string School = "s/{school}/";
    private const string Workbench = "/Benchmarks/Workbench";

    private static readonly string[] Elsewhere = ["d/{district}/", "state/"];

    public static void AddBenchmarkRoutes(this PageConventionCollection pages)
    {
        pages.AddPageRoute(Workbench, School + "b/new");
        pages.AddFolderRouteModelConvention("/Benchmarks", StandElsewhere);
    }

    /// <summary>Addresses of files: the same three, with the end of a file's name.</summary>
    internal static IEnumerable<string> Files(string end) => Elsewhere.Prepend(School).Select(place => $"/{place}b/{{code}}{end}");

    private static void StandElsewhere(PageRouteModel model)
    {
        foreach (var known in model.Selectors.ToList())
        {
            if (known.AttributeRouteModel?.Template is { } template && template.StartsWith(School, StringComparison.Ordinal))
            {
                foreach (var other in Elsewhere)
                {
                    model.Selectors.Add(new SelectorModel(known)
                    {
                        AttributeRouteModel = new AttributeRouteModel(known.AttributeRouteModel) { Template = other + template[School.Length..] },
                    });
                }
            }
        }
    }
}
