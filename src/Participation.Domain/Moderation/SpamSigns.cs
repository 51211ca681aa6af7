using System.Text.RegularExpressions;

namespace Participation.Domain.Moderation;

/// <summary>What makes a text look like spam: few plain rules that can be explained to whoever is held up by them.</summary>
public static partial class SpamSigns
{
    const int LinksAtMost = 2;
    const int ShortestJudged = 20;

    /// <summary>Links from here on are too many, or hardly anything is a word.</summary>
    public static bool In(string text)
    {
        if (Link().Count(text) > LinksAtMost) return true;
        var (marks, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var mark = text[i];
            // A line of dashes is a line; an emoji says something.
            if (i > 0 && mark == text[i - 1] && !char.IsLetter(mark) && !char.IsNumber(mark)) continue;
            if (char.IsLetterOrDigit(mark)) words++;
            else if (!char.IsPunctuation(mark) && !char.IsSymbol(mark)) continue;
            marks++;
        }
        return marks >= ShortestJudged && words * 2 < marks;
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
