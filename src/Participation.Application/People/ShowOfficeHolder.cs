using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>公職にある人として公開する: an administrator's to decide, for one person, who must be a council member.</summary>
/// <param name="Slug">Counts the first time; the page keeps its address.</param>
[Audience(Audience.Administrator)]
public sealed record ShowOfficeHolder(string UserId, string? Slug, string? Name, string? Title) : IRequest<Outcome<Done>>;

/// <summary>公開をやめる; showing the person again undoes it.</summary>
[Audience(Audience.Administrator)]
public sealed record HideOfficeHolder(string UserId) : IRequest<Outcome<Done>>;

sealed class ShowOfficeHolderHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ShowOfficeHolder, Outcome<Done>>, IRequestHandler<HideOfficeHolder, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ShowOfficeHolder ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var member = await db.RoleGrants.AnyAsync(g => g.UserId == ask.UserId && g.Role == Roles.Council && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now), ct);
        if (!member) return Refusal.Conflict("holder-no-member");
        var (slug, name, title) = (ask.Slug?.Trim() ?? "", ask.Name ?? "", ask.Title ?? "");
        if (await db.OfficeHolders.SingleOrDefaultAsync(h => h.UserId == ask.UserId, ct) is { } known)
        {
            if (known.Show(name, title, now) is { Refused: true } refused) return refused;
        }
        else
        {
            var shown = OfficeHolder.Show(ask.UserId, slug, name, title, now);
            if (shown.Refused) return shown.Why;
            if (await db.OfficeHolders.AnyAsync(h => h.Slug == slug, ct)) return Refusal.Invalid("slug", "slug-taken");
            db.Add(shown.Value);
        }
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> Handle(HideOfficeHolder ask, CancellationToken ct)
    {
        var holder = await db.OfficeHolders.SingleOrDefaultAsync(h => h.UserId == ask.UserId, ct);
        if (holder is null) return Refusal.NotFound;
        var hidden = holder.Hide(clock.GetUtcNow());
        if (hidden.Refused) return hidden;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
