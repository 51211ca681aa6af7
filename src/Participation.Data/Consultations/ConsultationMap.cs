using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;

namespace Participation.Data.Consultations;

sealed class ConsultationMap : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.Property(c => c.Slug).HasMaxLength(64);
        consultation.HasIndex(c => c.Slug).IsUnique();
        consultation.Property(c => c.Space).HasMaxLength(64);
        consultation.HasIndex(c => c.Space);
        consultation.Property(c => c.TimeZone).HasMaxLength(64);
        consultation.Property(c => c.RequiredFields).HasJsonList();
        consultation.Property(c => c.OptionalFields).HasJsonList();
        consultation.Property(c => c.Channels).HasJsonList();
        consultation.Property(c => c.ReflectionCodes).HasJsonList();
        consultation.Property(c => c.AgeBands).HasJsonList();
        consultation.Property(c => c.Districts).HasJsonList();
        consultation.Property(c => c.Population).HasJson();
        // The two acts of the city happen once, whoever else tries at the same moment.
        consultation.Property(c => c.AnsweringAt).IsConcurrencyToken();
        consultation.Property(c => c.PublishedAt).IsConcurrencyToken();
        consultation.Property(c => c.Translations).HasJsonList();
        consultation.Property(c => c.Amendments).HasJsonList();
        // Two people who change the settings at once both started from the same ones.
        consultation.Property(c => c.AmendedAt).IsConcurrencyToken();
        consultation.Ignore(c => c.Sayable);
        consultation.Ignore(c => c.Window);
        consultation.Ignore(c => c.Stream);
        consultation.IgnorePending();
    }
}
