using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>What may stand on a note.</summary>
public static partial class NoteText
{
    /// <summary>In characters as a reader counts.</summary>
    public const int AtMost = 280;

    public const int TitleAtMost = 80;
    public const int NameAtMost = 40;

    public static Outcome<string> Of(string? text, int atMost = AtMost, string field = "text")
    {
        var plain = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (plain.Length is 0) return Refusal.Invalid(field, "required");
        if (TextLength.Exceeds(plain, atMost)) return Refusal.Invalid(field, "text-too-long", atMost);
        return PlainText.IsClean(plain) ? plain : Refusal.Invalid(field, "control-characters");
    }

    /// <summary>Tells these words from others, in eight hex digits, so that somebody can say which they read.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    /// <summary>What is above and below the empty line; nothing where there is none, or where several could be meant.</summary>
    public static (string? First, string? Second) Halves(string? text) =>
        EmptyLines().Split((text ?? "").Trim()) is [var above, var below] ? (above, below) : (null, null);

    [GeneratedRegex(@"\r?\n\s*\n")]
    private static partial Regex EmptyLines();
}
