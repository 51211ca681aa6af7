using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>Clusters that become the questions of another session.</summary>
public abstract class TopicTests(EngineFixture engine)
{
    static readonly Caller Elsewhere = new() { ActorId = "f-2", UserId = "f-2", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Facilitator, "elsewhere") } };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Clusters_open_a_new_session_as_its_questions_and_either_leads_to_the_other()
    {
        var (hall, books, unnamed) = await Clustered();
        var carried = await app.Send(new CarryTopics(hall.Code, [books, unnamed], null, "つづきの夜"), Hall.Facilitator);
        var next = (await app.Send(new GetBoard(carried.Value))).Value;
        Assert.Equal(("つづきの夜", BoardStage.CollectHidden, 3), (next.Session.Title, next.Session.Stage, next.Session.DotsPerSeat));
        Assert.Equal(["本のある場所", "灯りを"], next.Session.Boards.Select(b => b.Question));
        Assert.All(next.Session.Boards, b => Assert.Equal(["希望", "心配"], b.Columns));
        Assert.Equal(["一", "二"], next.Tables.Select(t => t.Name));
        Assert.Equal(["本のある場所", ""], next.Session.Boards.Select(b => next.Origins[b.Id].Cluster));
        Assert.All(next.Origins.Values, o => Assert.Equal((hall.Code, "みなとの未来を話す夜", false), (o.Code, o.Session, o.Published)));

        await app.Send(new PublishSummary(hall.Code, true), Hall.Facilitator);
        Assert.All(await Topics(hall, Hall.Facilitator), t => Assert.Equal((carried.Value, "つづきの夜"), (t!.Code, t.Session)));
        // Its number opens it: everybody else learns it when its own summary is published.
        Assert.All(await Topics(hall, Caller.Anonymous), t => Assert.Equal((null, "つづきの夜"), (t!.Code, t.Session)));
        await app.Send(new PublishSummary(carried.Value, true), Hall.Facilitator);
        Assert.All(await Topics(hall, Caller.Anonymous), t => Assert.Equal(carried.Value, t!.Code));
        Assert.Equal(hall.Code, (await app.Send(new GetSummary(carried.Value))).Value.Boards[0].Origin!.Code);
    }

    [Fact]
    public async Task A_session_that_stands_gets_more_questions_behind_its_own()
    {
        var (hall, books, unnamed) = await Clustered();
        var next = await Hall.Open(app);
        Assert.Equal(next.Code, (await app.Send(new CarryTopics(hall.Code, [books], next.Code), Hall.Facilitator)).Value);
        Assert.Equal(["どんな港町にしたいですか", "本のある場所"], (await next.Seen()).Session.Boards.Select(b => b.Question));
        var phone = await next.Join();
        var board = (await next.Seen()).Session.Boards[1].Id;
        Assert.False((await app.Send(new WriteNote(next.Code, phone.Key, Guid.NewGuid(), new(board, 0, "つづきの声")))).Refused);

        Assert.Equal("topic-carried", (await app.Send(new CarryTopics(hall.Code, [books], null, "また"), Hall.Facilitator)).Why!.Code);
        Assert.Equal("choice-unknown", (await app.Send(new CarryTopics(hall.Code, [unnamed], hall.Code), Hall.Facilitator)).Why!.Code);
        app.Clock.Now += TimeSpan.FromHours(19);
        Assert.Equal("session-over", (await app.Send(new CarryTopics(hall.Code, [unnamed], next.Code), Hall.Facilitator)).Why!.Code);
        Assert.Equal(2, (await next.Seen()).Session.Boards.Count);
    }

    [Fact]
    public async Task A_cluster_is_carried_once_though_two_ask_at_one_moment()
    {
        var (hall, books, _) = await Clustered();
        var (one, other) = (await Hall.Open(app), await Hall.Open(app));
        Task<Outcome<string>>[] both;
        await using (await HeldWriter.Of(app.Database))
            both = [app.Send(new CarryTopics(hall.Code, [books], one.Code), Hall.Facilitator), app.Send(new CarryTopics(hall.Code, [books], other.Code), Hall.Facilitator)];
        await Task.WhenAll(both.Select(b => b.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(3, (await one.Seen()).Session.Boards.Count + (await other.Seen()).Session.Boards.Count);
    }

    [Fact]
    public async Task What_is_no_cluster_and_whoever_does_not_run_both_is_refused()
    {
        var (hall, books, _) = await Clustered();
        Assert.Equal(Refusal.NotFound, (await app.Send(new CarryTopics(hall.Code, [books, Guid.NewGuid()], null, "夜"), Hall.Facilitator)).Why);
        Assert.True((await app.Send(new CarryTopics(hall.Code, [], null, "夜"), Hall.Facilitator)).Refused);
        Assert.Equal("required", (await app.Send(new CarryTopics(hall.Code, [books], null, " "), Hall.Facilitator)).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(new CarryTopics(hall.Code, [books], "0000000"), Hall.Facilitator)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new CarryTopics(hall.Code, [books], null, "夜"), Elsewhere)).Why);
    }

    async Task<List<TopicTo?>> Topics(Hall hall, Caller caller) => [.. (await app.Send(new GetSummary(hall.Code), caller)).Value.Boards.SelectMany(b => b.Clusters).Select(c => c.Topic)];

    async Task<(Hall, Guid Books, Guid Unnamed)> Clustered()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var (book, shop, lamp) = (await phone.Writes("図書館"), await phone.Writes("本屋"), await phone.Writes("灯りを"));
        await hall.GoTo(BoardStage.Cluster);
        var (books, unnamed) = (Guid.NewGuid(), Guid.NewGuid());
        await app.Send(new StackNotes(hall.Code, phone.Key, books, [book, shop], "本のある場所"));
        await app.Send(new StackNotes(hall.Code, phone.Key, unnamed, [lamp]));
        return (hall, books, unnamed);
    }
}

public sealed class TopicsOnSqlite(OnSqlite engine) : TopicTests(engine), IClassFixture<OnSqlite>;

public sealed class TopicsOnPostgres(OnPostgres engine) : TopicTests(engine), IClassFixture<OnPostgres>;
