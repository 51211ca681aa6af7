using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Application.Live;

/// <summary>What a stream said after a sequence, in order.</summary>
[Audience(Audience.Public)]
public sealed record ReadStream(string Stream, long After, int Limit = 500) : IRequest<Outcome<IReadOnlyList<StreamEvent>>>;

/// <summary>An event as watchers get it.</summary>
public sealed record StreamEvent(string Stream, long Sequence, string Kind, DateTimeOffset At, JsonElement Data)
{
    internal static StreamEvent Of(Data.Live.LiveEvent e) => new(e.Stream, e.Sequence, e.Kind, e.At, JsonElement.Parse(e.Data));
}

sealed class ReadStreamHandler(AppDbContext db, ConsultationCatalog catalog, LiveTail tail)
    : IRequestHandler<ReadStream, Outcome<IReadOnlyList<StreamEvent>>>
{
    public async Task<Outcome<IReadOnlyList<StreamEvent>>> Handle(ReadStream ask, CancellationToken ct)
    {
        // Only streams of a kind that is open to the public: the audit chain has a head too.
        if (!await IsOpen(ask.Stream, ct)) return Refusal.NotFound;
        // Ten thousand people who are up to date ask after every restart; memory answers them.
        if (tail.Started.IsCompleted && ask.After >= tail.HeadOf(ask.Stream)) return Outcome<IReadOnlyList<StreamEvent>>.Of([]);
        return Outcome<IReadOnlyList<StreamEvent>>.Of(await db.EventsAfter(ask.Stream, ask.After, Paging.Bound(ask.Limit), ct));
    }

    async Task<bool> IsOpen(string stream, CancellationToken ct) =>
        Streams.ConsultationSlug(stream) is { } slug ? await catalog.Find(slug, ct) is not null
        : Streams.BoardCode(stream) is { } code && await db.WorkshopSessions.AnyAsync(s => s.Code == code, ct);
}

static class LiveLog
{
    public static async Task<IReadOnlyList<StreamEvent>> EventsAfter(this AppDbContext db, string stream, long after, int limit, CancellationToken ct)
    {
        var rows = await db.LiveEvents.AsNoTracking().Where(e => e.Stream == stream && e.Sequence > after)
            .OrderBy(e => e.Sequence).Take(limit).ToListAsync(ct);
        if (rows.Count > 0 && Streams.BoardCode(stream) is { } code) return await db.AsEverybodySees(code, rows, ct);
        return [.. rows.Select(StreamEvent.Of)];
    }
}
