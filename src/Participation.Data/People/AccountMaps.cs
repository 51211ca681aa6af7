using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Consultations;
using Participation.Domain.People;

namespace Participation.Data.People;

sealed class UserMap : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.Property(u => u.Language).HasMaxLength(16);
        // Rows from before: found at each start, and there are none.
        user.HasIndex(u => u.Id, "IX_AspNetUsers_Clear").HasFilter("\"Sealed\" IS NULL");
    }
}

sealed class AccountDeedMap : IEntityTypeConfiguration<AccountDeed>
{
    public void Configure(EntityTypeBuilder<AccountDeed> deed)
    {
        deed.Property(d => d.Id).ValueGeneratedNever();
        deed.Property(d => d.Kind).HasConversion<string>().HasMaxLength(32);
        deed.HasOne<User>().WithMany().HasForeignKey(d => d.UserId);
        deed.HasIndex(d => new { d.UserId, d.Id });
        deed.IgnorePending();
    }
}

sealed class HeldReceiptMap : IEntityTypeConfiguration<HeldReceipt>
{
    public void Configure(EntityTypeBuilder<HeldReceipt> held)
    {
        held.HasKey(h => new { h.UserId, h.SubmissionId });
        // No reference to the account: what somebody sends is taken in even while their account is being deleted.
        held.HasOne<Submission>().WithMany().HasForeignKey(h => h.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        held.IgnorePending();
    }
}
