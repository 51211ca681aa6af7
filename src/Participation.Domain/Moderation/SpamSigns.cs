using System.Text.RegularExpressions;

namespace Participation.Domain.Moderation;

/// <summary>What makes a text look like spam: few plain rules that can be explained to whoever is held up by them.</summary>
public static partial class SpamSigns
{
    const int LinksAtMost = 2;
    const int ShortestJudged = 20;

    /// <summary>Links from here on are too many, one character goes on and on, or hardly anything is a word.</summary>
    public static bool In(string text)
    {
        if (Link().Count(text) > LinksAtMost || Endless().IsMatch(text)) return true;
        var marks = text.Count(c => !char.IsWhiteSpace(c));
        return marks >= ShortestJudged && text.Count(char.IsLetterOrDigit) * 2 < marks;
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    // A line of dashes or dots is a line, not spam.
    [GeneratedRegex(@"([\p{L}\p{N}!！?？])\1{29}")]
    private static partial Regex Endless();
}
