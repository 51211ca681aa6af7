using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.People;

/// <summary>
/// Passkeys as Identity's third schema has them. Asking for that schema would make the model depend on options that a context which
/// only migrates does not have, and would rebuild every table of Identity's for lengths that SQLite ignores.
/// </summary>
sealed class PasskeyMap : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        // The longest that WebAuthn allows.
        passkey.Property(p => p.CredentialId).HasMaxLength(1023);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
