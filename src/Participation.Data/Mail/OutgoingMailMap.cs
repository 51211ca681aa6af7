using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Mail;

namespace Participation.Data.Mail;

sealed class OutgoingMailMap : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Key).HasMaxLength(128);
        mail.HasIndex(m => m.Key).IsUnique();
        mail.Property(m => m.ToKey).HasMaxLength(16);
        mail.HasIndex(m => m.ToKey).HasFilter("\"ToKey\" IS NOT NULL");
        mail.Property(m => m.To).HasMaxLength(256);
        mail.Property(m => m.Subject).HasMaxLength(256);
        mail.Property(m => m.Status).HasConversion<string>().HasMaxLength(16);
        mail.Property(m => m.Fault).HasMaxLength(64);
        mail.Property(m => m.Unsubscribe).HasMaxLength(1024);
        mail.HasIndex(m => m.DueAt);
        // Two nodes may take one mail at once; one of them sends it.
        mail.Property(m => m.Status).IsConcurrencyToken();
        mail.Property(m => m.Tries).IsConcurrencyToken();
        mail.IgnorePending();
    }
}
