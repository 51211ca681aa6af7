using System.IO.Compression;
using System.Text;

namespace Participation.Application.Tests.Ledger;

/// <summary>Workbooks as small as they can be.</summary>
static class Workbooks
{
    /// <param name="rows">The inside of sheetData, and what follows it.</param>
    public static byte[] Of(string rows, string after = "", string shared = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="意見" sheetId="1" r:id="rId7"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="{Links}/worksheet" Target="worksheets/data.xml"/></Relationships>""");
            Add("xl/worksheets/data.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""");
            if (shared is not "") Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");

            void Add(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }
        return file.ToArray();
    }

    public static string Row(int line, params string[] cells) =>
        $"""<row r="{line}">{string.Concat(cells.Select((c, i) => $"""<c r="{(char)('A' + i)}{line}" t="inlineStr"><is><t>{c}</t></is></c>"""))}</row>""";
}
