using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Wording;

namespace Participation.Application.Consultations;

/// <summary>Says a call in other languages, in place of what was said in them before.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record TranslateConsultation(string Slug, IReadOnlyList<Translation> Translations) : IRequest<Outcome<IReadOnlyList<Translation>>>;

sealed class TranslateConsultationHandler(AppDbContext db, ConsultationCatalog catalog, Caller caller)
    : IRequestHandler<TranslateConsultation, Outcome<IReadOnlyList<Translation>>>
{
    public async Task<Outcome<IReadOnlyList<Translation>>> Handle(TranslateConsultation ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var translated = consultation.Translate(Translations.Trimmed(ask.Translations));
        if (translated.Refused) return translated.Why;
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return Outcome<IReadOnlyList<Translation>>.Of(consultation.Translations);
    }
}
