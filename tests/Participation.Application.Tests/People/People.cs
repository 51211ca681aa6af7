using System.Collections.Specialized;
using System.Text.RegularExpressions;
using System.Web;
using Participation.Application.People;
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
        await app.Post(email);
        return email;
    }

    /// <summary>Somebody who has signed in.</summary>
    public static async Task<Caller> SignedIn(this TestApp app, string? email = null)
    {
        email = await app.Account(email);
        var id = await app.Services.AccountOf(email);
        return new Caller { ActorId = id, UserId = id };
    }

    /// <summary>What the letter's first link carries.</summary>
    public static NameValueCollection Link(this WaitingLetter letter) => HttpUtility.ParseQueryString(new Uri(Address().Match(letter.Body).Value).Query);

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Address();
}
