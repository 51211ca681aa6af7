namespace Participation.Domain.Masking;

/// <summary>
/// Finds what may tell who somebody is, so that staff see it before it is shown to all. It misses some and offers some that are none:
/// who masks decides. Its time grows with the length of the text, whatever the text is.
/// </summary>
public static class PersonalDataFinder
{
    const char FullWidthFirst = '！', FullWidthLast = '～';
    const int ToHalfWidth = '！' - '!';

    /// <summary>In the order of the text and apart; of two that overlap the one whose form tells more.</summary>
    public static IReadOnlyList<PersonalData> In(string text)
    {
        var narrow = string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = Narrow(from[i], i > 0 ? to[i - 1] : ' ');
        });
        var (found, taken) = (new List<PersonalData>(), new bool[text.Length]);
        foreach (var (kind, sign, pattern) in PersonalDataPatterns.All)
            for (var at = 0; at < narrow.Length && pattern.Match(narrow, at) is { Success: true } match;)
            {
                var it = match.Groups["it"];
                var each = Whole(text, new(kind, it.Index, it.Length, sign));
                // What closes one may open the next: on from the end of what is offered, not of what was read.
                at = each.End;
                if (taken.AsSpan(each.Start, each.Length).Contains(true)) continue;
                taken.AsSpan(each.Start, each.Length).Fill(true);
                found.Add(each);
            }
        return [.. found.OrderBy(f => f.Start)];
    }

    /// <summary>Without cutting a character in half.</summary>
    static PersonalData Whole(string text, PersonalData each)
    {
        var start = each.Start > 0 && char.IsSurrogatePair(text[each.Start - 1], text[each.Start]) ? each.Start - 1 : each.Start;
        var end = each.End < text.Length && char.IsSurrogatePair(text[each.End - 1], text[each.End]) ? each.End + 1 : each.End;
        return each with { Start = start, Length = end - start };
    }

    /// <summary>One for one, so that places in the narrow text are places in the original.</summary>
    static char Narrow(char c, char before) => c switch
    {
        >= FullWidthFirst and <= FullWidthLast => (char)(c - ToHalfWidth),
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ｰ' => '-',
        // Typed for a hyphen as often as not: ０１９３ー２２ー１２３４.
        'ー' when char.IsAsciiDigit(before) => '-',
        '\u3000' => ' ',
        _ => c,
    };
}
