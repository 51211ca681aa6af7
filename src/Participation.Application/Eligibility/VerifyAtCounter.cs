using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;

namespace Participation.Application.Eligibility;

/// <summary>窓口での確認: staff have seen who somebody is. What they saw is not kept.</summary>
/// <param name="Email">The account's address, as the person says it.</param>
[Audience(Audience.Staff)]
public sealed record VerifyAtCounter(string Email, string? Name, DateOnly? Born) : IRequest<Outcome<Done>>;

sealed class VerifyAtCounterValidator : AbstractValidator<VerifyAtCounter>
{
    public VerifyAtCounterValidator(TimeProvider clock)
    {
        RuleFor(a => a.Email).IsAddress();
        this.AreFacts(a => a.Name, a => a.Born, clock);
    }
}

sealed class VerifyAtCounterHandler(AppDbContext db, AccountSeal accounts, Verifications verifications) : IRequestHandler<VerifyAtCounter, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(VerifyAtCounter ask, CancellationToken ct)
    {
        var keys = await accounts.KeysOf(ask.Email.Trim(), ct);
        var userId = await db.Users.Where(u => keys.Contains(u.NormalizedEmail) && u.EmailConfirmed).Select(u => u.Id).SingleOrDefaultAsync(ct);
        if (userId is null) return Refusal.Invalid("email", "account-unknown");
        var given = await verifications.Give(new PersonalFacts(ask.Name!, ask.Born!.Value), userId, Verifier.Counter, ct);
        if (given.Refused) return given.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
