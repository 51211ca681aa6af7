using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Wording;

namespace Participation.Application.Sites;

/// <summary>Says the notice and the footer's pages in other languages, in place of what was said in them before.</summary>
[Audience(Audience.Administrator)]
public sealed record TranslateSite(IReadOnlyList<Translation> Translations) : IRequest<Outcome<IReadOnlyList<Translation>>>;

sealed class TranslateSiteHandler(AppDbContext db, SiteFaces faces) : IRequestHandler<TranslateSite, Outcome<IReadOnlyList<Translation>>>
{
    public async Task<Outcome<IReadOnlyList<Translation>>> Handle(TranslateSite ask, CancellationToken ct)
    {
        var face = await db.TheFace(ct);
        var translated = face.Translate(Translations.Trimmed(ask.Translations));
        if (translated.Refused) return translated.Why;
        await db.SaveChangesAsync(ct);
        faces.Forget();
        return Outcome<IReadOnlyList<Translation>>.Of(face.Translations);
    }
}
