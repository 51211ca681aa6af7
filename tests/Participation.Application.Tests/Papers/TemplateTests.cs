using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Application.Answering;
using Participation.Application.Papers;
using Participation.Application.Tests.Answering;
using Participation.Application.Tests.Documents;
using Participation.TestKit;

namespace Participation.Application.Tests.Papers;

public abstract class TemplateTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_citys_own_document_is_filled_where_it_names_places_and_stays_as_it_was_elsewhere()
    {
        var slug = await Published("歩道を広げてください。", "図書館を夜も開けてください。");
        var file = TemplateFiles.With(document =>
        {
            document.MainDocumentPart!.Document.Body!.Append(TemplateFiles.Control("意見の件数", "ここに件数"));
            var header = document.MainDocumentPart.AddNewPart<HeaderPart>();
            header.Header = new(new Paragraph(new Run(new Text("{{版}}"))));
        }, "みさき市様式第3号", "件名：{|{案件|名}} 御中（｛｛担当課｝｝）", "{{経過}}", "{{結果の表}}", "以上");
        using var filled = await Filled(slug, file);
        var text = OfficeFiles.Text(filled);
        foreach (var words in new[] { "みさき市様式第3号", "件名：後期基本計画（案） 御中（）", "歩道を広げてください。", "図書館を夜も開けてください。", "ご意見を踏まえて進めます。", "以上" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ここに件数", text, StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(filled, isEditable: false);
        Assert.Empty(OfficeFiles.Faults(document));
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Equal("2", Assert.Single(body.Elements<SdtBlock>()).InnerText);
        Assert.Equal(3, Assert.Single(body.Elements<Table>()).Elements<TableRow>().Count());
        Assert.Single(body.Descendants<TableHeader>());
        Assert.Equal("第1版", document.MainDocumentPart.HeaderParts.Single().Header.InnerText);
        Assert.NotEmpty(body.Descendants<Break>());
    }

    [Fact]
    public async Task The_sample_has_every_place_and_each_is_filled()
    {
        var slug = await Published("歩道を広げてください。");
        using var sample = new MemoryStream();
        Assert.Null((await app.Send(new WriteSampleTemplate(sample), Answers.Writer)).Why);
        using var filled = await Filled(slug, sample.ToArray());
        Assert.DoesNotContain("{{", OfficeFiles.Text(filled), StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(filled, isEditable: false);
        Assert.Empty(OfficeFiles.Faults(document));
    }

    [Fact]
    public async Task What_people_wrote_is_not_read_for_places()
    {
        var slug = await Published("{{担当課}}の電話を載せてください。");
        using var filled = await Filled(slug, TemplateFiles.Of("{{結果の表}}", "{{主な意見の表}}"));
        Assert.Equal(2, Regex.Count(OfficeFiles.Text(filled), Regex.Escape("{{担当課}}の電話")));
    }

    [Fact]
    public async Task Who_made_the_template_is_not_in_the_paper()
    {
        var slug = await Published("歩道を広げてください。");
        var file = TemplateFiles.With(document =>
        {
            (document.PackageProperties.Creator, document.PackageProperties.LastModifiedBy) = ("様式係の大澤", "様式係の大澤");
            document.AddNewPart<ExtendedFilePropertiesPart>().Properties = new(new DocumentFormat.OpenXml.ExtendedProperties.Company("様式係の大澤"));
        }, "{{案件名}}");
        using var filled = await Filled(slug, file);
        using var zip = new ZipArchive(filled, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = new StreamReader(entry.Open());
            Assert.DoesNotContain("大澤", await part.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string> Unfit => new()
    {
        { "macro", "template-macro" }, { "docm", "template-macro" }, { "linked", "template-external" }, { "attached", "template-external" }, { "dde", "template-external" },
        { "tracked", "template-remarks" }, { "remarked", "template-remarks" }, { "embedded", "template-embedded" }, { "unknown", "template-place" }, { "control", "template-place" },
        { "open", "template-braces" }, { "beside", "template-table-alone" }, { "none", "template-no-place" }, { "text", "template-not-docx" }, { "large", "template-too-large" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_file_that_is_no_template_is_refused_by_its_content_and_told_why(string kind, string code)
    {
        var file = kind switch
        {
            "macro" => TemplateFiles.Macro(),
            "docm" => TemplateFiles.With(WordprocessingDocumentType.MacroEnabledDocument, _ => { }, "{{案件名}}"),
            "linked" => TemplateFiles.Linked(),
            "attached" => TemplateFiles.AttachedElsewhere(),
            "dde" => TemplateFiles.Field(" DDE", "AUTO c:\\\\windows \"x\""),
            "tracked" => TemplateFiles.Tracked(),
            "remarked" => TemplateFiles.Remarked(),
            "embedded" => TemplateFiles.Embedded(),
            "unknown" => TemplateFiles.Of("{{案件名}}", "{{市長の名前}}"),
            "control" => TemplateFiles.With(document => document.MainDocumentPart!.Document.Body!.Append(TemplateFiles.Control("市長の名前", "名前")), "{{案件名}}"),
            "open" => TemplateFiles.Of("{{案件名"),
            "beside" => TemplateFiles.Of("表：{{結果の表}}"),
            "none" => TemplateFiles.Of("ただの文書"),
            "text" => Encoding.UTF8.GetBytes("{{案件名}}"),
            _ => new byte[5 * 1024 * 1024 + 1],
        };
        var refused = (await app.Send(new AddTemplate("様式", file), Answers.Writer)).Why!;
        Assert.Equal((code, "file"), (refused.Code, Assert.Single(refused.Faults).Field));
        if (code is "template-place") Assert.Equal("市長の名前", refused.Values[0]);
    }

    [Fact]
    public async Task A_template_is_kept_until_somebody_takes_it_away()
    {
        Assert.Equal("required", (await app.Send(new AddTemplate(" ", TemplateFiles.Of("{{案件名}}")), Answers.Writer)).Why!.Code);
        var added = (await app.Send(new AddTemplate("議会報告", TemplateFiles.Of("{{案件名}}")), Answers.Writer)).Value;
        Assert.Contains((await app.Send(new ListTemplates(), Answers.Colleague)).Value, t => t.Id == added.Id && t.Places.SequenceEqual(["案件名"]));
        Assert.NotEmpty((await app.Send(new OpenTemplate(added.Id), Answers.Writer)).Value.File);
        Assert.Null((await app.Send(new RemoveTemplate(added.Id), Answers.Writer)).Why);
        Assert.Equal("not-found", (await app.Send(new OpenTemplate(added.Id), Answers.Writer)).Why!.Code);
    }

    [Fact]
    public void The_how_to_names_the_places_that_there_are()
    {
        var listed = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", "paper-templates.md")), "^\\| `([^`]+)` \\|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        Assert.Equal(TemplatePlaces.All.Select(p => p.Name).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    async Task<MemoryStream> Filled(string slug, byte[] file)
    {
        var added = await app.Send(new AddTemplate("議会報告", file), Answers.Writer);
        Assert.Null(added.Why);
        var filled = new MemoryStream();
        Assert.Null((await app.Send(new WriteFromTemplate(slug, added.Value.Id, filled), Answers.Writer)).Why);
        Assert.Null((await app.Send(new RemoveTemplate(added.Value.Id), Answers.Writer)).Why);
        filled.Position = 0;
        return filled;
    }

    async Task<string> Published(params string[] texts)
    {
        var (slug, _) = await app.Answering(texts);
        foreach (var row in (await app.Board(slug)).Items)
            await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, "ご意見を踏まえて進めます。", "参考"), Answers.Writer);
        await app.ApproveAll(slug);
        Assert.Null((await app.Send(new PublishResult(slug), Answers.Approver)).Why);
        return slug;
    }
}

public sealed class TemplatesOnSqlite(OnSqlite engine) : TemplateTests(engine), IClassFixture<OnSqlite>;

public sealed class TemplatesOnPostgres(OnPostgres engine) : TemplateTests(engine), IClassFixture<OnPostgres>;
