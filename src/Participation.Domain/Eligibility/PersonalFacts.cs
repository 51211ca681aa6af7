using System.Globalization;
using System.Text;

namespace Participation.Domain.Eligibility;

/// <summary>
/// What tells one person from another, as long as it is being looked at: it is never stored, only its keyed hash. A national number is
/// neither asked for nor taken.
/// </summary>
/// <param name="Number">整理番号 of a roll that has one.</param>
public sealed record PersonalFacts(string Name, DateOnly Born, string? Number = null)
{
    public const int NameAtMost = 80, NumberAtMost = 40;

    /// <summary>Who it is, the same from paper, roll and screen: NFKC, without spaces, 髙 as it is written.</summary>
    public string Person => $"{Fold(Name)}|{Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Who it is and what only they and the roll know.</summary>
    public string Proof => $"{Person}|{Fold(Number ?? "")}";

    static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
