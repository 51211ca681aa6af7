using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Retention;

namespace Participation.Data.Retention;

sealed class DisposalMap : IEntityTypeConfiguration<Disposal>
{
    public void Configure(EntityTypeBuilder<Disposal> disposal)
    {
        disposal.Property(d => d.Id).ValueGeneratedNever();
        disposal.HasIndex(d => d.ConsultationId).IsUnique();
        // Two nodes may remove at once; each sender is counted once.
        disposal.Property(d => d.Removed).IsConcurrencyToken();
        disposal.HasOne<Consultation>().WithMany().HasForeignKey(d => d.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        disposal.IgnorePending();
    }
}
