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

    [Theory]
    [InlineData("audit")]
    [InlineData("consultation:no-such")]
    [InlineData("")]
    public async Task A_stream_that_is_not_public_can_not_be_read(string stream) =>
        Assert.Equal(Refusal.NotFound, (await app.Send(new ReadStream(stream, 0))).Why);
}

public sealed class LiveTailOnSqlite(OnSqlite engine) : LiveTailTests(engine), IClassFixture<OnSqlite>;

public sealed class LiveTailOnPostgres(OnPostgres engine) : LiveTailTests(engine), IClassFixture<OnPostgres>;
