using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Eligibility;

/// <summary>Asks for a letter with a code.</summary>
[Audience(Audience.SignedIn)]
public sealed record AskForCode(string? Name, DateOnly? Born, string? Address) : IRequest<Outcome<Done>>;

/// <summary>What staff print on a letter.</summary>
public sealed record PrintedLetter(string Name, string Address, string Code);

sealed class AskForCodeValidator : AbstractValidator<AskForCode>
{
    const int AddressAtMost = 200;

    public AskForCodeValidator(TimeProvider clock)
    {
        this.AreFacts(a => a.Name, a => a.Born, clock);
        RuleFor(a => a.Address).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required")
            .MaximumLength(AddressAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { AddressAtMost });
    }
}

sealed class AskForCodeHandler(AppDbContext db, PersonKeys keys, SignInPaces paces, Caller caller, TimeProvider clock) : IRequestHandler<AskForCode, Outcome<Done>>
{
    /// <summary>No vowels, nothing that looks like something else: it is typed from paper.</summary>
    const string Alphabet = "23456789CDFGHJKMNPQRTVWXYZ";

    public async Task<Outcome<Done>> Handle(AskForCode ask, CancellationToken ct)
    {
        var (userId, now) = (caller.UserId!, clock.GetUtcNow());
        var open = await db.PostedCodes.Where(c => c.UserId == userId && c.UsedAt == null).ToListAsync(ct);
        if (open.Any(c => c.WaitsAt(now))) return Refusal.Conflict("letter-waits");
        // A letter costs the city money.
        if (paces.Begin($"letter {userId}", free: 2) is { Ticks: > 0 } wait) return AccountRefusals.TryLater(wait);
        var facts = new PersonalFacts(ask.Name!, ask.Born!.Value);
        var code = RandomNumberGenerator.GetString(Alphabet, 10);
        var letter = System.Text.Json.JsonSerializer.Serialize(new PrintedLetter(ask.Name!.Trim(), ask.Address!.Trim(), $"{code[..5]}-{code[5..]}"));
        db.Add(new PostedCode(userId, await keys.PersonOf(facts, ct), await keys.CodeOf(userId, code, ct), keys.Seal(letter), now));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
