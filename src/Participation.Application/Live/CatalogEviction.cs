using Participation.Application.Consultations;
using Participation.Domain.Live;

namespace Participation.Application.Live;

/// <summary>Forgets a consultation that was changed, here or on another node.</summary>
sealed class CatalogEviction(ConsultationCatalog catalog) : ILiveEviction
{
    public void Forget(string stream, IReadOnlyList<StreamEvent> events)
    {
        if (Streams.ConsultationSlug(stream) is { } slug && events.Any(e => ChangesSettings(e.Kind))) catalog.Forget(slug);
    }

    static bool ChangesSettings(string kind) =>
        kind is Kinds.ConsultationAnnounced or Kinds.ConsultationAmended or Kinds.PlanImported or Kinds.StageChanged or Kinds.PopulationGiven or Kinds.Translated;
}
