using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Sites;

namespace Participation.Data.Sites;

sealed class SiteFaceMap : IEntityTypeConfiguration<SiteFace>
{
    public void Configure(EntityTypeBuilder<SiteFace> face)
    {
        face.Property(f => f.Id).ValueGeneratedNever();
        face.Property(f => f.Settings).HasJson();
        face.Property(f => f.Translations).HasJsonList();
        face.Property(f => f.MarkType).HasMaxLength(32);
        face.Property(f => f.Version).IsConcurrencyToken();
        face.IgnorePending();
    }
}
