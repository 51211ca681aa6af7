using System.Buffers.Binary;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Sites;

/// <summary>
/// The city's mark: PNG or JPEG, known by what is in the file and not by its name. SVG is not taken: it can carry script, and reaches
/// out to other places.
/// </summary>
public sealed record MarkImage(byte[] Bytes, string MediaType, int Width, int Height)
{
    public const int BytesAtMost = 512 * 1024, SideAtMost = 1024;

    public static Outcome<MarkImage> Read(byte[] bytes)
    {
        if (bytes.Length > BytesAtMost) return Refusal.Invalid("mark", "image-too-large", BytesAtMost / 1024);
        if ((Png(bytes) ?? Jpeg(bytes)) is not { Width: > 0, Height: > 0 } image) return Refusal.Invalid("mark", "image-unknown");
        return image.Width > SideAtMost || image.Height > SideAtMost
            ? Refusal.Invalid("mark", "image-too-wide", image.Width, image.Height, SideAtMost)
            : image;
    }

    /// <summary>Signature, then IHDR with width and height.</summary>
    static MarkImage? Png(byte[] bytes) =>
        bytes.Length > 24 && bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) && bytes.AsSpan(12, 4).SequenceEqual("IHDR"u8)
            ? new(bytes, "image/png", BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)))
            : null;

    /// <summary>Segments, one after the other, until the frame header (SOF) that says how large it is.</summary>
    static MarkImage? Jpeg(byte[] bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..]) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new(bytes, "image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 5)));
            at += 2 + length;
        }
        return null;
    }
}
