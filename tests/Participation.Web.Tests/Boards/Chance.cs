using Participation.Application.Boards;
using Participation.Domain.Boards;

namespace Participation.Web.Tests.Boards;

/// <summary>Decides by its seed who does what next; acts of several are under way at once.</summary>
sealed class Chance(int seed, Hall hall, List<Phone> phones)
{
    static readonly BoardStage[] Stages = [BoardStage.Cluster, BoardStage.Cluster, BoardStage.Vote, BoardStage.Collect, BoardStage.CollectHidden, BoardStage.Discuss];

    readonly Random random = new(seed);
    readonly List<Guid> notes = [], questions = [], stacks = [];

    /// <summary>Somebody has written, split, linked and supported before anything else happens, so that chance has something of each to act on.</summary>
    public async Task Begin()
    {
        await hall.Does(new GoToStage(hall.Code, BoardStage.Cluster));
        Write(phones[0]);
        Split(phones[0], notes[0]);
        phones[0].Do("LinkNotes", notes[0], notes[1], true, Guid.NewGuid().ToString());
        Ask(phones[0]);
        await phones[0].Sent;
        phones[1].Do("SupportQuestion", questions[0], true, Guid.NewGuid().ToString(), null);
        await phones[1].Sent;
    }

    public async Task Step()
    {
        var phone = phones[random.Next(phones.Count)];
        switch (random.Next(16))
        {
            case 0:
                await phone.Cut();
                // What was on its way arrives now or never.
                await hall.Notices(phones.Count(p => p.IsThere));
                break;
            case 1 or 2 when !phone.IsThere: await phone.ComeBack(); break;
            case 3: await Facilitate(); break;
            case 4 when phone.IsThere: await phone.Sent; break;
            default: Act(phone); break;
        }
    }

    void Act(Phone phone)
    {
        var key = Guid.NewGuid().ToString();
        switch (notes.Count < 4 ? 0 : random.Next(19))
        {
            case 0 or 1: Write(phone); break;
            case 2: phone.Do("EditNote", Any(notes), $"直した声 {random.Next(1000)}", "pink"); break;
            case 3: phone.Do("RemoveNote", Any(notes), random.Next(3) > 0); break;
            case 4:
                stacks.Add(random.Next(2) is 0 || stacks.Count is 0 ? Guid.NewGuid() : Any(stacks));
                phone.Do("StackNotes", stacks[^1], new[] { Any(notes), Any(notes) }, $"名 {random.Next(100)}");
                break;
            case 5: phone.Do("UnstackNotes", new[] { Any(notes) }); break;
            case 6 when stacks.Count > 0: phone.Do("NameCluster", Any(stacks), $"名 {random.Next(100)}"); break;
            case 7 or 8: phone.Do("GiveDot", Any(notes), random.Next(4) > 0, key); break;
            case 10: Split(phone, Any(notes)); break;
            case 11 or 12: phone.Do("LinkNotes", Any(notes), Any(notes), random.Next(4) > 0, key); break;
            case 14: Ask(phone); break;
            case 15 or 16 or 17: phone.Do("SupportQuestion", random.Next(8) is 0 ? Any(notes) : Any(questions), random.Next(3) > 0, key, null); break;
            case 9: phone.Do("HoldNotes", (object)new[] { Any(notes) }); break;
            default: phone.Do("MoveNote", Any(notes), random.Next(2), $"M{random.Next(1000):000}V", key); break;
        }
    }

    void Write(Phone phone)
    {
        notes.Add(Guid.NewGuid());
        phone.Do("WriteNote", notes[^1], hall.Board, random.Next(2), $"声 {notes.Count}", "yellow");
    }

    void Ask(Phone phone)
    {
        notes.Add(Guid.NewGuid());
        questions.Add(notes[^1]);
        phone.Do("WriteNote", notes[^1], hall.Questions, 0, $"質問 {notes.Count}", "yellow");
    }

    void Split(Phone phone, Guid note)
    {
        notes.Add(Guid.NewGuid());
        phone.Do("SplitNote", note, notes[^1], $"上の声 {random.Next(1000)}", $"下の声 {random.Next(1000)}");
    }

    async Task Facilitate()
    {
        switch (random.Next(7))
        {
            case 0: await hall.Does(new HoldSession(hall.Code, null, random.Next(3) is 0)); break;
            case 1: await hall.Does(new HoldSession(hall.Code, random.Next(3) is 0)); break;
            case 2 when notes.Count > 0: await hall.Does(new TendNote(hall.Code, Any(notes), (NoteTending)random.Next(10))); break;
            case 3: await hall.Does(new TendNote(hall.Code, Any(questions), random.Next(3) > 0 ? NoteTending.Answer : NoteTending.Reopen)); break;
            default: await hall.Does(new GoToStage(hall.Code, Stages[random.Next(Stages.Length)])); break;
        }
    }

    Guid Any(List<Guid> of) => of[random.Next(of.Count)];
}
