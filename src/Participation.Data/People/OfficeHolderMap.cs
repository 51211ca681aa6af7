using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.People;

namespace Participation.Data.People;

sealed class OfficeHolderMap : IEntityTypeConfiguration<OfficeHolder>
{
    public void Configure(EntityTypeBuilder<OfficeHolder> holder)
    {
        holder.ToTable("OfficeHolders");
        holder.Property(h => h.Slug).HasMaxLength(64);
        holder.Property(h => h.Name).HasMaxLength(OfficeHolder.NameAtMost);
        holder.Property(h => h.Title).HasMaxLength(OfficeHolder.TitleAtMost);
        holder.Property(h => h.Version).IsConcurrencyToken();
        holder.HasIndex(h => h.Slug).IsUnique();
        holder.HasOne<User>().WithMany().HasForeignKey(h => h.UserId);
        holder.HasIndex(h => h.UserId).IsUnique();
        holder.IgnorePending();
    }
}
