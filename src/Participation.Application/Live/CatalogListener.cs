using Participation.Application.Consultations;
using Participation.Domain.Live;

namespace Participation.Application.Live;

/// <summary>Forgets a consultation that was changed, here or on another node.</summary>
sealed class CatalogListener(ConsultationCatalog catalog) : ILiveListener
{
    public Task Hear(string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        if (Streams.ConsultationSlug(stream) is { } slug && events.Any(e => ChangesSettings(e.Kind))) catalog.Forget(slug);
        return Task.CompletedTask;
    }

    static bool ChangesSettings(string kind) => kind is Kinds.ConsultationAnnounced or Kinds.PlanImported or Kinds.StageChanged;
}
