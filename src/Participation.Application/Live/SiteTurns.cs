using Participation.Domain.Live;

namespace Participation.Application.Live;

/// <summary>
/// Counts what changes pages that show more than one subject (home, a space and its calls). Opinions are left out: they come by the
/// hundred, and such a page shows no more of them than a figure.
/// </summary>
public sealed class SiteTurns : ILiveEviction
{
    long turns;

    public long Now => Volatile.Read(ref turns);

    public void Forget(string stream, IReadOnlyList<StreamEvent> events)
    {
        // What happens on boards stands on pages of their own, which nobody keeps.
        if (Streams.BoardCode(stream) is null && events.Any(e => e.Kind is not (Kinds.OpinionReceived or Kinds.OpinionLate or Kinds.SubmissionWithdrawn))) Interlocked.Increment(ref turns);
    }
}
