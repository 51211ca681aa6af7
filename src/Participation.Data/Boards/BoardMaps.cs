using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Boards;

namespace Participation.Data.Boards;

sealed class WorkshopSessionMap : IEntityTypeConfiguration<WorkshopSession>
{
    public void Configure(EntityTypeBuilder<WorkshopSession> session)
    {
        session.Property(s => s.Code).HasMaxLength(16);
        session.HasIndex(s => s.Code).IsUnique();
        session.Property(s => s.Space).HasMaxLength(64);
        session.HasIndex(s => s.Space);
        session.Property(s => s.Stage).HasConversion<string>().HasMaxLength(16);
        session.Property(s => s.Tables).HasJsonList();
        session.Property(s => s.Muted).HasJsonList();
        session.Property(s => s.Decisions).HasJsonList();
        session.Property(s => s.Version).IsConcurrencyToken();
        session.HasMany(s => s.Boards).WithOne().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Restrict);
        session.Ignore(s => s.Stream);
        session.IgnorePending();
    }
}

sealed class BoardMap : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> board)
    {
        board.Property(b => b.Id).ValueGeneratedNever();
        board.Property(b => b.Template).HasConversion<string>().HasMaxLength(20);
        board.Property(b => b.Columns).HasJsonList();
    }
}

sealed class SeatMap : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.Property(s => s.Id).ValueGeneratedNever();
        seat.Property(s => s.KeyHash).HasMaxLength(32);
        seat.HasIndex(s => new { s.SessionId, s.KeyHash }).IsUnique();
        seat.HasOne<WorkshopSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class NoteMap : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Position).HasMaxLength(OrderKey.AtMost);
        note.Property(n => n.Colour).HasConversion<string>().HasMaxLength(8);
        note.Property(n => n.EditHash).HasMaxLength(32);
        note.Property(n => n.HeldBy).HasMaxLength(32);
        note.Property(n => n.Links).HasJsonList();
        note.Property(n => n.Version).IsConcurrencyToken();
        note.Ignore(n => n.Stands);
        note.Ignore(n => n.WrittenAs);
        note.HasIndex(n => n.SessionId);
        note.HasOne<Board>().WithMany().HasForeignKey(n => n.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ClusterMap : IEntityTypeConfiguration<Cluster>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster)
    {
        cluster.Property(c => c.Id).ValueGeneratedNever();
        cluster.Property(c => c.Version).IsConcurrencyToken();
        cluster.HasIndex(c => c.SessionId);
        cluster.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class DotSheetMap : IEntityTypeConfiguration<DotSheet>
{
    public void Configure(EntityTypeBuilder<DotSheet> sheet)
    {
        sheet.HasKey(s => new { s.BoardId, s.Voter });
        sheet.Property(s => s.Voter).HasMaxLength(32);
        sheet.Property(s => s.Notes).HasJsonList();
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.HasIndex(s => s.SessionId);
        sheet.HasOne<Board>().WithMany().HasForeignKey(s => s.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ConsoleStepMap : IEntityTypeConfiguration<ConsoleStep>
{
    public void Configure(EntityTypeBuilder<ConsoleStep> step)
    {
        step.Property(s => s.Deed).HasConversion<string>().HasMaxLength(16);
        step.Property(s => s.By).HasMaxLength(64);
        step.Property(s => s.Notes).HasJsonList();
        step.Property(s => s.UndoneAt).IsConcurrencyToken();
        step.HasIndex(s => new { s.SessionId, s.By });
        step.HasOne<WorkshopSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class CarriedClusterMap : IEntityTypeConfiguration<CarriedCluster>
{
    public void Configure(EntityTypeBuilder<CarriedCluster> carried)
    {
        carried.HasKey(c => new { c.ClusterId, c.Consultation });
        carried.Property(c => c.Consultation).HasMaxLength(64);
        carried.Property(c => c.Receipt).HasMaxLength(32);
        carried.HasIndex(c => new { c.Consultation, c.Receipt });
        carried.HasOne<Cluster>().WithMany().HasForeignKey(c => c.ClusterId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class CarriedTopicMap : IEntityTypeConfiguration<CarriedTopic>
{
    public void Configure(EntityTypeBuilder<CarriedTopic> topic)
    {
        // Once for each cluster, whoever asks at the same moment.
        topic.HasKey(t => t.ClusterId);
        topic.HasIndex(t => t.BoardId).IsUnique();
        topic.HasOne<Cluster>().WithMany().HasForeignKey(t => t.ClusterId).OnDelete(DeleteBehavior.Restrict);
        topic.HasOne<Board>().WithMany().HasForeignKey(t => t.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class SavedTemplateMap : IEntityTypeConfiguration<SavedTemplate>
{
    public void Configure(EntityTypeBuilder<SavedTemplate> template)
    {
        template.Property(t => t.Name).HasMaxLength(NoteText.NameAtMost * 4);
        template.Property(t => t.Space).HasMaxLength(64);
        template.Property(t => t.Columns).HasJsonList();
        template.HasIndex(t => new { t.Space, t.Name }).IsUnique();
    }
}
