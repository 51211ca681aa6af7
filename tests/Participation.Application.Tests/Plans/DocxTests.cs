using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Application.Plans;
using Participation.Documents.Docx;
using Participation.Domain.Plans;
using static Participation.Application.Tests.Plans.DocxFiles;

namespace Participation.Application.Tests.Plans;

public sealed class DocxTests
{
    static readonly Style[] Styles =
        [Style("a1", "見出し 1"), Style("a2", "heading 2"), Style("a3", "課の見出し", basedOn: "a2"), Style("n", "Normal")];

    static PlanReading Read(byte[] file) => PlanReader.Read(PlanFormat.Docx, file);

    static IReadOnlyList<DocxBlock> Blocks(byte[] file) => DocxReader.Read(new MemoryStream(file));

    static UnreadableReason Refused(byte[] file) => Assert.Throws<UnreadableDocumentException>(() => Blocks(file)).Reason;

    [Fact]
    public void Heading_styles_make_the_tree_whether_Japanese_English_or_inherited()
    {
        var plan = Read(Of(Styles,
        [
            P("第1章 集いの場", "a1"), P("場を開きます。", "n"), P("1 広場", "a2"), Point("芝を植える"), P("2 回廊", "a3"),
            Table(["年", "数"], ["2026", "3|4"]),
        ])).Draft!;

        var chapter = Assert.Single(plan.Sections);
        Assert.Equal(("第1章", "集いの場"), (chapter.Number, chapter.Title));
        Assert.Equal("場を開きます。", Assert.Single(chapter.Passages).Text);
        Assert.Equal(["広場", "回廊"], chapter.Sections.Select(section => section.Title));
        Assert.Equal((PassageKind.Item, "芝を植える"), (chapter.Sections[0].Passages[0].Kind, chapter.Sections[0].Passages[0].Text));
        Assert.Contains("<td>3|4</td>", PassageHtml.Render(chapter.Sections[1].Passages[0].Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_may_state_its_own_outline_level()
    {
        var stated = P("広場");
        stated.ParagraphProperties!.OutlineLevel = new() { Val = 1 };
        Assert.Equal(new DocxHeading(2, "広場"), Blocks(Of(stated))[0]);
    }

    [Fact]
    public void Without_heading_styles_a_document_is_read_like_rough_text()
    {
        var plan = Read(Of(P("第1章 集いの場"), P("1 広場"), P("広場を開きます。"), Table(["年", "数"], ["2026", "3"]), P("2 回廊"), P("回廊を歩きます。"))).Draft!;

        Assert.Equal(["広場", "回廊"], Assert.Single(plan.Sections).Sections.Select(section => section.Title));
        Assert.Equal([PassageKind.Paragraph, PassageKind.Table], plan.Sections[0].Sections[0].Passages.Select(passage => passage.Kind));
    }

    [Fact]
    public void Furigana_and_deleted_words_are_not_read_and_inserted_ones_are()
    {
        var paragraph = new Paragraph(
            new Run(new Ruby(new RubyProperties(), new RubyContent(R("ひろば")), new RubyBase(R("広場")))),
            new DeletedRun(new Run(new DeletedText("旧"))), new InsertedRun(R("を開く")), new Hyperlink(R("案内")));
        Assert.Equal(new DocxParagraph("広場を開く案内"), Assert.Single(Blocks(Of(paragraph))));
    }

    [Fact]
    public void Content_controls_are_gone_into()
    {
        var control = new SdtBlock(new SdtContentBlock(P("中の文です。")));
        Assert.Equal(new DocxParagraph("中の文です。"), Assert.Single(Blocks(Of(control))));
    }

    [Fact]
    public void A_cell_that_spans_columns_keeps_the_columns_after_it_in_place()
    {
        var table = Table(["計", "9"], ["甲", "乙", "丙"]);
        table.Descendants<TableCell>().First().TableCellProperties = new(new GridSpan { Val = 2 });
        Assert.Equal(["計", "", "9"], Assert.IsType<DocxTable>(Blocks(Of(table))[0]).Rows[0]);
    }

    [Theory]
    [InlineData("not a zip at all")]
    [InlineData("")]
    [InlineData("{\\rtf1 }")]
    public void What_is_no_docx_is_refused(string content)
    {
        Assert.Equal(UnreadableReason.NotDocx, Refused(Encoding.UTF8.GetBytes(content)));
        Assert.Equal(PlanProblem.NotDocx, Read(Encoding.UTF8.GetBytes(content)).Problem);
    }

    [Fact]
    public void A_zip_of_something_else_is_refused()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("photo.jpg").Open().Dispose();
        Assert.Equal(UnreadableReason.NotDocx, Refused(file.ToArray()));
    }

    [Fact]
    public void A_password_or_the_old_format_is_refused() =>
        Assert.Equal(UnreadableReason.EncryptedOrLegacy, Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]));

    [Fact]
    public void A_document_cut_short_anywhere_is_refused_and_never_breaks_the_reader()
    {
        var whole = Of(P("一つの文です。"));
        for (var length = 4; length < whole.Length; length += 37)
            Assert.Equal(UnreadableReason.Damaged, Refused(whole[..length]));
    }

    [Fact]
    public void A_document_with_any_byte_changed_is_read_or_refused_and_never_breaks_the_reader()
    {
        var whole = Of(P("一つの文です。"));
        for (var at = 0; at < whole.Length; at += 11)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x55;
            if (Record.Exception(() => Blocks(changed)) is { } problem) Assert.IsType<UnreadableDocumentException>(problem);
        }
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/media/image1.png")]
    public void A_zip_bomb_is_refused_before_it_unpacks(string entry)
    {
        var block = new byte[1024 * 1024];
        Array.Fill(block, (byte)' ');
        var bomb = With(Of(P("文です。")), entry, stream =>
        {
            for (var i = 0; i < 300; i++) stream.Write(block);
        });
        Assert.True(bomb.Length < 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(UnreadableReason.TooLarge, Refused(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50L * 1024 * 1024);
    }

    [Theory]
    [InlineData("<w:p><w:pPr><w:outlineLvl w:val=\"many\"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:outlineLvl w:val=\"99999999999999\"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"x\"/></w:tcPr><w:p><w:r><w:t>文</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id=\"y\"/></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>文")]
    [InlineData("<w:p><w:r><unknown/></w:r></w:p><w:bookmarkStart/>")]
    public void Odd_values_inside_are_read_over_or_refused_and_never_break_the_reader(string body)
    {
        var xml = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";
        var file = With(Of(P("文")), "word/document.xml", stream => stream.Write(Encoding.UTF8.GetBytes(xml)));
        if (Record.Exception(() => Blocks(file)) is { } problem) Assert.IsType<UnreadableDocumentException>(problem);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var many = Of(P("文です。"));
        using var file = new MemoryStream();
        file.Write(many);
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
            for (var i = 0; i < 2100; i++) zip.CreateEntry($"word/media/{i}.bin");
        Assert.Equal(UnreadableReason.TooLarge, Refused(file.ToArray()));
    }

    [Fact]
    public void A_document_type_of_its_own_is_refused()
    {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal(UnreadableReason.Damaged, Refused(With(Of(P("文")), "word/document.xml", stream => stream.Write(Encoding.UTF8.GetBytes(xml)))));
    }

    [Fact]
    public void Elements_nested_without_end_are_refused_rather_than_overflow_the_stack()
    {
        var xml = new StringBuilder("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>")
            .Append(string.Concat(Enumerable.Repeat("<w:sdt>", 100_000))).ToString();
        Assert.Equal(UnreadableReason.Damaged, Refused(With(Of(P("文")), "word/document.xml", stream => stream.Write(Encoding.UTF8.GetBytes(xml)))));
    }

    [Fact]
    public void A_package_larger_than_any_plan_is_refused() =>
        Assert.Equal(UnreadableReason.TooLarge, Refused([0x50, 0x4B, 0x03, 0x04, .. new byte[21 * 1024 * 1024]]));
}
