using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>公表前の確認: what still stands in the way, by number.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record CheckPublication(string Slug) : IRequest<Outcome<PublicationCheck>>;

/// <param name="Rows">How many rows the result would have.</param>
/// <param name="Published">It would be a correction, which needs a reason.</param>
public sealed record PublicationCheck(PublishCheck Check, int Rows, bool Published, bool MayApprove);

sealed class CheckPublicationHandler(AnswerDesk desk, PublishingItems publishing) : IRequestHandler<CheckPublication, Outcome<PublicationCheck>>
{
    public async Task<Outcome<PublicationCheck>> Handle(CheckPublication ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, plan) = entered.Value;
        var items = await publishing.Of(consultation, plan, ct);
        var check = await publishing.Check(consultation, plan, items, ct);
        return new PublicationCheck(check, items.Count, consultation.PublishedAt is not null, desk.MayApprove(consultation.Space));
    }
}
