using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Application.Sealing;

/// <summary>A key of the ring, as it is named in what it sealed: four bytes that say who made it, then the sixteen of the key's id.</summary>
public sealed class SealKey
{
    /// <summary>Where the id begins, as SQL counts, and how long it is.</summary>
    public const int At = 5, Length = 16;

    static ReadOnlySpan<byte> Mark => [0x09, 0xF0, 0xC9, 0xF0];

    readonly byte[] head;

    SealKey(byte[] head) => this.head = head;

    public SealKey(Guid id) : this([.. Mark, .. id.ToByteArray()])
    {
    }

    /// <summary>What is sealed now is sealed with this one.</summary>
    public static SealKey Newest(IDataProtectionProvider protection) => new(protection.CreateProtector("which key").Protect([])[..(At - 1 + Length)]);

    public byte[] Id => head[(At - 1)..];

    /// <summary>How a text begins that it sealed: the bits that the head fills whole characters with.</summary>
    public string TextHead => Base64Url.EncodeToString(head)[..(head.Length * 8 / 6)];

    public bool Sealed(ReadOnlySpan<byte> kept) => kept.StartsWith(head);
}
