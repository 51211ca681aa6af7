using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Boards;

/// <summary>
/// What is read from a screen at the back of a hall and typed with one thumb: seven digits, the last of which finds out a mistyped one.
/// </summary>
public static class SessionCode
{
    const int Digits = 6;

    public static string New()
    {
        var number = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return number + Check(number);
    }

    /// <summary>Forgives spaces, hyphens and full-width digits. Null when it can't be a code.</summary>
    public static string? Parse(string? text)
    {
        if (text is null || text.Length > 32) return null;
        var digits = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        return digits.Length == Digits + 1 && digits[^1] == Check(digits.AsSpan(0, Digits)) ? digits : null;
    }

    /// <summary>As it is shown: 123-4567.</summary>
    public static string Shown(string code) => code.Length > 3 ? $"{code[..3]}-{code[3..]}" : code;

    /// <summary>Odd weights that are no multiple of five: one wrong digit always shows.</summary>
    static char Check(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [1, 3, 7, 9, 1, 3];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[i] - '0') * weights[i];
        return (char)('0' + sum % 10);
    }
}
