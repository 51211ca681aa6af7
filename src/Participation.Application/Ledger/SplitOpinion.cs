using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>意見を分ける: a stretch of an original as an opinion of its own, with its own place in the plan.</summary>
/// <param name="Words">The stretch as it stands in the original, where <paramref name="Stretch"/> is null.</param>
/// <param name="Version">Of the opinion that was being looked at.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SplitOpinion(string Slug, string Receipt, Guid Opinion, TextStretch? Stretch, string? Words, string? Anchor, int Version)
    : IRequest<Outcome<Done>>;

/// <summary>分けた意見を元に戻す.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record UndoSplit(string Slug, string Receipt, Guid Opinion, int Version) : IRequest<Outcome<Done>>;

sealed class SplitOpinionHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller) : IRequestHandler<SplitOpinion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SplitOpinion ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        var (submission, consultation, plan) = row.Value;
        if (ask.Anchor is { } anchor && !plan.Knows(anchor)) return Refusal.Invalid("anchor", "anchor-unknown");
        if (submission.Opinions.FirstOrDefault(o => o.Id == ask.Opinion) is not { } original) return Refusal.NotFound;
        if ((ask.Stretch ?? TextStretches.Of(ask.Words, original.Text)) is not { } stretch) return Refusal.Invalid("stretch", "stretch-empty");
        var split = submission.SplitOff(ask.Opinion, stretch, (ask.Anchor, plan.SectionOf(ask.Anchor)), ask.Version, consultation, caller.ActorId, clock.GetUtcNow());
        if (split.Refused) return split.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

sealed class UndoSplitHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller) : IRequestHandler<UndoSplit, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UndoSplit ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        var undone = row.Value.Submission.UndoSplit(ask.Opinion, ask.Version, row.Value.Consultation, caller.ActorId, clock.GetUtcNow());
        if (!undone.Refused) await db.SaveChangesAsync(ct);
        return undone;
    }
}
