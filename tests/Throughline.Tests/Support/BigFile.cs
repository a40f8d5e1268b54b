using System.Globalization;

namespace Throughline.Tests.Support;

/// <summary>A directory and a series file of any size, with the names beside the codes as states print them.</summary>
internal static class BigFile
{
    private static readonly string[] Measures = ["attendance_rate", "avg_absences", "pct_chronically_absent_10", "pct_chronically_absent_20", "pct_retained"];

    public static (string Directory, string Series) Write(string folder, int megabytes)
    {
        const int Schools = 40_000;
        var directory = Path.Combine(folder, "big-schools.csv");
        using (var writer = new StreamWriter(directory))
        {
            writer.WriteLine("school_code,district_code,district,school,latest_year,first_year");
            for (var s = 0; s < Schools; s++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{s:00000000},D{s / 20:0000},District {s / 20},School number {s},2025-26,1990-91"));
            }
        }

        var series = Path.Combine(folder, "big-series.csv");
        var limit = megabytes * 1024L * 1024;
        using var rows = new StreamWriter(series);
        rows.WriteLine("district_name,school_name,school_code,school_year,measure,value,remark");
        for (var year = 1902; rows.BaseStream.Position < limit; year++)
        {
            for (var s = 0; s < Schools && rows.BaseStream.Position < limit; s++)
            {
                for (var m = 0; m < Measures.Length; m++)
                {
                    rows.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"District {s / 20},School number {s},{s:00000000},{year}-{(year + 1) % 100:00},{Measures[m]},{(s + (m * 7) + year) % 1000 / 10m},as certified by the district"));
                }
            }
        }

        return (directory, series);
    }
}
