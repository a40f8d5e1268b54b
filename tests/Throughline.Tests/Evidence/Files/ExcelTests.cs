using System.IO.Compression;
using Throughline.Imports;
using Throughline.Tests.Support;

namespace Throughline.Tests.Evidence.Files;

/// <summary>Excel files are read as the CSV that they could have been saved as.</summary>
public sealed class ExcelTests
{
    [Fact]
    public async Task An_excel_file_comes_in_and_its_lines_are_those_of_the_sheet()
    {
        await using var test = await RecordImporting.DistrictAsync(SqliteAttribute.Name);
        var path = Path.Combine(test.Folder, "incidents.xlsx");
        Write(path, "<row r=\"1\">" + Cells("School", "Student ID", "Date", "Offense", "Action", "Days") + "</row>"
            + "<row r=\"2\">" + Cells("north", "1") + "<c s=\"1\"><v>45904</v></c>" + Cells("Fight\ning", "OSS") + "<c><v>1.5</v></c></row>"
            + "<row r=\"3\">" + Cells("north", "2") + "<c s=\"1\"><v>45905</v></c>" + Cells("Loud, \"very\"", "OSS") + "<c><v>2</v></c></row>");
        var refused = await ProgramRun.RunAsync(null, ["import", "incidents", path, "--data", test.Folder]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("line 3, column Offense, value \"Loud, \"very\"\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("incidents.xlsx: 2 rows read", refused.Output, StringComparison.Ordinal);
        Assert.Contains("Sheet1", refused.Output, StringComparison.Ordinal);
        using var sheets = ExcelSheets.Open([path]);
        var result = await test.Database.RecordFileAsync("incidents", sheets.Paths[0], said: ["category:Fight ing=violence", "category:Loud very=disruption"]);
        Assert.Equal("2: 2 0 0 0", result.Counts());
        Assert.Contains(await test.Database.StoredAsync(), r => r.Contains("2025-09-04 [\"violence\",\"out_of_school_suspension\",\"1.5\"]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_only_looks_like_excel_is_refused_and_no_copy_stays()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("throughline-test-").FullName, "broken.xlsx");
        await File.WriteAllBytesAsync(path, [.. "PK\x03\x04"u8, 1, 2, 3]);
        Assert.Contains("CSV", Assert.Throws<Problem>(() => ExcelSheets.Open([path])).Message, StringComparison.Ordinal);
        Write(path, "");
        string copy;
        using (var sheets = ExcelSheets.Open([path]))
        {
            copy = sheets.Paths[0];
            Assert.True(File.Exists(copy));
        }

        Assert.False(File.Exists(copy));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static string Cells(params string[] texts) =>
        string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(t)}</t></is></c>"));

    private static void Write(string path, string rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(xml);
        }
    }
}
