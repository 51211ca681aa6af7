using MediatR;
using Participation.Application.Answering;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>
/// 個人情報を伏せる in what is shown; the original stays. No stretch shows it all again. Once the result is published, what is newly hidden
/// is hidden in it as well, in the same commit.
/// </summary>
/// <param name="Stretches">All that is to be hidden from now on, what is hidden already too.</param>
/// <param name="Words">Hidden wherever they stand, besides.</param>
/// <param name="Version">Of the opinion that was being looked at.</param>
/// <param name="Quote">The quote is hidden too, though nothing else is.</param>
/// <param name="Why">Needed once the result is published.</param>
/// <param name="InResult">Whether the same words are hidden in what was published.</param>
[Audience(Audience.SpaceStaff)]
public sealed record MaskOpinion(
    string Slug, string Receipt, Guid Opinion, IReadOnlyList<TextStretch> Stretches, string? Words, int Version, bool Quote = false, string? Why = null, bool InResult = true)
    : IRequest<Outcome<Done>>;

/// <summary>対象外にする with a reason, or back in without one.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ScopeOpinion(string Slug, string Receipt, Guid Opinion, bool Outside, string? Why, int Version) : IRequest<Outcome<Done>>;

sealed class MaskOpinionHandler(AppDbContext db, DeskRows rows, ResultMasks result, TimeProvider clock, Caller caller) : IRequestHandler<MaskOpinion, Outcome<Done>>
{
    const int StretchesAtMost = 500;

    public async Task<Outcome<Done>> Handle(MaskOpinion ask, CancellationToken ct)
    {
        if (ask.Stretches.Count > StretchesAtMost) return Refusal.Invalid("stretch", "list-too-long");
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        if (row.Value.Submission.Opinions.FirstOrDefault(o => o.Id == ask.Opinion) is not { } opinion) return Refusal.NotFound;
        var named = string.IsNullOrWhiteSpace(ask.Words) ? [] : TextStretches.AllOf(ask.Words.Trim(), opinion.Text);
        if (named.Count is 0 && !string.IsNullOrWhiteSpace(ask.Words)) return Refusal.Invalid("words", "stretch-empty");
        var (before, consultation, now) = (opinion.Masked, row.Value.Consultation, clock.GetUtcNow());
        var masked = row.Value.Submission.Mask(ask.Opinion, [.. ask.Stretches, .. named], ask.Version, consultation, caller.ActorId, now, ask.Quote, ask.Why);
        if (masked.Refused) return masked;
        if (ask.InResult && consultation.PublishedAt is not null)
        {
            var hidden = await result.Hide(consultation, [.. opinion.Masked.Where(m => !before.Contains(m)).Select(m => m.In(opinion.Text))], ask.Why, ct);
            if (hidden.Refused) return hidden.Why;
        }
        await db.SaveChangesAsync(ct);
        return masked;
    }
}

sealed class ScopeOpinionHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller) : IRequestHandler<ScopeOpinion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ScopeOpinion ask, CancellationToken ct)
    {
        if (ask.Outside && string.IsNullOrWhiteSpace(ask.Why)) return Refusal.Invalid("why", "required");
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        var scoped = row.Value.Submission.Scope(ask.Opinion, ask.Outside ? ask.Why : null, ask.Version, row.Value.Consultation, caller.ActorId, clock.GetUtcNow());
        if (!scoped.Refused) await db.SaveChangesAsync(ct);
        return scoped;
    }
}
