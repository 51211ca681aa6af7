using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Wording;

namespace Participation.Application.Spaces;

/// <summary>Says what a space is about in other languages, in place of what was said in them before.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record TranslateSpace(string Slug, IReadOnlyList<Translation> Translations) : IRequest<Outcome<IReadOnlyList<Translation>>>;

sealed class TranslateSpaceHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<TranslateSpace, Outcome<IReadOnlyList<Translation>>>
{
    public async Task<Outcome<IReadOnlyList<Translation>>> Handle(TranslateSpace ask, CancellationToken ct)
    {
        var space = await db.Spaces.SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (space is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(space.Slug)) return Refusal.NotAllowed;
        var translated = space.Translate(Translations.Trimmed(ask.Translations), clock.GetUtcNow());
        if (translated.Refused) return translated.Why;
        await db.SaveChangesAsync(ct);
        return Outcome<IReadOnlyList<Translation>>.Of(space.Translations);
    }
}
