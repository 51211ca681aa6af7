using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Plans;

namespace Participation.Data.Plans;

sealed class PlanMap : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.HasIndex(p => new { p.ConsultationId, p.Version }).IsUnique();
        plan.HasOne<Consultation>().WithMany().HasForeignKey(p => p.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.PlanId);
        plan.HasMany(p => p.Passages).WithOne().HasForeignKey(p => p.PlanId);
        plan.IgnorePending();
    }
}

sealed class SectionMap : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.HasKey(s => new { s.PlanId, s.Anchor });
        section.Property(s => s.Anchor).HasMaxLength(64);
        section.Property(s => s.ParentAnchor).HasMaxLength(64);
    }
}

sealed class PassageMap : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> passage)
    {
        passage.HasKey(p => new { p.PlanId, p.Anchor });
        passage.Property(p => p.Anchor).HasMaxLength(64);
        passage.Property(p => p.SectionAnchor).HasMaxLength(64);
    }
}
