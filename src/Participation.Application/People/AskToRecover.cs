using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>パスワードを忘れた: a mail goes out, to an unknown address too, and only there it says which it is.</summary>
[Audience(Audience.Public)]
public sealed record AskToRecover(string Email) : IRequest<Outcome<Done>>;

sealed class AskToRecoverValidator : AbstractValidator<AskToRecover>
{
    public AskToRecoverValidator() => RuleFor(a => a.Email).IsAddress();
}

sealed class AskToRecoverHandler(AppDbContext db, UserManager<User> users, AccountSeal accounts, RegistrationTickets tickets, AccountPost post)
    : IRequestHandler<AskToRecover, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskToRecover ask, CancellationToken ct)
    {
        if (!post.KnowsTheSite) return AccountRefusals.NoAddress;
        var email = ask.Email.Trim();
        if (await users.FindByEmailAsync(email) is { } user)
        {
            var token = Uri.EscapeDataString(await users.GeneratePasswordResetTokenAsync(user));
            if (accounts.Open(user) is { Unreadable: false } owner) await post.QueueAsked("recover", owner.Email, ct, $"/account/recover/finish?id={user.Id}&token={token}");
        }
        else
        {
            // Takes as long as opening an address and making a token.
            tickets.Read(tickets.Issue(email));
            await post.QueueAsked("no-account", email, ct, "/account/register");
        }
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
