using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Writing;

/// <summary>A key that was used, with what body, and what was answered: a retry gets the same answer and has no second effect.</summary>
public sealed class IdempotencyKey
{
    IdempotencyKey() { }

    public IdempotencyKey(KeyClaim claim, DateTimeOffset at, string? answer) =>
        (Key, Body, At, Answer) = (claim.Key, claim.Body, at, answer);

    /// <summary>Hash of who asked, what for, and their key. Hashed, because receipts' secrets are derived from keys.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Hash of the body.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>JSON; null while the first request is still at work.</summary>
    public string? Answer { get; set; }
}

/// <summary>A request's claim to be the first with its key.</summary>
public readonly record struct KeyClaim(string Key, string Body)
{
    public static KeyClaim Of(string scope, string key, ReadOnlySpan<byte> body) =>
        new(Hash(Encoding.UTF8.GetBytes($"{scope}\n{key}")), Hash(body));

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(SHA256.HashData(bytes));
}

sealed class IdempotencyKeyMap : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> key)
    {
        key.HasKey(k => k.Key);
        key.Property(k => k.Key).HasMaxLength(44);
        key.Property(k => k.Body).HasMaxLength(44);
    }
}
