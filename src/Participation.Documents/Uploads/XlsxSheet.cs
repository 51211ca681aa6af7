using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Participation.Documents.Csv;
using Participation.Documents.Docx;

namespace Participation.Documents.Uploads;

/// <summary>The first sheet of a workbook, read as a stream. A formula's value and a merged cell are not believed: their rows are named.</summary>
static class XlsxSheet
{
    const int ColumnsAtMost = 200;
    const int CellAtMost = 50_000;

    public static Sheet Read(byte[] bytes)
    {
        using var package = new MemoryStream();
        package.Write(bytes);
        package.Position = 0;
        try
        {
            if (bytes.Length > PackageGuard.LargestPackage) throw new UnreadableTableException("sheet-too-long", 0);
            PackageGuard.Check(package, "xl/workbook");
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            return Table(zip);
        }
        catch (Exception why) when (why is UnreadableDocumentException or InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw new UnreadableTableException("sheet-unknown", 0);
        }
    }

    static Sheet Table(ZipArchive zip)
    {
        var shared = SharedStrings(zip);
        var (rows, merged) = (new List<SheetRow>(), new List<(int From, int To)>());
        using var xml = Open(zip, FirstSheet(zip)) ?? throw new UnreadableTableException("sheet-unknown", 0);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName is "row") rows.Add(Row(xml, rows.Count is 0 ? 1 : rows[^1].Line + 1, shared));
            else if (xml.LocalName is "mergeCell") merged.Add(Span(xml.GetAttribute("ref") ?? ""));
            if (rows.Count > Sheet.RowsAtMost + 1) throw new UnreadableTableException("sheet-too-long", 0);
        }
        rows.RemoveAll(r => r.IsEmpty && r.Fault is null);
        if (rows.Count is 0) return new([], []);
        return new(
            [.. rows[0].Cells.Select(c => c.Trim())],
            [.. rows.Skip(1).Select(r => merged.Exists(m => m.From <= r.Line && r.Line <= m.To) ? r with { Fault = r.Fault ?? "sheet-merged" } : r)]);
    }

    static SheetRow Row(XmlReader xml, int otherwise, List<string> shared)
    {
        var line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
        var cells = new List<string>();
        string? fault = null;
        if (xml.IsEmptyElement) return new(line, cells);
        using var row = xml.ReadSubtree();
        row.Read();
        while (row.Read())
        {
            if (row.NodeType is not XmlNodeType.Element || row.LocalName is not "c") continue;
            var column = ColumnOf(row.GetAttribute("r")) ?? cells.Count;
            if (column >= ColumnsAtMost) continue;
            while (cells.Count <= column) cells.Add("");
            (cells[column], var formula) = Cell(row, shared);
            if (formula) fault = "sheet-formula";
        }
        return new(line, cells, fault);
    }

    static (string Text, bool Formula) Cell(XmlReader row, List<string> shared)
    {
        var (kind, text, formula) = (row.GetAttribute("t"), new StringBuilder(), false);
        if (row.IsEmptyElement) return ("", false);
        using var cell = row.ReadSubtree();
        cell.Read();
        while (cell.Read())
        {
            if (cell.NodeType is not XmlNodeType.Element) continue;
            // Furigana stands beside the words it belongs to, and is none of them.
            if (cell.LocalName is "rPh") cell.Skip();
            if (cell.LocalName is "f") formula = true;
            else if (cell.LocalName is "v" or "t") text.Append(cell.ReadString());
            if (text.Length > CellAtMost) break;
        }
        var value = text.ToString();
        return (kind is "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < shared.Count ? shared[place] : value, formula);
    }

    static List<string> SharedStrings(ZipArchive zip)
    {
        var shared = new List<string>();
        using var xml = Open(zip, "xl/sharedStrings.xml");
        if (xml is null) return shared;
        StringBuilder? text = null;
        for (var more = xml.Read(); more;)
        {
            // Furigana; skipping stands on what comes next.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) text = xml.IsEmptyElement ? Add("") : new();
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" }) text = Add(text?.ToString() ?? "");
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) text?.Append(xml.ReadString());
            more = xml.Read();
        }
        return shared;

        StringBuilder? Add(string one)
        {
            shared.Add(one);
            return null;
        }
    }

    static string FirstSheet(ZipArchive zip)
    {
        string? id = null;
        using (var book = Open(zip, "xl/workbook.xml"))
            while (book?.Read() is true && id is null)
                if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" }) id = book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        using var links = Open(zip, "xl/_rels/workbook.xml.rels");
        while (links?.Read() is true)
            if (links is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && links.GetAttribute("Id") == id && links.GetAttribute("Target") is { } target)
                return target.StartsWith('/') ? target[1..] : $"xl/{target}";
        return "xl/worksheets/sheet1.xml";
    }

    static XmlReader? Open(ZipArchive zip, string part) => zip.GetEntry(part) is { } entry
        ? XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true })
        : null;

    static int? ColumnOf(string? place)
    {
        var letters = (place ?? "").TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length is 0 or > 3 ? null : letters.Aggregate(0, (sum, c) => sum * 26 + (c - 'A' + 1)) - 1;
    }

    static (int From, int To) Span(string reference)
    {
        var rows = reference.Split(':').Select(end => int.TryParse(end.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0).ToList();
        return (rows[0], rows[^1]);
    }
}
