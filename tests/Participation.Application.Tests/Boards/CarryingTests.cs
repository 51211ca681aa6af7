using Participation.Application.Boards;
using Participation.Application.Ledger;
using Participation.Domain.Boards;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class CarryingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Clusters_stand_in_a_ledger_as_opinions_of_a_workshop_and_either_leads_to_the_other()
    {
        var (hall, books, night) = await Clustered();
        var slug = await app.Announce();
        var receipt = (await app.Send(new CarryClusters(hall.Code, slug, [night, books]), TestApp.Staff)).Value.ReceiptNumber;

        var submission = (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value;
        Assert.Equal((Channel.Workshop, new DateOnly(2026, 1, 5)), (submission.Channel, submission.ReceivedOn));
        Assert.Equal(["夜の道\n・灯りを", "本のある場所\n・図書館\n・本屋 二階もある"], submission.Opinions.Select(o => o.Text).Order());
        var origins = (await app.Send(new GetOrigin(slug, receipt), TestApp.Staff)).Value;
        Assert.Equal(submission.Opinions.Select(o => o.Text.Split('\n')[0]), origins.Select(o => o.Cluster));
        Assert.All(origins, o => Assert.Equal(hall.Code, o.Code));

        await app.Send(new PublishSummary(hall.Code, true), Hall.Facilitator);
        // Everybody learns that it was received, staff of the consultation under which number.
        Assert.All(await Carried(hall, Caller.Anonymous), c => Assert.Equal((slug, null), (c.Slug, c.Receipt)));
        Assert.Equal([receipt, receipt], (await Carried(hall, TestApp.Staff)).Select(c => c.Receipt));
    }

    [Fact]
    public async Task A_cluster_is_one_opinion_of_a_consultation_however_often_it_is_carried_there()
    {
        var (hall, books, night) = await Clustered();
        var (slug, other) = (await app.Announce(), await app.Announce());
        Assert.False((await app.Send(new CarryClusters(hall.Code, slug, [books]), TestApp.Staff)).Refused);
        Assert.Equal("cluster-carried", (await app.Send(new CarryClusters(hall.Code, slug, [books, night]), TestApp.Staff)).Why!.Code);
        Assert.False((await app.Send(new CarryClusters(hall.Code, slug, [night]), TestApp.Staff)).Refused);
        Assert.False((await app.Send(new CarryClusters(hall.Code, other, [books]), TestApp.Staff)).Refused);
        Assert.Equal(2, (await app.Send(new Participation.Application.Consultations.GetConsultation(slug), TestApp.Staff)).Value.Counts.Opinions);
    }

    [Fact]
    public async Task What_is_no_cluster_of_the_session_and_whoever_is_no_staff_is_refused()
    {
        var (hall, books, _) = await Clustered();
        var slug = await app.Announce();
        Assert.Equal(Refusal.NotFound, (await app.Send(new CarryClusters(hall.Code, slug, [books, Guid.NewGuid()]), TestApp.Staff)).Why);
        Assert.True((await app.Send(new CarryClusters(hall.Code, slug, []), TestApp.Staff)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new CarryClusters(hall.Code, slug, [books]), Hall.Facilitator)).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new CarryClusters("0000000", slug, [books]), TestApp.Staff)).Why);
    }

    async Task<List<CarriedTo>> Carried(Hall hall, Caller caller) =>
        [.. (await app.Send(new GetSummary(hall.Code), caller)).Value.Boards.SelectMany(b => b.Clusters).SelectMany(c => c.Carried)];

    async Task<(Hall, Guid Books, Guid Night)> Clustered()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        Guid[] books = [await phone.Writes("図書館"), await phone.Writes("本屋\n二階もある")];
        Guid[] night = [await phone.Writes("灯りを"), await phone.Writes("ひどい言葉")];
        await app.Send(new TendNote(hall.Code, night[1], NoteTending.Hide), Hall.Facilitator);
        await hall.GoTo(BoardStage.Cluster);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.False((await app.Send(new StackNotes(hall.Code, phone.Key, first, books, "本のある場所"))).Refused);
        Assert.False((await app.Send(new StackNotes(hall.Code, phone.Key, second, [night[0]], "夜の道"))).Refused);
        return (hall, first, second);
    }
}

public sealed class CarryingOnSqlite(OnSqlite engine) : CarryingTests(engine), IClassFixture<OnSqlite>;

public sealed class CarryingOnPostgres(OnPostgres engine) : CarryingTests(engine), IClassFixture<OnPostgres>;
