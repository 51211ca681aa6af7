using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Audit;

/// <summary>Chains audit entries, so that one changed or removed later shows in every hash after it.</summary>
public static class AuditHash
{
    public const int Length = SHA256.HashSizeInBytes;

    public static readonly byte[] Genesis = new byte[Length];

    /// <summary>SHA-256 over the hash before, the sequence, the instant in UTC ticks and the length-prefixed words.</summary>
    public static byte[] Next(ReadOnlySpan<byte> before, long sequence, DateTimeOffset at, string actor, Act act)
    {
        var size = Length + 16 + Prefixed(actor) + Prefixed(act.Name) + Prefixed(act.Subject) + Prefixed(act.Detail);
        Span<byte> buffer = size <= 1024 ? stackalloc byte[size] : new byte[size];
        before.CopyTo(buffer);
        var rest = buffer[Length..];
        BinaryPrimitives.WriteInt64BigEndian(rest, sequence);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], at.UtcTicks);
        rest = rest[16..];
        foreach (var word in (ReadOnlySpan<string>)[actor, act.Name, act.Subject, act.Detail]) rest = Write(word, rest);
        return SHA256.HashData(buffer);
    }

    static int Prefixed(string word) => 4 + Encoding.UTF8.GetByteCount(word);

    static Span<byte> Write(string word, Span<byte> to)
    {
        var length = Encoding.UTF8.GetBytes(word, to[4..]);
        BinaryPrimitives.WriteInt32BigEndian(to, length);
        return to[(4 + length)..];
    }
}
