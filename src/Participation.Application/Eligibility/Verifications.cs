using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;

namespace Participation.Application.Eligibility;

/// <summary>Gives an account the standing that somebody proved; to be saved with what proved it.</summary>
public sealed class Verifications(AppDbContext db, PersonKeys keys, EligibilityOptions options, TimeProvider clock)
{
    public async Task<Outcome<Verification>> Give(byte[] person, string userId, Verifier by, CancellationToken ct)
    {
        var known = await db.Verifications.SingleOrDefaultAsync(v => v.Person == person, ct);
        var given = Verification.Give(known, person, userId, by, options.Months, clock.GetUtcNow());
        if (!given.Refused && known is null) db.Add(given.Value);
        return given;
    }

    public async Task<Outcome<Verification>> Give(PersonalFacts facts, string userId, Verifier by, CancellationToken ct) =>
        await Give(await keys.PersonOf(facts, ct), userId, by, ct);
}

/// <summary>The shape of what people say of themselves.</summary>
static class FactsRules
{
    public static readonly DateOnly FirstBorn = new(1900, 1, 1);

    public static void AreFacts<T>(this AbstractValidator<T> rules, Func<T, string?> name, Func<T, DateOnly?> born, TimeProvider clock)
    {
        rules.RuleFor(a => name(a)).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required")
            .MaximumLength(PersonalFacts.NameAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { PersonalFacts.NameAtMost })
            .OverridePropertyName("name");
        rules.RuleFor(a => born(a)).Cascade(CascadeMode.Stop).NotNull().WithErrorCode("required")
            .Must(day => day >= FirstBorn && day <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).WithErrorCode("born-unlikely")
            .OverridePropertyName("born");
    }
}
