using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Ledger;

namespace Participation.Data.Ledger;

sealed class DeskEntryMap : IEntityTypeConfiguration<DeskEntry>
{
    public void Configure(EntityTypeBuilder<DeskEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Act).HasConversion<string>().HasMaxLength(16);
        entry.Property(e => e.By).HasMaxLength(64);
        entry.HasIndex(e => new { e.SubmissionId, e.At });
        // Staff look through what colleagues noted; most entries are no notes.
        entry.HasIndex(e => e.At, "IX_DeskEntries_Noted").HasFilter("\"Act\" = 'Noted'");
    }
}

sealed class ScanMap : IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<Scan> scan)
    {
        scan.Property(s => s.Id).ValueGeneratedNever();
        scan.Property(s => s.Kind).HasConversion<string>().HasMaxLength(8);
        scan.Property(s => s.Name).HasMaxLength(ScanRules.NameAtMost);
        scan.Property(s => s.File).HasMaxLength(64);
        scan.Property(s => s.Sha256).HasMaxLength(32);
        scan.Property(s => s.By).HasMaxLength(64);
        // The same paper of one letter is one scan, whoever is quicker.
        scan.HasIndex(s => new { s.SubmissionId, s.Sha256 }).IsUnique();
    }
}
