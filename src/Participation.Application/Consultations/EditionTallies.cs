using Participation.Data.Consultations;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

static class EditionTallies
{
    /// <summary>The counts of its day, as the ledger keeps them now: what reads the one reads the other.</summary>
    public static IReadOnlyList<Tally> Tallies(this Edition edition) =>
    [
        .. edition.Figures.Concat(edition.Reflections.Select(r => new EditionCount(TallyDimension.Reflection, r.Code, 0, r.Opinions)))
            .Select(count => Tally.Of(edition.ConsultationId, count)),
    ];
}
