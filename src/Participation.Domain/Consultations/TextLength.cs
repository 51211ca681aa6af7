using System.Globalization;

namespace Participation.Domain.Consultations;

/// <summary>Length as a reader counts: 𠮷, が and 👨‍👩‍👧 are one character each.</summary>
public static class TextLength
{
    /// <summary>The longest opinion, in characters as a reader counts.</summary>
    public const int OpinionLimit = 10_000;

    const int UnitsPerCharacter = 8;

    /// <summary>Whether a text is longer than a limit; stops counting there.</summary>
    public static bool Exceeds(ReadOnlySpan<char> text, int limit)
    {
        if (text.Length <= limit) return false;
        // A reader sees one letter under a hundred stacked accents; storage sees them all.
        if (text.Length > limit * UnitsPerCharacter) return true;
        var count = 0;
        while (!text.IsEmpty)
        {
            if (++count > limit) return true;
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }
        return false;
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++) text = text[StringInfo.GetNextTextElementLength(text)..];
        return count;
    }
}
