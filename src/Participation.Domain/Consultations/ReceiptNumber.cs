using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Consultations;

/// <summary>
/// 受付番号, like <c>K7MQ-3XPD-92WT</c>: eleven random characters that are not mistaken for each other when read aloud or
/// copied by hand (Crockford's alphabet) and a check character.
/// </summary>
public readonly record struct ReceiptNumber
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 12;

    ReceiptNumber(string value) => Value = value;

    public string Value { get; }

    public static ReceiptNumber New()
    {
        Span<byte> random = stackalloc byte[Length - 1];
        RandomNumberGenerator.Fill(random);
        Span<char> symbols = stackalloc char[Length];
        for (var i = 0; i < random.Length; i++) symbols[i] = Alphabet[random[i] & 31];
        symbols[^1] = Check(symbols[..^1]);
        return new(Grouped(symbols));
    }

    /// <summary>Forgives case, spaces, hyphens, full-width forms and the letters O, I and L; a mistyped character is found out.</summary>
    public static bool TryParse(string? text, out ReceiptNumber number)
    {
        number = default;
        if (text is null || text.Length > 64) return false;
        Span<char> symbols = stackalloc char[Length];
        var length = 0;
        foreach (var given in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(given) || given is '-' or '‐' or '−' or 'ー') continue;
            var symbol = Crockford(given);
            if (length == Length || !Alphabet.Contains(symbol)) return false;
            symbols[length++] = symbol;
        }
        if (length != Length || symbols[^1] != Check(symbols[..^1])) return false;
        number = new(Grouped(symbols));
        return true;
    }

    /// <summary>From storage, where only whole numbers are.</summary>
    public static ReceiptNumber FromStored(string value) => new(value);

    public override string ToString() => Value;

    static char Crockford(char given) => char.ToUpperInvariant(given) switch { 'O' => '0', 'I' or 'L' => '1', var c => c };

    // Odd weights are invertible modulo 32, so one wrong character always shows; most swapped neighbours do too.
    static char Check(ReadOnlySpan<char> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++) sum += Alphabet.IndexOf(symbols[i]) * (2 * i + 1);
        return Alphabet[sum % 32];
    }

    static string Grouped(ReadOnlySpan<char> s) => $"{s[..4]}-{s[4..8]}-{s[8..]}";
}
