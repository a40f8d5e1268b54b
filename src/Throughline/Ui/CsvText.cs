using System.Text;
using CsvHelper;

namespace Throughline.Ui;

/// <summary>A CSV file for people: UTF-8 with a byte order mark, so that spreadsheets read names with accents; no cell can act as a formula.</summary>
internal static class CsvText
{
    public const string Type = "text/csv; charset=utf-8";

    /// <summary>The bytes of what is written.</summary>
    public static byte[] Of(Action<CsvWriter> write)
    {
        using var file = new MemoryStream();
        file.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            write(csv);
        }

        return file.ToArray();
    }
}
