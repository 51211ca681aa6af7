using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Consultations;

/// <summary>The key that receipts' secrets are derived with; one row, made at the first start.</summary>
public sealed class ReceiptKey
{
    public const int OnlyId = 1;

    ReceiptKey() { }

    public ReceiptKey(byte[] value) => Value = value;

    public int Id { get; private set; } = OnlyId;
    public byte[] Value { get; private set; } = [];
}

sealed class ReceiptKeyMap : IEntityTypeConfiguration<ReceiptKey>
{
    public void Configure(EntityTypeBuilder<ReceiptKey> key)
    {
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Value).HasMaxLength(32);
    }
}
