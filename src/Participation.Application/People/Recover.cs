using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>パスワードを決め直す, by the link in the mail. Whoever was signed in is signed out; a second step stays asked for.</summary>
[Audience(Audience.Public)]
public sealed record Recover(string? Id, string? Token, string Password) : IRequest<Outcome<AccountId>>;

sealed class RecoverValidator : AbstractValidator<Recover>
{
    public RecoverValidator() => RuleFor(r => r.Password).IsPassword();
}

sealed class RecoverHandler(AppDbContext db, UserManager<User> users, AccountPost post, TimeProvider clock) : IRequestHandler<Recover, Outcome<AccountId>>
{
    public async Task<Outcome<AccountId>> Handle(Recover ask, CancellationToken ct)
    {
        if (ask.Id is null || ask.Token is null || await users.FindByIdAsync(ask.Id) is not { } user) return AccountRefusals.LinkOver;
        if ((await users.ResetPasswordAsync(user, ask.Token, ask.Password)).RefusalOf() is { } refused) return refused;
        // Whoever was invited proves their address here.
        user.EmailConfirmed = true;
        user.MailReturnedAt = null;
        db.Add(user.DeedOf(AccountDeedKind.Recovered, clock));
        await post.QueueTold("password-changed", user, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        return new AccountId(user.Id);
    }
}
