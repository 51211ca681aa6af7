using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>公表した結果で言葉を伏せる: on every page and in every file of every edition. The editions stay as they are, for staff.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record MaskResult(string Slug, IReadOnlyList<string> Words, string? Reason) : IRequest<Outcome<Done>>;

/// <summary>Shows words again that were hidden in the result.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record UnmaskResult(string Slug, IReadOnlyList<Guid> Masks, string? Reason) : IRequest<Outcome<Done>>;

sealed class MaskResultValidator : AbstractValidator<MaskResult>
{
    public const int WordsAtMost = 200;

    public MaskResultValidator() => RuleFor(m => m.Words).Must(w => w.Count <= WordsAtMost).WithErrorCode("list-too-long");
}

sealed class MaskResultHandler(AppDbContext db, AnswerDesk desk, ResultMasks masks) : IRequestHandler<MaskResult, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MaskResult ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var words = ask.Words.Select(w => w.Trim()).Where(w => w.Length > 0).ToList();
        if (words.Count is 0) return Refusal.Invalid("words", "required");
        if (string.IsNullOrWhiteSpace(ask.Reason)) return Refusal.Invalid("reason", "required");
        if (words.Any(w => !ResultMask.Fits(w))) return Refusal.Invalid("words", "words-too-short", ResultMask.WordsAtLeast);
        var hidden = await masks.Hide(entered.Value.Consultation, words, ask.Reason, ct);
        if (hidden.Refused) return hidden.Why;
        if (hidden.Value is 0) return Refusal.Invalid("words", "words-not-published");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

sealed class UnmaskResultHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<UnmaskResult, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UnmaskResult ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, ids) = (entered.Value.Consultation, ask.Masks.ToList());
        if (ids.Count is 0) return Refusal.Invalid("masks", "required");
        var found = await db.ResultMasks.Where(m => m.ConsultationId == consultation.Id && ids.Contains(m.Id)).ToListAsync(ct);
        if (found.Count < ids.Count) return Refusal.NotFound;
        foreach (var mask in found)
            if (mask.Lift(consultation, ask.Reason, desk.Actor, desk.Now) is { Refused: true } refused) return refused;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
