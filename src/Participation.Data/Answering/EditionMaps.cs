using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;

namespace Participation.Data.Answering;

sealed class EditionMap : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.Property(e => e.Id).ValueGeneratedNever();
        edition.Property(e => e.By).HasMaxLength(64);
        edition.Property(e => e.Hash).HasMaxLength(64);
        edition.Property(e => e.Reflections).HasJsonList();
        edition.Property(e => e.Figures).HasJsonList();
        // Of two who publish at once one is later.
        edition.HasIndex(e => new { e.ConsultationId, e.Number }).IsUnique();
        edition.HasOne<Consultation>().WithMany().HasForeignKey(e => e.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        edition.HasMany(e => e.Rows).WithOne().HasForeignKey(r => r.EditionId).OnDelete(DeleteBehavior.Cascade);
        edition.HasMany(e => e.Revisions).WithOne().HasForeignKey(r => r.EditionId).OnDelete(DeleteBehavior.Cascade);
        edition.IgnorePending();
    }
}

sealed class EditionRowMap : IEntityTypeConfiguration<EditionRow>
{
    public void Configure(EntityTypeBuilder<EditionRow> row)
    {
        row.ToTable("EditionRows");
        row.HasKey(r => new { r.EditionId, r.Number });
        row.Property(r => r.Number).ValueGeneratedNever();
        row.Property(r => r.Anchor).HasMaxLength(64);
        // By it a sender finds the answer to their own words.
        row.HasIndex(r => new { r.GroupId, r.EditionId });
    }
}

sealed class EditionRevisionMap : IEntityTypeConfiguration<EditionRevision>
{
    public void Configure(EntityTypeBuilder<EditionRevision> revision)
    {
        revision.ToTable("EditionRevisions");
        revision.HasKey(r => new { r.EditionId, r.Number });
        revision.Property(r => r.Number).ValueGeneratedNever();
        revision.Property(r => r.Anchor).HasMaxLength(64);
        revision.Property(r => r.NewAnchor).HasMaxLength(64);
        revision.Property(r => r.Causes).HasJsonList();
        revision.HasIndex(r => r.NewAnchor);
        revision.HasIndex(r => r.Anchor);
    }
}
