using System.Xml;

namespace Participation.Web.Calendars;

/// <param name="Id">Stays the same for as long as the entry means the same.</param>
sealed record FeedEntry(string Id, string Title, string Url, DateTimeOffset At, string Summary);

/// <summary>Writes Atom (RFC 4287) with the framework's XML writer.</summary>
static class AtomFeed
{
    const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(string title, string self, string page, string author, IReadOnlyList<FeedEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Words.Content.Language);
            xml.WriteElementString("title", Atom, Plain(title));
            xml.WriteElementString("id", Atom, self);
            Link(xml, self, "self");
            Link(xml, page, "alternate");
            xml.WriteElementString("updated", Atom, Instant(entries.Count > 0 ? entries.Max(e => e.At) : DateTimeOffset.UnixEpoch));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Plain(author));
            xml.WriteEndElement();
            foreach (var entry in entries) Write(xml, entry);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Plain(entry.Title));
        xml.WriteElementString("id", Atom, entry.Id);
        Link(xml, entry.Url, "alternate");
        xml.WriteElementString("updated", Atom, Instant(entry.At));
        xml.WriteElementString("summary", Atom, Plain(entry.Summary));
        xml.WriteEndElement();
    }

    static void Link(XmlWriter xml, string href, string relation)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>Without what XML has no way to write: one control character in a title would spoil the feed for all.</summary>
    static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));

    static string Instant(DateTimeOffset at) => XmlConvert.ToString(at);
}
