using System.Text;

namespace Participation.Domain.Plans;

/// <summary>Text as it is compared: NFKC and without white space, so that a line broken elsewhere is still the same text.</summary>
static class Folded
{
    public static string Of(string text)
    {
        // Rune by rune: a lone surrogate becomes U+FFFD here, where Normalize would throw.
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune)) kept.Append(rune.ToString());
        var normal = kept.ToString().Normalize(NormalizationForm.FormKC);
        // NFKC makes spaces of its own from spacing accents.
        return normal.Contains(' ') ? normal.Replace(" ", "", StringComparison.Ordinal) : normal;
    }
}
