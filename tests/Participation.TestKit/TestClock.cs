namespace Participation.TestKit;

/// <summary>A clock that a test sets. Waiting still takes real time: only what the time is, is made up.</summary>
public sealed class TestClock : TimeProvider
{
    long ticks;

    public TestClock(DateTimeOffset now) => Now = now;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;
}
