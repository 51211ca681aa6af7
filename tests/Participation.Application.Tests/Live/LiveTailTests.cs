using System.Diagnostics;
using Participation.Application.Live;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Participation.Application.Tests.Live;

public abstract class LiveTailTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_stream_is_read_from_any_place_without_a_gap()
    {
        var slug = await app.Announce();
        for (var i = 0; i < 5; i++) await app.Submit(slug);
        var stream = Streams.Consultation(slug);
        var tail = app.Services.GetRequiredService<LiveTail>();
        await Wait.Until(() => tail.HeadOf(stream) == 6);

        var events = (await app.Send(new ReadStream(stream, 2))).Value;
        Assert.Equal([3, 4, 5, 6], events.Select(e => e.Sequence));
        Assert.Empty((await app.Send(new ReadStream(stream, 6))).Value);
        Assert.DoesNotContain("よい案です", string.Concat(events.Select(e => e.Data.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_was_quiet_does_not_wait_for_the_frame_of_another()
    {
        // How long telling takes is the machine's business: that the frame was not waited for is plain if it is ever told within one.
        for (var tries = 0; tries < 50; tries++)
        {
            var begun = Stopwatch.GetTimestamp();
            await Told(await app.Announce());
            await Told(await app.Announce());
            if (Stopwatch.GetElapsedTime(begun) < LiveTail.Frame) return;
        }
        Assert.Fail("The second was never told within a frame of the first.");
    }

    [Fact]
    public async Task A_stream_is_told_at_most_once_in_a_frame()
    {
        const int Times = 6;
        var begun = Stopwatch.GetTimestamp();
        var slug = await app.Announce();
        await Told(slug);
        for (var i = 2; i <= Times; i++)
        {
            await app.Submit(slug);
            await Told(slug, i);
        }
        Assert.True(Stopwatch.GetElapsedTime(begun) >= (Times - 1) * LiveTail.Frame, "Some were told before a frame was over.");
    }

    async Task Told(string slug, int upTo = 1) => await Wait.Until(() => app.Services.GetRequiredService<LiveTail>().HeadOf(Streams.Consultation(slug)) >= upTo);

    [Theory]
    [InlineData("audit")]
    [InlineData("consultation:no-such")]
    [InlineData("")]
    public async Task A_stream_that_is_not_public_can_not_be_read(string stream) =>
        Assert.Equal(Refusal.NotFound, (await app.Send(new ReadStream(stream, 0))).Why);
}

public sealed class LiveTailOnSqlite(OnSqlite engine) : LiveTailTests(engine), IClassFixture<OnSqlite>;

public sealed class LiveTailOnPostgres(OnPostgres engine) : LiveTailTests(engine), IClassFixture<OnPostgres>;
