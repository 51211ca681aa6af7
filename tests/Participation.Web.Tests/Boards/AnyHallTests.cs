using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.TestKit;

namespace Participation.Web.Tests.Boards;

/// <summary>A property, over acts drawn by chance: whoever does what, and whoever is cut off when, all screens end as the server has it.</summary>
public abstract class AnyHallTests(TestSite site)
{
    const int Phones = 6, Steps = 260;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task All_screens_end_as_the_server_has_it(int seed)
    {
        var hall = await Hall.Open(site);
        var phones = new List<Phone>();
        while (phones.Count < Phones) phones.Add(await hall.Join());
        var chance = new Chance(seed, hall, phones);
        await chance.Begin();
        for (var step = 0; step < Steps; step++) await chance.Step();

        foreach (var phone in phones.Where(p => !p.IsThere)) await phone.ComeBack();
        await Task.WhenAll(phones.Select(p => p.Sent));
        await hall.Does(new HoldSession(hall.Code, false, false));
        await hall.Does(new GoToStage(hall.Code, BoardStage.Discuss));
        var server = await hall.Seen();
        await Wait.Until(() => phones.TrueForAll(p => !p.IsBusy && p.Last >= server.Head));

        var whole = await hall.Whole();
        Assert.All(phones, phone => Assert.Equal(whole, phone.Shows));
        // Every act is answered, and what was answered is what was done.
        var acts = phones.SelectMany(p => p.Acts).ToList();
        Assert.All(acts, act => Assert.True(act.Answered));
        Assert.Contains(acts, act => act.Refused is not null);
        Assert.Contains(acts, act => act.Refused is null);
        var written = acts.Where(a => a.Method is "WriteNote" or "SplitNote").ToLookup(a => a.Refused is null, a => (Guid)a.Arguments[a.Method is "WriteNote" ? 1 : 2]!);
        // Of a link both ends know, or neither.
        Assert.All(server.Notes, note => Assert.All(note.Links ?? [], end => Assert.All(server.Notes.Where(n => n.Id == end), n => Assert.Contains(note.Id, n.Links ?? []))));
        Assert.All((string[])["SplitNote", "LinkNotes"], method => Assert.Contains(acts, a => a.Method == method && a.Refused is null));
        Assert.Empty(server.Notes.Select(n => n.Id).Intersect(written[false]));
        Assert.Empty(server.Notes.Select(n => n.Id).Except(written[true]));
        foreach (var phone in phones) Assert.Equal(Given(phone), (await hall.Seen(phone.Key)).MyDots.Order());
        Assert.Contains(acts, a => a.Method is "SupportQuestion" && a.Refused is null);
        // A question is supported by as many as said so and did not take it back, and never by whoever wrote it.
        Assert.All(server.Notes.Where(n => n.Board == hall.Questions), note => Assert.Equal(phones.Count(p => Given(p).Contains(note.Id)), note.Supports));
        Assert.All(server.Notes.Where(n => n.Board != hall.Questions), note => Assert.Null(note.Supports));
        Assert.All(phones, phone => Assert.Empty(Given(phone).Intersect(phone.Acts.Where(a => a.Method is "WriteNote" && (Guid)a.Arguments[2]! == hall.Questions).Select(a => (Guid)a.Arguments[1]!))));
        foreach (var phone in phones) await phone.Cut();
    }

    /// <summary>Dots and supports, as far as they were not taken back.</summary>
    static List<Guid> Given(Phone phone)
    {
        var given = new List<Guid>();
        foreach (var act in phone.Acts.Where(a => a is { Method: "GiveDot" or "SupportQuestion", Refused: null }))
        {
            if ((bool)act.Arguments[2]!) given.Add((Guid)act.Arguments[1]!);
            else given.Remove((Guid)act.Arguments[1]!);
        }
        return [.. given.Order()];
    }
}

public sealed class AnyHallOnSqlite(SiteOnSqlite site) : AnyHallTests(site), IClassFixture<SiteOnSqlite>;

public sealed class AnyHallOnPostgres(SiteOnPostgres site) : AnyHallTests(site), IClassFixture<SiteOnPostgres>;
