using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>The account itself, and how it was entered.</summary>
sealed class KeptAccount(AppDbContext db, UserManager<User> users, AccountSeal accounts) : IKept
{
    public string Name => "account";

    public IReadOnlyList<Type> Of =>
    [
        typeof(User), typeof(AccountDeed), typeof(IdentityUserPasskey<string>), typeof(IdentityUserToken<string>), typeof(IdentityUserClaim<string>),
        typeof(IdentityUserLogin<string>), typeof(IdentityUserRole<string>),
    ];

    public async Task<object> Read(User person, CancellationToken ct) => new Account(
        person.Id, accounts.Open(person).Name, accounts.Open(person).Email, person.EmailConfirmed, person.MailReturnedAt, person.TwoFactorEnabled,
        [.. (await users.GetPasskeysAsync(person)).OrderBy(p => p.CreatedAt).Select(p => new Passkey(p.Name, p.CreatedAt))],
        await db.AccountDeeds.AsNoTracking().Where(d => d.UserId == person.Id).OrderBy(d => d.Id).Select(d => new Deed(d.Kind, d.At)).ToListAsync(ct));

    sealed record Account(string Id, string Name, string Email, bool EmailConfirmed, DateTimeOffset? MailReturnedAt, bool SecondStep, IReadOnlyList<Passkey> Passkeys, IReadOnlyList<Deed> Log);

    sealed record Passkey(string? Name, DateTimeOffset AddedAt);

    sealed record Deed(AccountDeedKind What, DateTimeOffset At);
}
