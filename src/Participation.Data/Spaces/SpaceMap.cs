using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Spaces;

namespace Participation.Data.Spaces;

sealed class SpaceMap : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> space)
    {
        space.Property(s => s.Slug).HasMaxLength(64);
        space.HasIndex(s => s.Slug).IsUnique();
        space.Property(s => s.Phases).HasJsonList();
        space.Property(s => s.Timeline).HasJsonList();
        space.Property(s => s.Attendance).HasJsonList();
        space.Property(s => s.Version).IsConcurrencyToken();
        space.Property(s => s.Translations).HasJsonList();
        space.Ignore(s => s.Sayable);
        space.Ignore(s => s.Stream);
        space.IgnorePending();
    }
}
