using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Application.Papers;
using Participation.Application.Tests.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;
using UglyToad.PdfPig;

namespace Participation.Application.Tests.Papers;

public abstract class PdfTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task The_ledger_as_a_pdf_has_senders_for_staff_and_none_for_everybody_else()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        await app.Send(new SubmitOpinions(slug, new Sender(Name: "大町みどり"), [new("図書館を夜も開けてください。")], Channel.Post, new DateOnly(2026, 1, 10)), Answers.Writer);
        var (title, text) = Read(await Ledger(slug, Answers.Writer));
        Assert.Equal("後期基本計画（案）　意見一覧", title);
        foreach (var words in new[] { "提出者数　2人", "意見の件数　2件", "大町みどり", "歩道を広げてください。", "1/1" }) Assert.Contains(words, text, StringComparison.Ordinal);

        await app.Send(new LayOutAnswers(slug), Answers.Writer);
        await app.ApproveAll(slug);
        await app.Send(new PublishResult(slug), Answers.Approver);
        (_, text) = Read(await Ledger(slug, Caller.Anonymous));
        Assert.Contains("図書館を夜も開けてください。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("大町みどり", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_was_refused_is_not_logged_as_handed_out()
    {
        var (slug, _) = await app.Answering("\uD842\uDFB7野家の前の歩道を広げてください。");
        using var nothing = new MemoryStream();
        Assert.Equal("font-lacks", (await app.Send(new WriteReport(slug, ReportFormat.Pdf, nothing), Answers.Writer)).Why!.Code);
        Assert.Equal("font-lacks", (await app.Send(new WritePaper(slug, PaperKind.Result, ReportFormat.Pdf, nothing), Answers.Writer)).Why!.Code);
        Assert.Equal(0, await Logged(slug));
        Assert.False((await app.Send(new WriteReport(slug, ReportFormat.Docx, nothing), Answers.Writer)).Refused);
        Assert.False((await app.Send(new WritePaper(slug, PaperKind.Result, ReportFormat.Docx, nothing), Answers.Writer)).Refused);
        Assert.Equal(2, await Logged(slug));
    }

    [Fact]
    public async Task A_pdf_longer_than_the_public_may_have_is_staffs_alone_and_the_refusal_says_how_long_it_may_be()
    {
        var (slug, _) = await app.Answering();
        var csv = new StringBuilder("no,category,text\n");
        for (var i = 1; i <= 1_001; i++) csv.Append(CultureInfo.InvariantCulture, $"{i},道,歩道を広げてください。\n");
        Assert.Equal(1_001, (await app.Send(new ImportOpinions(slug, Encoding.UTF8.GetBytes(csv.ToString()), Channel.Meeting, new DateOnly(2026, 1, 10)), Answers.Writer)).Value.Opinions);
        await app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, CancellationToken.None);
        await app.Send(new LayOutAnswers(slug), Answers.Writer);
        await app.ApproveAll(slug);
        Assert.Null((await app.Send(new PublishResult(slug), Answers.Approver)).Why);
        using var nothing = new MemoryStream();
        var refused = (await app.Send(new WriteReport(slug, ReportFormat.Pdf, nothing))).Why!;
        Assert.Equal(("pdf-too-long", 1_000, 0L), (refused.Code, refused.Values[0], nothing.Length));
        Assert.False((await app.Send(new WriteReport(slug, ReportFormat.Xlsx, nothing))).Refused);
        Assert.NotEqual(0, (await Ledger(slug, Answers.Writer)).Length);
    }

    [Fact]
    public async Task One_pdf_is_written_at_a_time_for_the_public_and_a_long_line_is_told_to_come_again()
    {
        var (line, gate, begun) = (new PdfLine(), new TaskCompletionSource(), 0);
        Task<Outcome<Done>> Ask(bool staff = false) => line.Wait(staff, async () =>
        {
            Interlocked.Increment(ref begun);
            await gate.Task;
            return Done.It;
        }, CancellationToken.None);
        var waiting = Enumerable.Range(0, PdfLine.Longest + 1).Select(_ => Ask()).ToList();
        Assert.Equal("pdf-busy", (await Ask()).Why!.Code);
        Assert.Equal(1, begun);
        // Nobody outside keeps staff waiting.
        var staff = Ask(staff: true);
        Assert.Equal(2, begun);
        gate.SetResult();
        Assert.All(await Task.WhenAll([.. waiting, staff]), done => Assert.False(done.Refused));
        Assert.False((await Ask()).Refused);
    }

    async Task<MemoryStream> Ledger(string slug, Caller caller)
    {
        var file = new MemoryStream();
        Assert.Null((await app.Send(new WriteReport(slug, ReportFormat.Pdf, file), caller)).Why);
        return file;
    }

    Task<int> Logged(string slug) => app.With(db => Task.FromResult(db.AuditEntries.Count(e => e.Subject == $"consultation:{slug}" && (e.Name == "ledger.exported" || e.Name == "paper.drafted"))));

    static (string? Title, string Text) Read(MemoryStream file)
    {
        using var pdf = PdfDocument.Open(file.ToArray());
        return (pdf.Information.Title, string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal));
    }
}

public sealed class PdfOnSqlite(OnSqlite engine) : PdfTests(engine), IClassFixture<OnSqlite>;

public sealed class PdfOnPostgres(OnPostgres engine) : PdfTests(engine), IClassFixture<OnPostgres>;
