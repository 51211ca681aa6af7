using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>メールアドレスを変える, the first half: a mail to the new address. Whether that one is taken is said there alone.</summary>
[Audience(Audience.SignedIn)]
public sealed record AskToChangeEmail(string? Current, string Email) : IRequest<Outcome<Done>>;

sealed class AskToChangeEmailValidator : AbstractValidator<AskToChangeEmail>
{
    public AskToChangeEmailValidator() => RuleFor(a => a.Email).IsAddress();
}

sealed class AskToChangeEmailHandler(AppDbContext db, OwnAccount own, UserManager<User> users, AccountPost post)
    : IRequestHandler<AskToChangeEmail, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskToChangeEmail ask, CancellationToken ct)
    {
        if (!post.KnowsTheSite) return AccountRefusals.NoAddress;
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        var email = ask.Email.Trim();
        var token = Uri.EscapeDataString(await users.GenerateChangeEmailTokenAsync(found.Value, email));
        if (await users.FindByEmailAsync(email) is null)
            await post.QueueAsked("change-email", email, ct, $"/account/email/finish?id={found.Value.Id}&email={Uri.EscapeDataString(email)}&token={token}");
        else
            await post.QueueAsked("email-taken", email, ct, "/account/sign-in");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
