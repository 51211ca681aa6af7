using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.People;

/// <summary>A bearer token of an account; only its hash is stored.</summary>
public sealed class ApiToken
{
    ApiToken() { }

    public ApiToken(string userId, string token, DateTimeOffset now) => (Hash, UserId, CreatedAt) = (HashOf(token), userId, now);

    public byte[] Hash { get; private set; } = [];
    public string UserId { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.HasKey(t => t.Hash);
        token.Property(t => t.Hash).HasMaxLength(32);
        token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
    }
}
