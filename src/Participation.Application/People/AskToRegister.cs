using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>登録する, the first half: a mail goes out. Whether the address is known is said there, to whoever reads it, and nowhere else.</summary>
[Audience(Audience.Public)]
public sealed record AskToRegister(string Email) : IRequest<Outcome<Done>>;

sealed class AskToRegisterValidator : AbstractValidator<AskToRegister>
{
    public AskToRegisterValidator() => RuleFor(a => a.Email).IsAddress();
}

sealed class AskToRegisterHandler(AppDbContext db, UserManager<User> users, RegistrationTickets tickets, AccountPost post)
    : IRequestHandler<AskToRegister, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskToRegister ask, CancellationToken ct)
    {
        if (!post.KnowsTheSite) return AccountRefusals.NoAddress;
        var email = ask.Email.Trim();
        // Made for both, so that both take as long.
        var ticket = tickets.Issue(email);
        if (await users.FindByEmailAsync(email) is null)
            await post.QueueAsked("register", email, ct, $"/account/register/finish?ticket={ticket}");
        else
            await post.QueueAsked("registered", email, ct, "/account/sign-in", "/account/recover");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
