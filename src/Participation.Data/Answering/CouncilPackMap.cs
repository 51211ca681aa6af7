using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;

namespace Participation.Data.Answering;

sealed class CouncilPackMap : IEntityTypeConfiguration<CouncilPack>
{
    public void Configure(EntityTypeBuilder<CouncilPack> pack)
    {
        pack.Property(p => p.Id).ValueGeneratedNever();
        pack.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        pack.Property(p => p.Name).HasMaxLength(CouncilPack.NameAtMost);
        pack.Property(p => p.MadeBy).HasMaxLength(64);
        pack.Property(p => p.WithdrawnBy).HasMaxLength(64);
        pack.Property(p => p.Hash).HasMaxLength(64);
        pack.Property(p => p.WithdrawnAt).IsConcurrencyToken();
        pack.Ignore(p => p.Unchanged);
        pack.HasIndex(p => p.ConsultationId);
        pack.HasOne<Consultation>().WithMany().HasForeignKey(p => p.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        pack.IgnorePending();
    }
}

sealed class PackOpeningMap : IEntityTypeConfiguration<PackOpening>
{
    public void Configure(EntityTypeBuilder<PackOpening> opening)
    {
        opening.ToTable("PackOpenings");
        opening.Property(o => o.Id).ValueGeneratedNever();
        opening.HasIndex(o => new { o.PackId, o.At });
        opening.HasOne<CouncilPack>().WithMany().HasForeignKey(o => o.PackId).OnDelete(DeleteBehavior.Restrict);
    }
}
