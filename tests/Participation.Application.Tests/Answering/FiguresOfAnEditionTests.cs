using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Data.Engines;
using Participation.Domain.Consultations;
using Participation.TestKit;
using static Participation.Application.Tests.Answering.Answers;

namespace Participation.Application.Tests.Answering;

public abstract class FiguresOfAnEditionTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task What_is_keyed_in_after_the_publication_changes_the_ledger_and_no_published_figure()
    {
        var slug = await Published();
        Assert.False((await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("郵便で届いた意見です。")], Channel.Post, new DateOnly(2026, 1, 20)), Writer)).Refused);

        var (now, then) = ((await app.Send(new GetResults(slug))).Value, (await app.Send(new GetResults(slug, Edition: 1))).Value);
        Assert.Equal((3, 2), (now.Opinions, then.Opinions));
        Assert.Equal((1, 0), (Of(now, Channel.Post), Of(then, Channel.Post)));
        Assert.Equal(then.Opinions, then.BySection.Sum(s => s.Opinions));
        Assert.Equal(then.Opinions, then.ByReflection.Sum(r => r.Opinions));
        var tables = await Tables(slug);
        Assert.Contains("提出方法別,計,2,件", tables, StringComparison.Ordinal);
        Assert.DoesNotContain("未定", tables, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_of_before_figures_were_kept_shows_those_of_now_and_keeps_its_hash()
    {
        var slug = await Published();
        await using (var db = DatabaseFactory.ForMigrating(app.Database)) await db.Database.ExecuteSqlAsync($"""UPDATE "Editions" SET "Figures" = '[]'""");
        Assert.Equal("not-found", (await app.Send(new GetResults(slug, Edition: 1))).Why!.Code);
        Assert.False((await app.Send(new GetPublishedResult(slug))).Value.KeptFigures);
        Assert.Contains("提出方法別,計,2,件", await Tables(slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_is_not_there_has_no_figures()
    {
        var slug = await Published();
        Assert.Equal("not-found", (await app.Send(new GetResults(slug, Edition: 2))).Why!.Code);
    }

    async Task<string> Published()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。", "図書館をもっと長く開けてください。");
        await app.ApproveAll(slug);
        Assert.False((await app.Send(new PublishResult(slug), Approver)).Refused);
        return slug;
    }

    async Task<string> Tables(string slug)
    {
        using var file = new MemoryStream();
        Assert.False((await app.Send(new WritePaper(slug, PaperKind.Tables, ReportFormat.Csv, file), Writer)).Refused);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    static int Of(ResultsView results, Channel channel) => results.ByChannel.SingleOrDefault(c => c.Channel == channel)?.Opinions ?? 0;
}

public sealed class FiguresOfAnEditionOnSqlite(OnSqlite engine) : FiguresOfAnEditionTests(engine), IClassFixture<OnSqlite>;

public sealed class FiguresOfAnEditionOnPostgres(OnPostgres engine) : FiguresOfAnEditionTests(engine), IClassFixture<OnPostgres>;
