using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Data.Grouping;

sealed class OpinionGroupMap : IEntityTypeConfiguration<OpinionGroup>
{
    public void Configure(EntityTypeBuilder<OpinionGroup> group)
    {
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Kind).HasConversion<string>().HasMaxLength(16);
        group.Property(g => g.Joined).HasConversion<string>().HasMaxLength(16);
        group.Property(g => g.Section).HasMaxLength(64);
        group.Property(g => g.Title).HasMaxLength(OpinionGroup.TitleAtMost);
        group.Property(g => g.Assignee).HasMaxLength(64);
        // Triggers add these up, in whatever transaction a member or a part comes or goes.
        group.Property(g => g.Size).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        group.Property(g => g.Total).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        group.Property(g => g.Version).IsConcurrencyToken();
        group.HasIndex(g => new { g.ConsultationId, g.Number }).IsUnique();
        group.HasIndex(g => new { g.ConsultationId, g.Total, g.Number });
        group.HasIndex(g => g.IntoId).HasFilter("\"IntoId\" IS NOT NULL");
        group.HasOne<Consultation>().WithMany().HasForeignKey(g => g.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<OpinionGroup>().WithMany().HasForeignKey(g => g.IntoId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<OutlineHeading>().WithMany().HasForeignKey(g => g.HeadingId).OnDelete(DeleteBehavior.Restrict);
        group.IgnorePending();
    }
}

sealed class GroupMemberMap : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> member)
    {
        // One row for each opinion: it can't be in two groups.
        member.HasKey(m => m.OpinionId);
        member.Property(m => m.OpinionId).ValueGeneratedNever();
        member.Property(m => m.Tier).HasConversion<string>().HasMaxLength(16);
        member.Property(m => m.PlacedBy).HasMaxLength(64);
        member.HasOne<Opinion>().WithOne().HasForeignKey<GroupMember>(m => m.OpinionId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<OpinionGroup>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class GroupingStepMap : IEntityTypeConfiguration<GroupingStep>
{
    public void Configure(EntityTypeBuilder<GroupingStep> step)
    {
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
        step.Property(s => s.By).HasMaxLength(64);
        step.Property(s => s.UndoneBy).HasMaxLength(64);
        step.Property(s => s.Back).HasJsonList();
        // Two who take one step back at once: it happens once.
        step.Property(s => s.UndoneAt).IsConcurrencyToken();
        step.HasIndex(s => new { s.ConsultationId, s.At });
        step.HasOne<Consultation>().WithMany().HasForeignKey(s => s.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        step.HasMany(s => s.Touched).WithOne().HasForeignKey(t => t.StepId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class StepTouchMap : IEntityTypeConfiguration<StepTouch>
{
    public void Configure(EntityTypeBuilder<StepTouch> touch)
    {
        touch.ToTable("StepTouches");
        touch.HasKey(t => new { t.StepId, t.GroupId });
        touch.HasIndex(t => new { t.GroupId, t.Version });
    }
}

sealed class GroupNoteMap : IEntityTypeConfiguration<GroupNote>
{
    public void Configure(EntityTypeBuilder<GroupNote> note)
    {
        note.ToTable("GroupNotes");
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.By).HasMaxLength(64);
        note.Property(n => n.Words).HasMaxLength(GroupNote.WordsAtMost);
        note.HasIndex(n => new { n.GroupId, n.At });
        note.HasOne<OpinionGroup>().WithMany().HasForeignKey(n => n.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How far the arrivals of a consultation's stream have been put into groups.</summary>
public sealed class GroupingPosition
{
    public string Stream { get; private set; } = "";
    public long Sequence { get; private set; }
}

sealed class GroupingPositionMap : IEntityTypeConfiguration<GroupingPosition>
{
    public void Configure(EntityTypeBuilder<GroupingPosition> position)
    {
        position.ToTable("GroupingPositions");
        position.HasKey(p => p.Stream);
        position.Property(p => p.Stream).HasMaxLength(128);
    }
}
