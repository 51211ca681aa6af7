using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Series;

namespace Participation.Data.Series;

sealed class WorkshopSeriesMap : IEntityTypeConfiguration<WorkshopSeries>
{
    public void Configure(EntityTypeBuilder<WorkshopSeries> series)
    {
        series.Property(s => s.Slug).HasMaxLength(64);
        series.HasIndex(s => s.Slug).IsUnique();
        series.Property(s => s.Space).HasMaxLength(64);
        series.HasIndex(s => s.Space);
        series.Property(s => s.Version).IsConcurrencyToken();
        series.HasMany(s => s.Meetings).WithOne(m => m.Series).HasForeignKey(m => m.SeriesId).OnDelete(DeleteBehavior.Restrict);
        series.Property(s => s.Translations).HasJsonList();
        series.Ignore(s => s.Sayable);
        series.Ignore(s => s.Stream);
        series.IgnorePending();
    }
}

sealed class SeriesMeetingMap : IEntityTypeConfiguration<SeriesMeeting>
{
    public void Configure(EntityTypeBuilder<SeriesMeeting> meeting)
    {
        meeting.HasIndex(m => new { m.SeriesId, m.Number }).IsUnique();
        meeting.HasIndex(m => m.First);
        meeting.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        meeting.Property(m => m.Moves).HasJsonList();
        meeting.Property(m => m.Workshops).HasJsonList();
        // Of two who take the last place the later looks again.
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.IgnorePending();
    }
}

sealed class SignUpMap : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.Property(s => s.Id).ValueGeneratedNever();
        signUp.HasIndex(s => s.Number).IsUnique();
        signUp.Property(s => s.SecretHash).HasMaxLength(32);
        signUp.Property(s => s.Status).HasConversion<string>().HasMaxLength(16);
        signUp.Property(s => s.ActiveKey).HasMaxLength(16);
        signUp.Property(s => s.Language).HasMaxLength(16);
        signUp.Property(s => s.TakenBy).HasMaxLength(64);
        signUp.HasIndex(s => new { s.MeetingId, s.Turn }).IsUnique();
        // Where no mailbox is known there is nothing to be doubled.
        signUp.HasIndex(s => new { s.MeetingId, s.ActiveKey }).IsUnique();
        signUp.HasOne(s => s.Meeting).WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
