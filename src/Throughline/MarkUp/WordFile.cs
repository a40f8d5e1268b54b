using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Throughline.MarkUp;

/// <summary>
/// A Word file: its few parts that we read, and a way to write some of them. Everything else stays packed as it came.
/// Nothing in it is run, and no address in it is followed.
/// </summary>
internal sealed class WordFile : IDisposable
{
    private const string TypesName = "[Content_Types].xml";
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    /// <summary>What old Word files and files with a password begin with.</summary>
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>What a document that names no other part leaves out.</summary>
    private const string NoRelations = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

    private readonly MemoryStream stream;

    /// <summary>Only reads, a piece at a time; what is written goes through another over the same bytes.</summary>
    private readonly ZipArchive zip;
    private readonly string folder;
    private readonly string relationsName;
    private readonly XDocument relations;

    private WordFile(MemoryStream stream, ZipArchive zip)
    {
        (this.stream, this.zip) = (stream, zip);
        var types = Tree(TypesName) ?? throw new Problem(MarkUpTexts.NotWord);
        var main = Tree("_rels/.rels")?.Root!.Elements().Select(r => (Type: Of(r, "Type"), Target: Of(r, "Target")))
            .FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        var type = types.Root!.Elements().Where(t => t.Name.LocalName == "Override" && Of(t, "PartName").TrimStart('/') == main?.TrimStart('/')).Select(t => Of(t, "ContentType")).FirstOrDefault();
        if (type?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true || zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            throw new Problem(MarkUpTexts.HasMacros);
        }

        if (main is null || type != MainType)
        {
            throw new Problem(MarkUpTexts.NotWord);
        }

        DocumentName = main.TrimStart('/');
        folder = DocumentName[..(DocumentName.LastIndexOf('/') + 1)];
        relationsName = $"{folder}_rels/{DocumentName[folder.Length..]}.rels";
        relations = Tree(relationsName) ?? XDocument.Parse(NoRelations);
        Document = Part(DocumentName) ?? throw new Problem(MarkUpTexts.Damaged);
        Styles = Related("/styles") is { } styles ? Part(styles) : null;
    }

    public string DocumentName { get; }

    public XmlPart Document { get; }

    public XmlPart? Styles { get; }

    /// <summary>A problem, in a plain sentence, where this is no Word file that we may read.</summary>
    public static async Task<WordFile> OpenAsync(Stream input, CancellationToken cancel)
    {
        var stream = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await input.ReadAsync(buffer, cancel)) > 0;)
        {
            if (stream.Length + read > Limits.File)
            {
                throw new Problem(MarkUpTexts.TooLarge.With(Limits.File / Limits.Megabyte));
            }

            await stream.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        if (stream.GetBuffer().AsSpan(0, (int)Math.Min(stream.Length, Compound.Length)).SequenceEqual(Compound))
        {
            throw new Problem(MarkUpTexts.OldOrLocked);
        }

        try
        {
#pragma warning disable CA2000 // The file that is returned disposes it; on the way there nothing but memory is held.
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
#pragma warning restore CA2000
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            if (zip.Entries.Count > Limits.Entries || !zip.Entries.All(e => names.Add(e.FullName)))
            {
                throw new Problem(MarkUpTexts.Damaged);
            }

            return new WordFile(stream, zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException)
        {
            throw new Problem(stream.Length == 0 ? MarkUpTexts.Empty : MarkUpTexts.NotWord, e);
        }
    }

    /// <summary>The part of comments; null where the plan has none.</summary>
    public XmlPart? Comments() => Related("/comments") is { } name ? Part(name) : null;

    /// <summary>Writes the document and what is added to its comments, and gives the whole file.</summary>
    public byte[] Saved(string document, string comments, string w, XmlPart? before)
    {
        var changed = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [DocumentName] = Document.Bytes(document) };
        if (before is not null && Related("/comments") is { } known)
        {
            changed[known] = before.Bytes(before.WithAtEnd(comments));
        }
        else if (comments.Length > 0)
        {
            AddComments(changed, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{w}comments xmlns:{w.TrimEnd(':')}=\"{Document.Namespace}\">{comments}</{w}comments>");
        }

        using (var writing = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, bytes) in changed)
            {
                Write(writing, name, bytes);
            }
        }

        return stream.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }

    private void AddComments(Dictionary<string, byte[]> changed, string xml)
    {
        var name = "comments.xml";
        for (var i = 1; zip.GetEntry(folder + name) is not null; i++)
        {
            name = $"comments-throughline{i}.xml";
        }

        var ids = relations.Root!.Elements().Select(r => Of(r, "Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = "rIdThroughline";
        while (!ids.Add(id))
        {
            id += "1";
        }

        var family = Document.Namespace == XmlPart.StrictWord ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006";
        changed[relationsName] = Longer(relationsName, "Relationship", $"Id=\"{id}\" Type=\"{family}/relationships/comments\" Target=\"{name}\"");
        changed[TypesName] = Longer(TypesName, "Override", $"PartName=\"/{XmlLetters.Written(folder + name)}\" ContentType=\"{CommentsType}\"");
        changed[folder + name] = System.Text.Encoding.UTF8.GetBytes(xml);
    }

    /// <summary>A part with one more element before the end of its root.</summary>
    private byte[] Longer(string name, string element, string attributes)
    {
        var part = Part(name) ?? XmlPart.Read(System.Text.Encoding.UTF8.GetBytes(NoRelations));
        var root = XDocument.Parse(part.Text).Root!;
        return part.Bytes(part.WithAtEnd($"<{element} xmlns=\"{root.Name.NamespaceName}\" {attributes}/>"));
    }

    /// <summary>In the place where it stands, with its old date: the same plan gives the same file, whenever it is looked at.</summary>
    private void Write(ZipArchive writing, string name, byte[] bytes)
    {
        var entry = writing.GetEntry(name) ?? writing.CreateEntry(name);
        entry.LastWriteTime = (zip.GetEntry(name) ?? zip.GetEntry(DocumentName))!.LastWriteTime;
        using var content = entry.Open();
        content.SetLength(0);
        content.Write(bytes);
    }

    /// <summary>The part that the document names as this kind of its own; what lies outside the file is none.</summary>
    private string? Related(string kind)
    {
        var target = relations.Root!.Elements()
            .Where(r => Of(r, "Type").EndsWith(kind, StringComparison.Ordinal) && Of(r, "TargetMode") != "External")
            .Select(r => Of(r, "Target"))
            .FirstOrDefault();
        return target is null ? null : target.StartsWith('/') ? target[1..] : folder + target;
    }

    private XDocument? Tree(string name) => Part(name) is { } part ? XDocument.Parse(part.Text) : null;

    private XmlPart? Part(string name) => zip.GetEntry(name) is { } entry ? XmlPart.Read(Unpacked(entry)) : null;

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        if (entry.Length > Limits.Part)
        {
            throw new Problem(MarkUpTexts.PartTooLarge.With(Limits.Part / Limits.Megabyte));
        }

        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Limits.Part)
            {
                // It says that it is smaller than it is.
                throw new Problem(MarkUpTexts.PartTooLarge.With(Limits.Part / Limits.Megabyte));
            }
        }

        return bytes.ToArray();
    }

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";
}
