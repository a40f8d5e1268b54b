using System.Xml;
using System.Xml.Linq;

namespace Throughline.Evidence.Files.EdFi;

/// <summary>An element of an Ed-Fi file, with the line on which it begins.</summary>
internal readonly record struct EdFiElement(long Line, XElement Xml)
{
    public string Name => Xml.Name.LocalName;

    /// <summary>The text at a path below it; of a descriptor (uri://…#Tardy) what stands behind the sign. Empty where there is none.</summary>
    public string Text(params ReadOnlySpan<string> path)
    {
        var at = Xml;
        foreach (var name in path)
        {
            at = at?.Elements().FirstOrDefault(e => e.Name.LocalName == name);
        }

        var text = at?.Value.Trim() ?? "";
        return text.StartsWith("uri:", StringComparison.Ordinal) && text.IndexOf('#', StringComparison.Ordinal) is > 0 and var sign ? text[(sign + 1)..] : text;
    }

    /// <summary>The first text of an element of that name, however deep.</summary>
    public string Within(string name) => Xml.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() ?? "";
}

/// <summary>
/// An Ed-Fi interchange file, read one element after the other in the memory of one. A document type is not allowed, and
/// nothing is fetched from anywhere.
/// </summary>
internal static class EdFiFile
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>What the file holds: the name of its root, as "InterchangeStudentAttendance"; empty where it is no interchange of Ed-Fi.</summary>
    public static string KindOf(string path) => Guarded(path, () =>
    {
        using var reader = XmlReader.Create(path, Settings);
        reader.MoveToContent();
        return reader.NamespaceURI.Contains("ed-fi.org", StringComparison.OrdinalIgnoreCase) && reader.LocalName.StartsWith("Interchange", StringComparison.Ordinal)
            ? reader.LocalName : "";
    });

    /// <summary>Hands over each element below the root.</summary>
    public static void Read(string path, Action<EdFiElement> take, CancellationToken cancel) => Guarded(path, () =>
    {
        using var reader = XmlReader.Create(path, Settings);
        reader.MoveToContent();
        reader.Read();
        var count = 0;
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            cancel.ThrowIfCancellationRequested();
            var line = (reader as IXmlLineInfo)?.LineNumber ?? 0;
            take(new EdFiElement(line, (XElement)XNode.ReadFrom(reader)));
            count++;
        }

        // To the end of the root and of the file: what is cut off says so.
        while (reader.Read())
        {
        }

        return count;
    });

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new Problem(Imports.ImportTexts.EdFiBroken.With(Path.GetFileName(path), e.LineNumber), e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Problem(Imports.ImportTexts.FileMissing.With(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Problem(Imports.ImportTexts.FileUnreadable.With(path), e);
        }
    }
}
