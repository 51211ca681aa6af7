using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>One account with every role it holds or ever held.</summary>
[Audience(Audience.Administrator)]
public sealed record GetPerson(string Id) : IRequest<Outcome<PersonView>>;

/// <summary>What the caller may do, and why.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetMyRights : IRequest<Outcome<PersonView>>;

public sealed record PersonView(string Id, string Name, string Email, bool Confirmed, IReadOnlyList<GrantView> Grants, HolderState? Holder, DateTimeOffset? MailReturnedAt = null);

/// <summary>How the public sees the person, or saw them.</summary>
public sealed record HolderState(string Slug, string Name, string Title, bool Hidden);

sealed class GetPersonHandler(AppDbContext db, AccountSeal accounts, TimeProvider clock, Caller caller)
    : IRequestHandler<GetPerson, Outcome<PersonView>>, IRequestHandler<GetMyRights, Outcome<PersonView>>
{
    public Task<Outcome<PersonView>> Handle(GetPerson ask, CancellationToken ct) => Read(ask.Id, ct);

    public Task<Outcome<PersonView>> Handle(GetMyRights ask, CancellationToken ct) => Read(caller.UserId!, ct);

    async Task<Outcome<PersonView>> Read(string id, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        if (user is null) return Refusal.NotFound;
        var grants = await db.GrantsOf(accounts, [id], clock.GetUtcNow(), ct);
        var owner = accounts.Open(user);
        return new PersonView(user.Id, owner.Name, owner.Email, user.EmailConfirmed, [.. grants[id]],
            await db.OfficeHolders.AsNoTracking().Where(h => h.UserId == id).Select(h => new HolderState(h.Slug, h.Name, h.Title, h.HiddenAt != null)).SingleOrDefaultAsync(ct),
            user.MailReturnedAt);
    }
}
