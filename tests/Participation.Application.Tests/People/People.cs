using System.Collections.Specialized;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

/// <summary>Accounts for tests, made as people make them.</summary>
static partial class People
{
    public const string Password = "kawa to machi 2026";

    public static string NewAddress() => $"{Guid.NewGuid():N}@example.jp";

    /// <summary>Registers somebody; their mail is gone by then.</summary>
    public static async Task<string> Account(this TestApp app, string? email = null)
    {
        email ??= NewAddress();
        await app.Send(new AskToRegister(email));
        var ticket = (await app.Letters(email)).Single().Link()["ticket"];
        Assert.False((await app.Send(new Register(ticket, "大槌 はるか", Password))).Refused);
        await app.With(async db =>
        {
            db.OutgoingMails.RemoveRange(await db.OutgoingMails.Where(m => m.To == email).ToListAsync());
            return await db.SaveChangesAsync();
        });
        return email;
    }

    /// <summary>Somebody who has signed in.</summary>
    public static async Task<Caller> SignedIn(this TestApp app, string? email = null)
    {
        email = await app.Account(email);
        var id = await app.With(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
        return new Caller { ActorId = id, UserId = id };
    }

    public static async Task<IReadOnlyList<OutgoingMail>> Letters(this TestApp app, string email) =>
        await app.With(db => db.OutgoingMails.AsNoTracking().Where(m => m.To == email).OrderBy(m => m.QueuedAt).ToListAsync());

    /// <summary>What the letter's first link carries.</summary>
    public static NameValueCollection Link(this OutgoingMail letter) => HttpUtility.ParseQueryString(new Uri(Address().Match(letter.Body).Value).Query);

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Address();
}
