using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>役割を与える: to one account, with a reason.</summary>
[Audience(Audience.Administrator)]
public sealed record GiveRole(string UserId, RoleTerms Terms) : IRequest<Outcome<Guid>>;

sealed class GiveRoleValidator : AbstractValidator<GiveRole>
{
    public GiveRoleValidator()
    {
        RuleFor(g => g.Terms.Reason).MaximumLength(RoleGrant.ReasonAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { RoleGrant.ReasonAtMost });
    }
}

sealed class GiveRoleHandler(AppDbContext db, Rights rights, TimeProvider clock, Caller caller) : IRequestHandler<GiveRole, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(GiveRole ask, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(u => u.Id == ask.UserId, ct)) return Refusal.NotFound;
        var terms = ask.Terms;
        if (terms.Space is { } space && !await db.Spaces.AnyAsync(s => s.Slug == space, ct)) return Refusal.Invalid("space", "space-unknown");
        if (terms.OfficeId is { } office && !await db.Offices.AnyAsync(o => o.Id == office && o.ClosedAt == null, ct))
            return Refusal.Invalid("office", "office-unknown");
        var now = clock.GetUtcNow();
        var given = RoleGrant.Give(ask.UserId, terms, caller, now);
        if (given.Refused) return given.Why;
        // The same role in the same place twice could not be taken by taking one.
        if (await db.RoleGrants.AnyAsync(g => g.UserId == ask.UserId && g.Role == terms.Role && g.Space == terms.Space && g.OfficeId == terms.OfficeId
                && g.TakenAt == null && (g.Until == null || g.Until > now), ct))
            return Refusal.Conflict("role-held");
        db.RoleGrants.Add(given.Value);
        await db.SaveChangesAsync(ct);
        rights.Forget(ask.UserId);
        return given.Value.Id;
    }
}
