using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>パスワードを変える. Every other window is signed out.</summary>
[Audience(Audience.SignedIn)]
public sealed record ChangePassword(string? Current, string Password) : IRequest<Outcome<Done>>;

sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator() => RuleFor(c => c.Password).IsPassword();
}

sealed class ChangePasswordHandler(AppDbContext db, OwnAccount own, UserManager<User> users, AccountPost post, TimeProvider clock)
    : IRequestHandler<ChangePassword, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangePassword ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        if ((await users.ChangePasswordAsync(found.Value, ask.Current!, ask.Password)).RefusalOf() is { } refused) return refused;
        db.Add(found.Value.DeedOf(AccountDeedKind.PasswordChanged, clock));
        await post.QueueTold("password-changed", found.Value, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
