using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Audit;

namespace Participation.Data.Audit;

/// <summary>Who did what, when: chained by hash (<see cref="AuditHash"/>), only ever added to.</summary>
public sealed class AuditEntry
{
    AuditEntry() { }

    internal AuditEntry(long sequence, DateTimeOffset at, string actor, Act act, byte[] hash) =>
        (Sequence, At, Actor, Name, Subject, Detail, Hash) = (sequence, at, actor, act.Name, act.Subject, act.Detail, hash);

    public long Sequence { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Actor { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Detail { get; private set; } = "{}";
    public byte[] Hash { get; private set; } = [];
}

sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Actor).HasMaxLength(64);
        entry.Property(e => e.Name).HasMaxLength(64);
        entry.Property(e => e.Subject).HasMaxLength(200);
        entry.Property(e => e.Hash).HasMaxLength(AuditHash.Length);
    }
}
