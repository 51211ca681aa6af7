using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Following;
using Participation.Application.Spaces;
using Participation.Domain.Following;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Following;

/// <summary>People who follow, and what a city does.</summary>
static class Followers
{
    /// <summary>Somebody with an account; made straight away, for no test here is about registering.</summary>
    public static async Task<Caller> Somebody(this TestApp app)
    {
        var user = await app.NewAccount("", $"{Guid.NewGuid():N}@example.jp", confirmed: true);
        await app.With(async db => { db.Add(user); return await db.SaveChangesAsync(); });
        return new Caller { ActorId = user.Id, UserId = user.Id };
    }

    public static async Task Follow(this TestApp app, Caller who, string thing, Cadence cadence = Cadence.AtOnce) =>
        Assert.False((await app.Send(new FollowThing(thing, cadence), who)).Refused);

    public static Task Tell(this TestApp app) => app.Services.GetRequiredService<NoticeTeller>().TellDue(CancellationToken.None);

    public static async Task<IReadOnlyList<NoticeRow>> Notices(this TestApp app, Caller who) => (await app.Send(new ListNotices(Limit: 100), who)).Value.Items;

    /// <summary>Mail queued for them, the oldest first.</summary>
    public static async Task<IReadOnlyList<WaitingLetter>> Mail(this TestApp app, Caller who) =>
        await app.Letters((await app.OwnerOf(who.UserId!)).Email);

    public static async Task<string> Space(this TestApp app)
    {
        var slug = $"s-{Guid.NewGuid():N}";
        Assert.False((await app.Send(new SaveSpace { Slug = slug, Title = "川と町", Key = slug }, TestApp.Staff)).Refused);
        return slug;
    }

    /// <summary>A call that opens the day after tomorrow and is open for a fortnight, in the time of the test's clock.</summary>
    public static Task<string> AnnounceAhead(this TestApp app, string? space = null)
    {
        var today = Domain.Time.JapanTime.DayOf(app.Clock.Now, Domain.Time.JapanTime.Zone);
        return app.Announce(a => a with
        {
            Opens = $"{today.AddDays(2):yyyy-MM-dd}", Closes = $"{today.AddDays(15):yyyy-MM-dd}", Space = space, ShorteningReason = "試し",
        });
    }

    public static Task Publish(this TestApp app, string slug) => app.With(async db =>
    {
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == slug);
        app.Clock.Now = consultation.Closes.AddHours(1) > app.Clock.Now ? consultation.Closes.AddHours(1) : app.Clock.Now;
        Assert.False(consultation.BeginAnswering(app.Clock.Now).Refused);
        Assert.False(consultation.Publish(app.Clock.Now).Refused);
        return await db.SaveChangesAsync();
    });
}
