using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;

namespace Participation.Data.Moderation;

sealed class ModerationCaseMap : IEntityTypeConfiguration<ModerationCase>
{
    public void Configure(EntityTypeBuilder<ModerationCase> moderated)
    {
        moderated.HasKey(c => c.OpinionId);
        moderated.Property(c => c.OpinionId).ValueGeneratedNever();
        moderated.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        moderated.Property(c => c.Stream).HasMaxLength(100);
        moderated.Property(c => c.DecidedBy).HasMaxLength(64);
        moderated.Property(c => c.AppealDecidedBy).HasMaxLength(64);
        moderated.Property(c => c.Version).IsConcurrencyToken();
        moderated.HasOne<Opinion>().WithOne().HasForeignKey<ModerationCase>(c => c.OpinionId).OnDelete(DeleteBehavior.Restrict);
        moderated.HasIndex(c => new { c.State, c.WaitsSince });
        moderated.IgnorePending();
    }
}

sealed class OpinionReportMap : IEntityTypeConfiguration<OpinionReport>
{
    public void Configure(EntityTypeBuilder<OpinionReport> report)
    {
        report.HasKey(r => new { r.OpinionId, r.Reporter });
        report.Property(r => r.Reporter).HasMaxLength(32);
        report.Property(r => r.Why).HasConversion<string>().HasMaxLength(16);
        report.HasOne<Opinion>().WithMany().HasForeignKey(r => r.OpinionId).OnDelete(DeleteBehavior.Restrict);
    }
}
