using System.Text;
using System.Xml.Linq;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class SummaryTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_summary_holds_clusters_dots_attendance_and_decisions_and_is_everybodys_once_published()
    {
        var hall = await Hall.Open(app);
        var (one, two) = (await hall.Join(), await hall.Join("二"));
        var (a, b, c) = (await one.Writes("=夜の図書館"), await two.Writes("本屋\n二階もある", 1), await two.Writes("祭り"));
        var rude = await two.Writes("ひどい言葉");
        await app.Send(new TendNote(hall.Code, rude, NoteTending.Hide), Hall.Facilitator);
        await hall.GoTo(BoardStage.Cluster);
        await app.Send(new StackNotes(hall.Code, one.Key, Guid.NewGuid(), [a, b], "本のある場所"));
        await hall.GoTo(BoardStage.Vote);
        await one.Dots(a);
        await two.Dots(b);
        await app.Send(new TendNote(hall.Code, c, NoteTending.Park), Hall.Facilitator);
        await app.Send(new NoteDecisions(hall.Code, ["館を夜も開ける"]), Hall.Facilitator);
        await hall.GoTo(BoardStage.Thank);

        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSummary(hall.Code))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new WriteSummary(hall.Code, ReportFormat.Csv, Stream.Null))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new DrawBoard(hall.Code, 0, Stream.Null))).Why);
        await app.Send(new PublishSummary(hall.Code, true), Hall.Facilitator);
        var summary = (await app.Send(new GetSummary(hall.Code))).Value;
        var cluster = Assert.Single(summary.Boards[0].Clusters);
        Assert.Equal(("本のある場所", 2), (cluster.Title, cluster.Dots));
        Assert.Equal(["=夜の図書館", "本屋\n二階もある"], cluster.Notes.Select(n => n.Text));
        Assert.Empty(summary.Boards[0].Loose);
        Assert.Equal("祭り", Assert.Single(summary.Parked).Text);
        Assert.Equal((2, 1, 1), (summary.Seats, summary.Tables[0].Seats, summary.Hidden));
        Assert.Equal(["館を夜も開ける"], summary.Session.Decisions);

        var csv = Encoding.UTF8.GetString(await File(hall, ReportFormat.Csv));
        Assert.Contains("'=夜の図書館", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("ひどい", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("名前", csv, StringComparison.Ordinal);
        var picture = await Picture(hall);
        Assert.Equal(["本のある場所"], picture.Where(t => t.StartsWith("本のある", StringComparison.Ordinal)));
        Assert.Contains("=夜の図書館", picture);
        Assert.Contains("1点", picture);
        Assert.DoesNotContain("ひどい言葉", picture);
        foreach (var format in new[] { ReportFormat.Docx, ReportFormat.Xlsx })
            Assert.Equal("PK"u8.ToArray(), (await File(hall, format))[..2]);
        Assert.Equal("%PDF"u8.ToArray(), (await File(hall, ReportFormat.Pdf))[..4]);

        await app.Send(new PublishSummary(hall.Code, false), Hall.Facilitator);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSummary(hall.Code))).Why);
    }

    /// <summary>The words of the first board's picture, line by line.</summary>
    async Task<List<string>> Picture(Hall hall)
    {
        using var drawn = new MemoryStream();
        Assert.False((await app.Send(new DrawBoard(hall.Code, 0, drawn))).Refused);
        drawn.Position = 0;
        return [.. XDocument.Load(drawn).Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value)];
    }

    async Task<byte[]> File(Hall hall, ReportFormat format)
    {
        using var file = new MemoryStream();
        Assert.False((await app.Send(new WriteSummary(hall.Code, format, file))).Refused);
        return file.ToArray();
    }
}

public sealed class SummaryOnSqlite(OnSqlite engine) : SummaryTests(engine), IClassFixture<OnSqlite>;

public sealed class SummaryOnPostgres(OnPostgres engine) : SummaryTests(engine), IClassFixture<OnPostgres>;
