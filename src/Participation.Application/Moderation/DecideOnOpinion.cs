using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Moderation;

public enum Verdict
{
    Hide,
    Keep,
    /// <summary>Takes the caller's own last decision on it back.</summary>
    Undo,
    /// <summary>Grants the author's appeal.</summary>
    Restore,
    /// <summary>Turns the appeal down.</summary>
    Confirm,
}

/// <summary>A moderator's decision on an opinion.</summary>
/// <param name="Why">The reason that is shown in its place, when it is hidden.</param>
/// <param name="Version">Of the case that was being looked at; 0 where there was none.</param>
[Audience(Audience.Moderator)]
public sealed record DecideOnOpinion(Guid Opinion, Verdict Verdict, Withheld? Why = null, int? Version = null) : IRequest<Outcome<Done>>;

sealed class DecideOnOpinionHandler(AppDbContext db, AuthorLetters letters, TimeProvider clock, Caller caller)
    : IRequestHandler<DecideOnOpinion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideOnOpinion ask, CancellationToken ct)
    {
        var opinion = await db.Opinions.Counted().SingleOrDefaultAsync(o => o.Id == ask.Opinion, ct);
        if (opinion is null) return Refusal.NotFound;
        var slug = await db.Consultations.Where(c => c.Id == opinion.ConsultationId).Select(c => c.Slug).SingleAsync(ct);
        var now = clock.GetUtcNow();
        var moderated = await db.CaseOf(opinion, Domain.Live.Streams.Consultation(slug), now, ct);
        if (ask.Version is { } seen && seen != moderated.Version) return Refusal.ChangedMeanwhile;
        var decided = ask.Verdict switch
        {
            Verdict.Hide => moderated.Hide(opinion, ask.Why ?? Withheld.Held, caller.ActorId),
            Verdict.Keep => moderated.Keep(opinion, caller.ActorId),
            Verdict.Undo => moderated.Undo(opinion, caller.ActorId, now),
            _ => moderated.DecideAppeal(opinion, ask.Verdict is Verdict.Restore, caller.ActorId),
        };
        if (decided.Refused) return decided;
        await letters.Tell(opinion, moderated.State, ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
