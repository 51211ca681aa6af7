using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>公職にある人のページ: name, office and seats; nothing of the account.</summary>
[Audience(Audience.Public)]
public sealed record GetOfficeHolder(string Slug) : IRequest<Outcome<HolderView>>;

/// <summary>Whom the city shows, in the order they were first shown.</summary>
/// <param name="After">The sequence of the last one seen.</param>
[Audience(Audience.Public)]
public sealed record ListOfficeHolders(long After = 0, int Limit = 50) : IRequest<Outcome<Page<HolderRow>>>;

/// <param name="Seats">Where they sit and sat as a council or committee member, the latest first.</param>
public sealed record HolderView(string Slug, string Name, string Title, IReadOnlyList<SeatView> Seats);

/// <param name="Space">Null for the whole city: the assembly.</param>
/// <param name="Until">When it ends or ended; null while nobody has said.</param>
public sealed record SeatView(string? Space, string? SpaceTitle, DateTimeOffset From, DateTimeOffset? Until, bool Now);

public sealed record HolderRow(long Sequence, string Slug, string Name, string Title);

sealed class GetOfficeHolderHandler(AppDbContext db, AccountSeal accounts, TimeProvider clock)
    : IRequestHandler<GetOfficeHolder, Outcome<HolderView>>, IRequestHandler<ListOfficeHolders, Outcome<Page<HolderRow>>>
{
    public async Task<Outcome<HolderView>> Handle(GetOfficeHolder ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var holder = await db.OfficeHolders.AsNoTracking().Shown(db, now).SingleOrDefaultAsync(h => h.Slug == ask.Slug, ct);
        if (holder is null) return Refusal.NotFound;
        // What begins later is not public yet.
        var seats = await db.GrantsOf(accounts, [holder.UserId], now, ct);
        return new HolderView(holder.Slug, holder.Name, holder.Title,
            [.. seats[holder.UserId].Where(g => g.Role is Roles.Council && g.From <= now)
                .Select(g => new SeatView(g.Space, g.SpaceTitle, g.From, g.TakenAt ?? g.Until, g.State is GrantState.Holds))]);
    }

    public async Task<Outcome<Page<HolderRow>>> Handle(ListOfficeHolders ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var found = await db.OfficeHolders.AsNoTracking().Shown(db, clock.GetUtcNow()).Where(h => h.Id > ask.After).OrderBy(h => h.Id).Take(limit + 1)
            .Select(h => new HolderRow(h.Id, h.Slug, h.Name, h.Title)).ToListAsync(ct);
        return Page.Of(found, limit, h => h.Sequence);
    }
}
