using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Data.People;
using Participation.Domain.Following;

namespace Participation.Data.Following;

/// <summary>How far the live log, or the clock (stream <see cref="Clock"/>, in ticks), was looked through for happenings.</summary>
public sealed class FollowPosition
{
    public const string Clock = "clock";

    FollowPosition() { }

    public FollowPosition(string stream, long sequence) => (Stream, Sequence) = (stream, sequence);

    public string Stream { get; private set; } = "";
    public long Sequence { get; private set; }

    public void Move(long sequence) => Sequence = sequence;
}

sealed class FollowMap : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.HasKey(f => new { f.UserId, f.Thing });
        follow.Property(f => f.Thing).HasMaxLength(Followed.LengthAtMost);
        follow.Property(f => f.Cadence).HasConversion<string>().HasMaxLength(16);
        follow.HasOne<User>().WithMany().HasForeignKey(f => f.UserId);
        // Telling followers reads them by thing, in the order of accounts.
        follow.HasIndex(f => new { f.Thing, f.UserId });
    }
}

sealed class HappeningMap : IEntityTypeConfiguration<Happening>
{
    public void Configure(EntityTypeBuilder<Happening> happening)
    {
        happening.ToTable("Happenings");
        happening.Property(h => h.Key).HasMaxLength(320);
        happening.HasIndex(h => h.Key).IsUnique();
        happening.Property(h => h.Kind).HasMaxLength(32);
        happening.Property(h => h.About).HasMaxLength(Followed.LengthAtMost);
        happening.Property(h => h.Within).HasMaxLength(Followed.LengthAtMost);
        happening.Property(h => h.Which).HasMaxLength(64);
        happening.Property(h => h.ToldTo).HasMaxLength(64);
        // Two nodes may tell of it at once; one of them goes on.
        happening.Property(h => h.ToldTo).IsConcurrencyToken();
        happening.Property(h => h.Told).IsConcurrencyToken();
        happening.HasIndex(h => h.Told);
    }
}

sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.HasKey(n => new { n.UserId, n.HappeningId });
        notice.HasOne<User>().WithMany().HasForeignKey(n => n.UserId);
        notice.HasOne<Happening>().WithMany().HasForeignKey(n => n.HappeningId).OnDelete(DeleteBehavior.Restrict);
        notice.Property(n => n.Digest).HasConversion<string>().HasMaxLength(16);
        // Two nodes may write a digest at once, and its reader may decline meanwhile.
        notice.Property(n => n.Digest).IsConcurrencyToken();
        notice.HasIndex(n => new { n.UserId, n.ReadAt });
        notice.HasIndex(n => new { n.Digest, n.UserId });
    }
}

sealed class FollowPositionMap : IEntityTypeConfiguration<FollowPosition>
{
    public void Configure(EntityTypeBuilder<FollowPosition> position)
    {
        position.ToTable("FollowPositions");
        position.HasKey(p => p.Stream);
        position.Property(p => p.Stream).HasMaxLength(128);
        position.Property(p => p.Sequence).IsConcurrencyToken();
    }
}
