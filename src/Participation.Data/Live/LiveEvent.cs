using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Live;

/// <summary>
/// One entry of the live log, which is outbox and bus at once (docs/adr/0003-live-log.md). Sequences are gap-free per stream.
/// </summary>
public sealed class LiveEvent
{
    LiveEvent() { }

    internal LiveEvent(string stream, long sequence, string kind, DateTimeOffset at, string data) =>
        (Stream, Sequence, Kind, At, Data) = (stream, sequence, kind, at, data);

    public string Stream { get; private set; } = "";
    public long Sequence { get; private set; }
    public string Kind { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>JSON with ids and anchors only.</summary>
    public string Data { get; private set; } = "{}";
}

sealed class LiveEventMap : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> live)
    {
        live.HasKey(e => new { e.Stream, e.Sequence });
        live.Property(e => e.Stream).HasMaxLength(128);
        live.Property(e => e.Kind).HasMaxLength(64);
    }
}
