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
        // A line of dashes is a line; an emoji says something.
        var marks = Run().Replace(text, "$1").Where(c => char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c)).ToList();
        return marks.Count >= ShortestJudged && marks.Count(char.IsLetterOrDigit) * 2 < marks.Count;
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"([^\p{L}\p{N}])\1+")]
    private static partial Regex Run();
}
