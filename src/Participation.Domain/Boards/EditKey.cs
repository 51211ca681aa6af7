using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Boards;

/// <summary>
/// The secret that a phone keeps. The server stores only hashes of it, a different one for each thing that was made with it: without
/// the phone nobody can tell that two notes are one person's, or whose.
/// </summary>
public readonly record struct EditKey
{
    const int Bytes = 18;

    EditKey(string value) => Value = value;

    public string Value { get; }

    public static EditKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public static EditKey? Parse(string? text) => text?.Length == Bytes / 3 * 4 && Base64Url.IsValid(text) ? new(text) : null;

    /// <summary>What is stored with the thing named.</summary>
    public byte[] HashFor(string thing) => SHA256.HashData(Encoding.UTF8.GetBytes($"{thing}\n{Value}"));

    public bool Made(Note note) => note.EditHash.AsSpan().SequenceEqual(HashFor(Note.Thing(note.WrittenAs)));

    public override string ToString() => "(an edit key)";
}
