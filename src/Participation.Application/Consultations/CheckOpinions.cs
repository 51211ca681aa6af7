using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Application.Consultations;

/// <summary>確かめる: what sending would refuse, before it is sent. Nothing is kept.</summary>
[Audience(Audience.Public)]
public sealed record CheckOpinions(SubmitOpinions Draft) : IRequest<Outcome<Done>>;

sealed class CheckOpinionsHandler(ConsultationCatalog catalog, SubmitOpinionsValidator validator)
    : IRequestHandler<CheckOpinions, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CheckOpinions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Draft.Slug, ct) is not { } entry) return Refusal.NotFound;
        var faults = SubmissionRules.Check(
            entry.Consultation, entry.Consultation.RequiredFields, ask.Draft.Sender, ask.Draft.Opinions, entry.Plan.Knows);
        IReadOnlyList<Fault> all = [.. faults, .. validator.FaultsOf(ask.Draft)];
        return all.Count > 0 ? Refusal.Invalid(all) : Done.It;
    }
}
