using FluentValidation;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>名前を変える.</summary>
[Audience(Audience.SignedIn)]
public sealed record ChangeName(string Name) : IRequest<Outcome<Done>>;

sealed class ChangeNameValidator : AbstractValidator<ChangeName>
{
    public ChangeNameValidator() => RuleFor(c => c.Name).IsName();
}

sealed class ChangeNameHandler(AppDbContext db, OwnAccount own, AccountSeal accounts) : IRequestHandler<ChangeName, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeName ask, CancellationToken ct)
    {
        if (await own.Find(ct) is not { } user) return Refusal.NotFound;
        var owner = accounts.Open(user);
        if (owner.Unreadable) return AccountRefusals.KeyGone;
        await accounts.Keep(user, owner with { Name = ask.Name.Trim() }, ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
