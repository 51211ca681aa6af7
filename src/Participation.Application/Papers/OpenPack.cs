using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>Opens a pack by its link, to read; each opening is written down.</summary>
[Audience(Audience.Public)]
public sealed record OpenPack(Guid Id, string? Secret) : IRequest<Outcome<PackView>>;

/// <param name="Slug">Where the result is, once it is public.</param>
public sealed record PackView(string Slug, PackKind Kind, string Name, DateTimeOffset MadeAt, DateTimeOffset OpensAt, string Hash, PackContents? Contents, string? Shut);

sealed class OpenPackHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<OpenPack, Outcome<PackView>>
{
    public async Task<Outcome<PackView>> Handle(OpenPack ask, CancellationToken ct)
    {
        var hash = PackSecrets.Hash(ask.Secret);
        var pack = await db.Set<CouncilPack>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == ask.Id && p.SecretHash == hash, ct);
        if (pack is null) return Refusal.NotFound;
        var consultation = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == pack.ConsultationId, ct);
        var now = clock.GetUtcNow();
        // Whoever holds the link is told why it is shut; what it is about they don't see.
        if (pack.Shut(consultation, now) is { } shut) return new PackView(consultation.Slug, pack.Kind, pack.Name, pack.MadeAt, pack.OpensAt, pack.Hash, null, shut.Code);
        db.Add(new PackOpening(pack.Id, now));
        await db.SaveChangesAsync(ct);
        return new PackView(consultation.Slug, pack.Kind, pack.Name, pack.MadeAt, pack.OpensAt, pack.Hash, PackContents.Read(pack.Contents), null);
    }
}
