using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Participation.Web.Tests.Papers;

/// <summary>Everything that somebody can read out of a file that was handed to them, its metadata too.</summary>
static partial class HandedOut
{
    /// <summary>What is in it, with tags and without: a name may stand in two runs.</summary>
    public static string Everything(byte[] file, string extension) => extension switch
    {
        "docx" or "xlsx" => Package(file),
        "pdf" => Pdf(file),
        _ => Words(Encoding.UTF8.GetString(file)),
    };

    static string Package(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"{entry.FullName}\n{entry.Comment}\n{Words(reader.ReadToEnd())}";
        }));
    }

    static string Pdf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var info = pdf.Information;
        var metadata = pdf.TryGetXmpMetadata(out var xmp) ? xmp.GetXDocument()?.ToString() : null;
        return string.Join('\n',
        [
            info.Title, info.Author, info.Subject, info.Keywords, info.Creator, info.Producer, metadata,
            .. pdf.GetPages().Select(page => page.Text), Encoding.UTF8.GetString(file), Encoding.BigEndianUnicode.GetString(file),
        ]);
    }

    static string Words(string text) => $"{text}\n{WebUtility.HtmlDecode(Tag().Replace(text, ""))}";

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
