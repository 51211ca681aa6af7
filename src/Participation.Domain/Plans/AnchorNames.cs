using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Plans;

/// <summary>Makes anchors that say the same for the same words, and never one that was used before.</summary>
sealed class AnchorNames(AnchoredPlan? previous)
{
    const int Length = 7;
    // Crockford's: no i, l, o, u to misread when an anchor is read out or typed.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    readonly HashSet<string> taken =
        [.. previous?.Sections.Select(section => section.Anchor) ?? [], .. previous?.Passages.Select(passage => passage.Anchor) ?? []];
    readonly Dictionary<string, int> suffixes = [];

    public string New(char kind, string text)
    {
        var name = kind + Hash(Folded.Of(text));
        if (taken.Add(name)) return name;
        for (var n = suffixes.GetValueOrDefault(name, 2); ; n++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
            if (!taken.Add(next)) continue;
            suffixes[name] = n + 1;
            return next;
        }
    }

    static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        Span<char> letters = stackalloc char[Length];
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (var i = 0; i < Length; i++) letters[i] = Alphabet[(int)(bits >> (59 - 5 * i)) & 31];
        return new(letters);
    }
}
