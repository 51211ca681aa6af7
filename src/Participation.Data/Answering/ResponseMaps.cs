using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Data.Answering;

sealed class ResponseMap : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.Property(r => r.Id).ValueGeneratedNever();
        response.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        response.Property(r => r.Words).HasJson();
        response.Property(r => r.Drafted).HasJson();
        response.Property(r => r.Checked).HasJson();
        response.Property(r => r.Approved).HasJson();
        response.Property(r => r.Version).IsConcurrencyToken();
        // Two who write the first words at once: one of them was later.
        response.HasIndex(r => r.GroupId).IsUnique();
        response.HasIndex(r => new { r.ConsultationId, r.State });
        response.HasOne<Consultation>().WithMany().HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        response.HasOne<OpinionGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        response.IgnorePending();
    }
}

sealed class ResponseStepMap : IEntityTypeConfiguration<ResponseStep>
{
    public void Configure(EntityTypeBuilder<ResponseStep> step)
    {
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Act).HasConversion<string>().HasMaxLength(16);
        step.Property(s => s.By).HasMaxLength(64);
        step.Property(s => s.UndoneBy).HasMaxLength(64);
        step.Property(s => s.Before).HasJson();
        step.Property(s => s.UndoneAt).IsConcurrencyToken();
        step.HasIndex(s => new { s.ResponseId, s.Version });
        step.HasOne<Response>().WithMany().HasForeignKey(s => s.ResponseId).OnDelete(DeleteBehavior.Restrict);
    }
}
