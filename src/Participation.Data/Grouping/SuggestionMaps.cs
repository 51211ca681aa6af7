using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Data.Grouping;

sealed class SuggestionRunMap : IEntityTypeConfiguration<SuggestionRun>
{
    public void Configure(EntityTypeBuilder<SuggestionRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.By).HasMaxLength(64);
        run.Property(r => r.Sections).HasJsonList();
        run.Property(r => r.Done).IsConcurrencyToken();
        run.Property(r => r.FinishedAt).IsConcurrencyToken();
        run.HasIndex(r => new { r.ConsultationId, r.StartedAt });
        run.HasOne<Consultation>().WithMany().HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        run.IgnorePending();
    }
}

sealed class GroupSuggestionMap : IEntityTypeConfiguration<GroupSuggestion>
{
    public void Configure(EntityTypeBuilder<GroupSuggestion> suggestion)
    {
        suggestion.Property(s => s.Id).ValueGeneratedNever();
        suggestion.Property(s => s.Section).HasMaxLength(64);
        suggestion.Property(s => s.Mark).HasMaxLength(32);
        suggestion.Property(s => s.DecidedBy).HasMaxLength(64);
        suggestion.Property(s => s.Opinions).HasJsonList();
        suggestion.Property(s => s.Words).HasJsonList();
        // Of two who decide at once the later is told.
        suggestion.Property(s => s.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        suggestion.HasIndex(s => new { s.ConsultationId, s.State, s.Number });
        suggestion.HasIndex(s => new { s.ConsultationId, s.Mark });
        suggestion.HasOne<SuggestionRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class OutlineHeadingMap : IEntityTypeConfiguration<OutlineHeading>
{
    public void Configure(EntityTypeBuilder<OutlineHeading> heading)
    {
        heading.Property(h => h.Id).ValueGeneratedNever();
        heading.Property(h => h.Section).HasMaxLength(64);
        heading.Property(h => h.Title).HasMaxLength(OutlineHeading.TitleAtMost);
        heading.Property(h => h.Version).IsConcurrencyToken();
        heading.HasIndex(h => new { h.ConsultationId, h.Place });
        heading.HasOne<Consultation>().WithMany().HasForeignKey(h => h.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        heading.IgnorePending();
    }
}
