using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>登録する, the second half: by whoever got the mail. The address is thereby confirmed.</summary>
[Audience(Audience.Public)]
public sealed record Register(string? Ticket, string Name, string Password) : IRequest<Outcome<AccountId>>;

/// <summary>An account, as others refer to it.</summary>
public sealed record AccountId(string Value);

sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        RuleFor(r => r.Name).IsName();
        RuleFor(r => r.Password).IsPassword();
    }
}

sealed class RegisterHandler(AppDbContext db, UserManager<User> users, AccountSeal accounts, RegistrationTickets tickets, TimeProvider clock)
    : IRequestHandler<Register, Outcome<AccountId>>
{
    public async Task<Outcome<AccountId>> Handle(Register ask, CancellationToken ct)
    {
        if (tickets.Read(ask.Ticket) is not { } email) return AccountRefusals.LinkOver;
        var user = await accounts.New(ask.Name.Trim(), email, ct);
        user.EmailConfirmed = true;
        if ((await users.CreateAsync(user, ask.Password)).RefusalOf() is { } refused) return refused;
        db.Add(user.DeedOf(AccountDeedKind.Registered, clock));
        await db.SaveChangesAsync(ct);
        return new AccountId(user.Id);
    }
}
