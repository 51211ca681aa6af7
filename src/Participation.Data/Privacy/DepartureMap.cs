using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.Privacy;

namespace Participation.Data.Privacy;

sealed class DepartureMap : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> departure)
    {
        departure.Property(d => d.Id).ValueGeneratedNever();
        departure.Property(d => d.Account).HasMaxLength(64);
        departure.Property(d => d.Words).HasConversion<string>().HasMaxLength(16);
        departure.HasMany(d => d.Released).WithOne().HasForeignKey(r => r.DepartureId).OnDelete(DeleteBehavior.Restrict);
        departure.IgnorePending();
    }
}

sealed class ReleasedSenderMap : IEntityTypeConfiguration<ReleasedSender>
{
    public void Configure(EntityTypeBuilder<ReleasedSender> released)
    {
        released.HasKey(r => r.SubmissionId);
        released.HasOne<Submission>().WithOne().HasForeignKey<ReleasedSender>(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
