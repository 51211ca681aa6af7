using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.People;

namespace Participation.Data.People;

sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.HasKey(t => t.Hash);
        token.Property(t => t.Hash).HasMaxLength(32);
        token.Property(t => t.Name).HasMaxLength(ApiToken.NameAtMost);
        token.Property(t => t.Scope).HasConversion<string>().HasMaxLength(16);
        token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
        token.IgnorePending();
    }
}
