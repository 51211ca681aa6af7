using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Participation.Data.Eligibility;

/// <summary>
/// The key that people's hashes are made with; one row. It is sealed with the key ring, which lies outside the database: whoever has
/// only the database can't try out names.
/// </summary>
public sealed class PersonKey
{
    public const int OnlyId = 1;

    PersonKey() { }

    public PersonKey(byte[] sealedValue) => Value = sealedValue;

    public int Id { get; private set; } = OnlyId;
    public byte[] Value { get; private set; } = [];

    /// <summary>The same key, sealed with another of the ring's.</summary>
    public void SealAnew(byte[] sealedValue) => Value = sealedValue;
}

sealed class PersonKeyMap : IEntityTypeConfiguration<PersonKey>
{
    public void Configure(EntityTypeBuilder<PersonKey> key) => key.Property(k => k.Id).ValueGeneratedNever();
}
