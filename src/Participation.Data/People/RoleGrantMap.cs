using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.People;

namespace Participation.Data.People;

sealed class RoleGrantMap : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Role).HasMaxLength(32);
        grant.Property(g => g.Space).HasMaxLength(64);
        grant.Property(g => g.Reason).HasMaxLength(RoleGrant.ReasonAtMost);
        grant.Property(g => g.GivenBy).HasMaxLength(64);
        grant.Property(g => g.TakenBy).HasMaxLength(64);
        grant.Property(g => g.TakenReason).HasMaxLength(RoleGrant.ReasonAtMost);
        grant.Property(g => g.Version).IsConcurrencyToken();
        grant.HasOne<User>().WithMany().HasForeignKey(g => g.UserId);
        grant.HasOne<Office>().WithMany().HasForeignKey(g => g.OfficeId).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => new { g.Role, g.UserId });
        grant.IgnorePending();
    }
}

sealed class OfficeMap : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> office)
    {
        office.Property(o => o.Name).HasMaxLength(Office.NameAtMost);
        office.HasIndex(o => o.Name).IsUnique();
        office.Property(o => o.Version).IsConcurrencyToken();
        office.IgnorePending();
    }
}
