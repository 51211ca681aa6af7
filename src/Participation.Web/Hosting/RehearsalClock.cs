namespace Participation.Web.Hosting;

/// <summary>A clock that starts where a rehearsal does and runs on: a city tries its window before it opens.</summary>
sealed class RehearsalClock(DateTimeOffset startAt) : TimeProvider
{
    readonly long began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => startAt + System.GetElapsedTime(began);
}
