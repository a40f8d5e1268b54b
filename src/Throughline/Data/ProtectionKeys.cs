using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Throughline.Model;

namespace Throughline.Data;

/// <summary>
/// The keys that protect cookies and forms, in the database, so that every process of an installation shares them. They
/// are no part of backups: who holds a backup could make cookies with them, and a restored installation makes new ones.
/// </summary>
internal sealed class ProtectionKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.Context();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml).ToList().Select(x => XElement.Parse(x))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Context();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
