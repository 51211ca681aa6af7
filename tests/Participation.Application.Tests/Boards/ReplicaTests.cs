using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class ReplicaTests(EngineFixture engine)
{
    const int Phones = 8, Acts = 160;

    readonly TestApp app = engine.App;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task Whatever_is_done_and_whoever_is_cut_off_all_end_with_what_the_server_has(int seed, bool questions)
    {
        var random = new Random(seed);
        var hall = await Hall.Open(app, questions: questions);
        await hall.GoTo(BoardStage.Cluster);
        var phones = new List<Phone>();
        for (var i = 0; i < Phones; i++) phones.Add(await hall.Join());
        var replicas = new List<Replica>();
        for (var i = 0; i < Phones; i++) replicas.Add(Replica.Of(await phones[i].Sees()));
        var (notes, stacks) = (new List<Guid>(), new List<Guid>());

        for (var act = 0; act < Acts; act++)
        {
            await Act(random, hall, phones[random.Next(Phones)], notes, stacks);
            // One listens to a part of it, one comes back after a long sleep, one reloads the page.
            if (random.Next(3) is 0) await replicas[random.Next(Phones)].Listen(app, hall.Code, random.Next(1, 20));
            if (random.Next(25) is 0) replicas[random.Next(Phones)] = Replica.Of(await hall.Seen());
        }

        await app.HearAll();
        foreach (var replica in replicas) await replica.Listen(app, hall.Code);
        var server = Replica.Of(await hall.Seen()).Whole();
        Assert.NotEmpty(server);
        Assert.All(replicas, replica => Assert.Equal(server, replica.Whole()));
        if (questions) Assert.Contains((await hall.Seen()).Notes, n => n.Supports > 0);
    }

    async Task Act(Random random, Hall hall, Phone phone, List<Guid> notes, List<Guid> stacks)
    {
        Guid Any(List<Guid> of) => of[random.Next(of.Count)];
        if (notes.Count < 5 || random.Next(4) is 0)
        {
            notes.Add(await phone.Writes($"声 {notes.Count}", random.Next((await hall.Seen()).Session.Boards[0].Columns.Count)));
            return;
        }
        // Many of these are refused, as in life: another's note, one that is gone.
        switch (random.Next(13))
        {
            case 0: await app.Send(new EditNote(hall.Code, phone.Key, Any(notes), $"直した声 {random.Next()}", NoteColour.Pink)); break;
            case 1: await app.Send(new RemoveNote(hall.Code, phone.Key, Any(notes), random.Next(3) > 0)); break;
            case 2:
                stacks.Add(Guid.NewGuid());
                if ((await app.Send(new StackNotes(hall.Code, phone.Key, stacks[^1], [Any(notes)], "まとまり"))).Refused) stacks.RemoveAt(stacks.Count - 1);
                break;
            case 3 when stacks.Count > 0: await app.Send(new NameCluster(hall.Code, phone.Key, Any(stacks), $"名 {random.Next()}")); break;
            case 4: await app.Send(new UnstackNotes(hall.Code, phone.Key, [Any(notes)])); break;
            case 5: await app.Send(new TendNote(hall.Code, Any(notes), random.Next(2) is 0 ? NoteTending.Hide : NoteTending.Show), Hall.Facilitator); break;
            case 6: await app.Send(new LinkNotes(hall.Code, phone.Key, Any(notes), Any(notes), random.Next(3) > 0)); break;
            case 7:
                var part = Guid.NewGuid();
                if (!(await app.Send(new SplitNote(hall.Code, phone.Key, Any(notes), part, "上の声", "下の声"))).Refused) notes.Add(part);
                break;
            case 8 or 9 or 10: await phone.Supports(Any(notes), random.Next(3) > 0); break;
            case 11: await hall.Tend(Any(notes), random.Next(2) is 0 ? NoteTending.Answer : NoteTending.Reopen); break;
            default: await phone.Moves(Any(notes), random.Next(2), $"M{random.Next(1000):000}V"); break;
        }
    }
}

public sealed class ReplicasOnSqlite(OnSqlite engine) : ReplicaTests(engine), IClassFixture<OnSqlite>;

public sealed class ReplicasOnPostgres(OnPostgres engine) : ReplicaTests(engine), IClassFixture<OnPostgres>;
