using System.Text;

namespace Participation.Domain.Boards;

/// <summary>
/// Where a note stands in its column: text that sorts by its characters' codes. Between any two there is room for another, so a move
/// changes the moved note alone. Of two with the same key the smaller id comes first.
/// </summary>
public static class OrderKey
{
    public const int AtMost = 200;

    const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const int TimeDigits = 8;

    /// <summary>After everything that was written before: keys of this kind sort by time.</summary>
    public static string At(DateTimeOffset instant)
    {
        Span<char> key = stackalloc char[TimeDigits];
        var left = instant.ToUnixTimeMilliseconds();
        for (var i = TimeDigits - 1; i >= 0; i--, left /= Digits.Length) key[i] = Digits[(int)(left % Digits.Length)];
        // Never a zero at the end: nothing would fit before it.
        return key.ToString().TrimEnd('0') is { Length: TimeDigits } whole ? whole : $"{key}V";
    }

    public static bool IsValid(string? key) =>
        key is { Length: > 0 and <= AtMost } && key[^1] is not '0' && key.All(c => Digits.Contains(c));

    /// <summary>A key between two. Null at either end stands for the column's.</summary>
    public static string Between(string? before, string? after)
    {
        // Two that changed places meanwhile: behind the first of them is as good as anywhere.
        if (before is not null && after is not null && string.CompareOrdinal(before, after) >= 0) after = null;
        var key = new StringBuilder();
        for (var i = 0; ; i++)
        {
            var low = i < before?.Length ? Digits.IndexOf(before[i]) : 0;
            // Once below the upper bound, its further digits bind no more.
            var high = after is null ? Digits.Length : i < after.Length ? Digits.IndexOf(after[i]) : 0;
            if (low == high)
            {
                key.Append(Digits[low]);
                continue;
            }
            if (high - low > 1) return key.Append(Digits[(low + high) / 2]).ToString();
            key.Append(Digits[low]);
            after = null;
        }
    }
}
