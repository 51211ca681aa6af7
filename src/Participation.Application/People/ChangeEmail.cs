using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>メールアドレスを変える, the second half, by the link in the mail. The old address is told.</summary>
[Audience(Audience.Public)]
public sealed record ChangeEmail(string? Id, string? Email, string? Token) : IRequest<Outcome<AccountId>>;

sealed class ChangeEmailHandler(AppDbContext db, UserManager<User> users, AccountSeal accounts, AccountPost post, TimeProvider clock) : IRequestHandler<ChangeEmail, Outcome<AccountId>>
{
    public async Task<Outcome<AccountId>> Handle(ChangeEmail ask, CancellationToken ct)
    {
        if (ask is not { Id: { } id, Email: { Length: > 0 } email, Token: { } token } || await users.FindByIdAsync(id) is not { } user) return AccountRefusals.LinkOver;
        var before = accounts.Open(user);
        if (before.Unreadable) return AccountRefusals.KeyGone;
        if ((await users.ChangeEmailAsync(user, email, token)).RefusalOf() is { } refused) return refused;
        user.MailReturnedAt = null;
        db.Add(user.DeedOf(AccountDeedKind.EmailChanged, clock));
        await post.QueueTold("email-changed", before.Email, ct, "/");
        await db.SaveChangesAsync(ct);
        return new AccountId(user.Id);
    }
}
