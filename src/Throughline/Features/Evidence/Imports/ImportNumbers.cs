using System.Globalization;

namespace Throughline.Features.Evidence.Imports;

/// <summary>Numbers of lines as forms carry them.</summary>
internal static class ImportNumbers
{
    public static string Text(long line) => line.ToString(CultureInfo.InvariantCulture);
}
