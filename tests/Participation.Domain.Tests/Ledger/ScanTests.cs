using System.IO.Compression;
using System.Text;
using Participation.Domain.Ledger;

namespace Participation.Domain.Tests.Ledger;

public class ScanTests
{
    const long Limit = 1024 * 1024;

    [Fact]
    public void The_first_bytes_say_what_it_is_whatever_it_is_called()
    {
        Assert.Equal(ScanKind.Jpeg, ScanRules.Look([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], Limit).Value);
        Assert.Equal(ScanKind.Png, ScanRules.Look([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], Limit).Value);
        Assert.Equal(ScanKind.Tiff, ScanRules.Look("II*\0rest"u8, Limit).Value);
        Assert.Equal(ScanKind.Pdf, ScanRules.Look(Pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>"), Limit).Value);
        Assert.Equal("scan-unknown", ScanRules.Look("<html><script>"u8, Limit).Why!.Code);
        Assert.Equal("scan-unknown", ScanRules.Look("GIF89a"u8, Limit).Why!.Code);
        Assert.Equal("scan-empty", ScanRules.Look([], Limit).Why!.Code);
    }

    [Fact]
    public void One_byte_too_many_is_too_many()
    {
        var bytes = new byte[Limit];
        new byte[] { 0xFF, 0xD8, 0xFF }.CopyTo(bytes, 0);
        Assert.False(ScanRules.Look(bytes, Limit).Refused);
        Assert.Equal("scan-too-large", ScanRules.Look(bytes, Limit - 1).Why!.Code);
    }

    [Theory]
    [InlineData("<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>", "scan-script")]
    [InlineData("<< /OpenAction << /S /J#61va#53cript /JS (x) >> >>", "scan-script")]
    [InlineData("<< /AcroForm << /XFA 5 0 R >> >>", "scan-script")]
    [InlineData("<< /A << /S /Launch /F (cmd.exe) >> >>", "scan-launch")]
    [InlineData("<< /Names << /EmbeddedFiles 9 0 R >> >>", "scan-embedded")]
    [InlineData("<< /Type/EmbeddedFile /Length 3 >>", "scan-embedded")]
    [InlineData("trailer << /Encrypt 7 0 R >>", "scan-encrypted")]
    public void A_pdf_that_does_more_than_show_pages_is_refused_by_name(string objects, string code)
    {
        Assert.Equal(code, ScanRules.Look(Pdf(objects), Limit).Why!.Code);
        // Packed into an object stream it is found as well.
        Assert.Equal(code, ScanRules.Look(Packed(objects), Limit).Why!.Code);
    }

    [Fact]
    public void Packed_objects_that_are_harmless_are_taken_and_those_that_cant_be_unpacked_are_not()
    {
        Assert.False(ScanRules.Look(Packed("<< /Type /Catalog /Pages 2 0 R >>"), Limit).Refused);
        Assert.Equal("scan-unreadable", ScanRules.Look(Pdf("<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nno zlib at all\nendstream"), Limit).Why!.Code);
        Assert.Equal("scan-unreadable", ScanRules.Look(Pdf("<< /Type /ObjStm /Filter [/ASCII85Decode /FlateDecode] >>\nstream\nGb\nendstream"), Limit).Why!.Code);
    }

    [Theory]
    [InlineData("C:\\紙\\手紙 1.pdf", "手紙 1.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb.png", "ab.png")]
    [InlineData("", "scan")]
    public void A_name_is_shown_and_leads_nowhere(string given, string name) => Assert.Equal(name, ScanRules.NameOf(given));

    static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{objects}\nendobj\n%%EOF\n");

    static byte[] Packed(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes("1 0 " + objects));
        return [.. Encoding.Latin1.GetBytes("%PDF-1.7\n4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n"), .. packed.ToArray(),
            .. Encoding.Latin1.GetBytes("\r\nendstream\nendobj\n%%EOF\n")];
    }
}
