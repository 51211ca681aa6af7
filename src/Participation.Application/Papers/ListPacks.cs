using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>What was put before the council and committees, with every opening of it.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListPacks(string Slug) : IRequest<Outcome<PacksView>>;

public sealed record PacksView(IReadOnlyList<PackLine> Items);

/// <param name="Unchanged">Its words still have the hash that they were put before their readers with.</param>
public sealed record PackLine(
    Guid Id, PackKind Kind, string Name, DateTimeOffset MadeAt, DateTimeOffset OpensAt, DateTimeOffset? WithdrawnAt, string Hash, bool Unchanged, int Openings, DateTimeOffset? LastOpened);

/// <summary>取り下げる: its link opens nothing from then on.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record WithdrawPack(string Slug, Guid Id) : IRequest<Outcome<Done>>;

sealed class PacksHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<ListPacks, Outcome<PacksView>>, IRequestHandler<WithdrawPack, Outcome<Done>>
{
    const int AtMost = 50;

    public async Task<Outcome<PacksView>> Handle(ListPacks ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var packs = await db.Set<CouncilPack>().AsNoTracking().Where(p => p.ConsultationId == id).OrderByDescending(p => p.Id).Take(AtMost).ToListAsync(ct);
        var ids = packs.Select(p => p.Id).ToList();
        var openings = await db.Set<PackOpening>().AsNoTracking().Where(o => ids.Contains(o.PackId)).GroupBy(o => o.PackId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(o => o.At) }).ToDictionaryAsync(g => g.Key, ct);
        return new PacksView([.. packs.Select(p => new PackLine(
            p.Id, p.Kind, p.Name, p.MadeAt, p.OpensAt, p.WithdrawnAt, p.Hash, p.Unchanged, openings.GetValueOrDefault(p.Id)?.Count ?? 0, openings.GetValueOrDefault(p.Id)?.Last))]);
    }

    public async Task<Outcome<Done>> Handle(WithdrawPack ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var pack = await db.Set<CouncilPack>().SingleOrDefaultAsync(p => p.Id == ask.Id && p.ConsultationId == id, ct);
        if (pack is null) return Refusal.NotFound;
        var withdrawn = pack.Withdraw(desk.Actor, desk.Now);
        if (withdrawn.Refused) return withdrawn.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
