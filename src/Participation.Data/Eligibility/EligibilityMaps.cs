using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Data.People;
using Participation.Domain.Eligibility;

namespace Participation.Data.Eligibility;

sealed class VerificationMap : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> verification)
    {
        // The person, not the account, is the key: one person, one verification.
        verification.HasKey(v => v.Person);
        verification.Property(v => v.Person).HasMaxLength(32);
        verification.Property(v => v.Verifier).HasConversion<string>().HasMaxLength(16);
        verification.Property(v => v.Version).IsConcurrencyToken();
        // The account goes, the hash stays until its end: one person, one verification, also after leaving.
        verification.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.SetNull);
        verification.HasIndex(v => v.UserId);
        verification.IgnorePending();
    }
}

sealed class PostedCodeMap : IEntityTypeConfiguration<PostedCode>
{
    public void Configure(EntityTypeBuilder<PostedCode> code)
    {
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Person).HasMaxLength(32);
        code.Property(c => c.CodeHash).HasMaxLength(32);
        // Two wrong codes at once are two tries.
        code.Property(c => c.Tries).IsConcurrencyToken();
        code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
        code.HasIndex(c => c.UserId);
        code.IgnorePending();
    }
}

sealed class RollMap : IEntityTypeConfiguration<Roll>
{
    public void Configure(EntityTypeBuilder<Roll> roll)
    {
        roll.Property(r => r.Id).ValueGeneratedNever();
        roll.Property(r => r.Name).HasMaxLength(100);
        roll.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.RollId);
        roll.IgnorePending();
    }
}

sealed class RollEntryMap : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> entry)
    {
        entry.HasKey(e => new { e.RollId, e.Proof });
        entry.Property(e => e.Proof).HasMaxLength(32);
        entry.HasIndex(e => e.Proof);
    }
}
