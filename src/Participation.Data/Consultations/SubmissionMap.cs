using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;

namespace Participation.Data.Consultations;

sealed class SubmissionMap : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.HasIndex(s => s.Number).IsUnique();
        submission.HasIndex(s => new { s.ConsultationId, s.Sequence }).IsUnique();
        submission.Property(s => s.SecretHash).HasMaxLength(32);
        submission.Property(s => s.AgeBand).HasMaxLength(200);
        submission.Property(s => s.District).HasMaxLength(200);
        submission.Property(s => s.KeyedBy).HasMaxLength(64);
        submission.Property(s => s.Sheet).HasMaxLength(64);
        submission.HasIndex(s => new { s.ConsultationId, s.Sheet, s.Sequence }).HasFilter("\"Sheet\" IS NOT NULL");
        // Two windows of one person may withdraw at once; it happens once.
        submission.Property(s => s.Status).IsConcurrencyToken();
        submission.HasOne<Consultation>().WithMany().HasForeignKey(s => s.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Opinions).WithOne().HasForeignKey(o => o.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne(s => s.Contact).WithOne().HasForeignKey<Contact>(c => c.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.Property(s => s.Assignee).HasMaxLength(64);
        submission.Property(s => s.DeskVersion).IsConcurrencyToken();
        submission.HasMany(s => s.Entries).WithOne().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Scans).WithOne().HasForeignKey(s => s.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        // The ledger's filters, each in the ledger's order. Most are accepted: the plain order finds those.
        submission.HasIndex(s => new { s.ConsultationId, s.Channel, s.Sequence });
        submission.HasIndex(s => new { s.ConsultationId, s.Assignee, s.Sequence });
        submission.HasIndex(s => new { s.ConsultationId, s.OfficeId, s.Sequence }).HasFilter("\"OfficeId\" IS NOT NULL");
        submission.HasIndex(s => new { s.ConsultationId, s.Status, s.Sequence }).HasFilter("\"Status\" <> 'Accepted'");
        submission.IgnorePending();
    }
}

sealed class OpinionMap : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.Property(o => o.Id).ValueGeneratedNever();
        opinion.HasIndex(o => new { o.ConsultationId, o.Sequence }).IsUnique();
        opinion.HasIndex(o => new { o.ConsultationId, o.Section, o.Sequence });
        opinion.HasIndex(o => new { o.ConsultationId, o.Anchor, o.Sequence }).HasFilter("\"Anchor\" IS NOT NULL");
        // Few are, and the queue and the public counts ask for them alone.
        opinion.HasIndex(o => new { o.ConsultationId, o.Withheld }).HasFilter("\"Withheld\" IS NOT NULL");
        opinion.Property(o => o.Anchor).HasMaxLength(64);
        opinion.Property(o => o.Section).HasMaxLength(64);
        opinion.Property(o => o.ScopeReason).HasMaxLength(SubmissionRules.ReasonAtMost);
        opinion.Property(o => o.DeskVersion).IsConcurrencyToken();
        // No foreign key: SQLite would make the table anew for it, without the triggers that guard it.
        opinion.HasIndex(o => o.PartOf).HasFilter("\"PartOf\" IS NOT NULL");
        opinion.HasIndex(o => new { o.ConsultationId, o.Sequence }, "IX_Opinions_OutOfScope").HasFilter("\"Status\" = 'OutOfScope'");
        // A trigger sets it; what stands in no group is found without going through what does.
        opinion.Property(o => o.Grouped).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        opinion.HasIndex(o => new { o.ConsultationId, o.Sequence }, "IX_Opinions_Ungrouped").HasFilter("NOT \"Grouped\" AND \"Status\" = 'Accepted'");
        opinion.HasIndex(o => new { o.ConsultationId, o.Section, o.Sequence }, "IX_Opinions_UngroupedOnSection").HasFilter("NOT \"Grouped\" AND \"Status\" = 'Accepted'");
        opinion.Ignore(o => o.Masked);
        opinion.Ignore(o => o.Part);
        opinion.Ignore(o => o.Counts);
        opinion.HasOne<Consultation>().WithMany().HasForeignKey(o => o.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ContactMap : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.HasKey(c => c.SubmissionId);
        contact.Property(c => c.NameKey).HasMaxLength(16);
        contact.Property(c => c.EmailKey).HasMaxLength(16);
        contact.Property(c => c.Print).HasMaxLength(32);
        contact.HasIndex(c => c.NameKey).HasFilter("\"NameKey\" IS NOT NULL");
        contact.HasIndex(c => c.EmailKey).HasFilter("\"EmailKey\" IS NOT NULL");
        // Rows from before that are still in clear, or without a print: looked for at every start.
        contact.HasIndex(c => c.SubmissionId, "IX_Contacts_Unmarked").HasFilter("\"Print\" IS NULL");
    }
}
