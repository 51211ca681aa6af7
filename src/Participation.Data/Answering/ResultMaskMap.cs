using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;

namespace Participation.Data.Answering;

sealed class ResultMaskMap : IEntityTypeConfiguration<ResultMask>
{
    public void Configure(EntityTypeBuilder<ResultMask> mask)
    {
        mask.ToTable("ResultMasks");
        mask.Property(m => m.Id).ValueGeneratedNever();
        mask.Property(m => m.Reason).HasMaxLength(ResultMask.ReasonAtMost);
        mask.Property(m => m.LiftReason).HasMaxLength(ResultMask.ReasonAtMost);
        mask.Property(m => m.By).HasMaxLength(64);
        mask.Property(m => m.LiftedBy).HasMaxLength(64);
        // Of two who show it again the later one is told.
        mask.Property(m => m.LiftedAt).IsConcurrencyToken();
        mask.HasIndex(m => m.ConsultationId);
        mask.HasOne<Consultation>().WithMany().HasForeignKey(m => m.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        mask.IgnorePending();
    }
}
