using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Application.Papers;

/// <summary>The secret in a pack's link: shown once to whoever makes it, kept as its hash.</summary>
static class PackSecrets
{
    const int Bytes = 24;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string? secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? ""));
}
