using MediatR;
using Participation.Application.Answering;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>議会・審議会へ示す資料を固定する: a fixed edition of the answers as they stand, and a link that opens it from an hour on.</summary>
/// <param name="Name">Whom it is put before, and when.</param>
/// <param name="OpensAt">Null for at once.</param>
[Audience(Audience.SpaceStaff)]
public sealed record MakePack(string Slug, PackKind Kind, string? Name, DateTimeOffset? OpensAt = null) : IRequest<Outcome<PackMade>>;

/// <param name="Secret">Of the link; told once.</param>
public sealed record PackMade(Guid Id, string Secret, string Hash);

sealed class MakePackHandler(AppDbContext db, AnswerDesk desk, PaperSource source) : IRequestHandler<MakePack, Outcome<PackMade>>
{
    public async Task<Outcome<PackMade>> Handle(MakePack ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        var found = await source.Of(entered.Value, ct);
        if (found.Refused) return found.Why;
        var data = found.Value;
        var contents = new PackContents(
            consultation.Title, consultation.Office, consultation.Opens, consultation.Closes, data.Counts.Submitters, data.Counts.Opinions, data.Counts.Late, data.Counts.OutOfScope,
            entered.Value.Plan.Version, data.Reflections, await source.All(data, ct).ToListAsync(ct), data.Revisions);
        var secret = PackSecrets.New();
        var pack = CouncilPack.Make(consultation, ask.Kind, ask.Name, ask.OpensAt, contents.Write(), PackSecrets.Hash(secret), desk.Actor, desk.Now);
        if (pack.Refused) return pack.Why;
        db.Add(pack.Value);
        await db.SaveChangesAsync(ct);
        return new PackMade(pack.Value.Id, secret, pack.Value.Hash);
    }
}
