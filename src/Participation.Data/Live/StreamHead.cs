using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Live;

/// <summary>The last sequence of a stream. The audit chain is the stream <see cref="Audit"/> and has its last hash here too.</summary>
public sealed class StreamHead
{
    /// <summary>Every write locks this head first, so that nodes on one PostgreSQL take turns and never deadlock.</summary>
    public const string Audit = "audit";

    public string Stream { get; private set; } = "";
    public long Sequence { get; private set; }
    public byte[]? Hash { get; private set; }
}

sealed class StreamHeadMap : IEntityTypeConfiguration<StreamHead>
{
    public void Configure(EntityTypeBuilder<StreamHead> head)
    {
        head.ToTable("StreamHeads");
        head.HasKey(h => h.Stream);
        head.Property(h => h.Stream).HasMaxLength(128);
        head.Property(h => h.Hash).HasMaxLength(32);
    }
}
