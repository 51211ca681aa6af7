using System.Globalization;

namespace Participation.Domain.Search;

/// <summary>A stretch of text, and whether it is what was looked for.</summary>
public sealed record SnippetPart(string Text, bool Marked);

/// <summary>The words around what was found, in the original's spelling.</summary>
public static class Snippet
{
    const int Before = 24;

    /// <summary>The text from a little before the first match on, <paramref name="length"/> characters of it.</summary>
    public static IReadOnlyList<SnippetPart> Around(string text, SearchTerms terms, int length = 120)
    {
        var marks = Marks(text, terms);
        var first = marks.Count is 0 ? 0 : marks[0].Start;
        var (from, to) = (text.Length <= length || first <= length / 2 ? 0 : Whole(text, first - Before), text.Length);
        if (from + length < text.Length) to = Whole(text, from + length);
        var parts = Cut(text, from, to, marks);
        if (from > 0) parts.Insert(0, new("…", false));
        if (to < text.Length) parts.Add(new("…", false));
        return parts;
    }

    /// <summary>The whole text.</summary>
    public static IReadOnlyList<SnippetPart> Mark(string text, SearchTerms terms) => Cut(text, 0, text.Length, Marks(text, terms));

    static List<SnippetPart> Cut(string text, int from, int to, List<(int Start, int End)> marks)
    {
        var parts = new List<SnippetPart>();
        var at = from;
        foreach (var (start, end) in marks)
        {
            if (start >= to) break;
            if (end <= at) continue;
            if (start > at) parts.Add(new(text[at..start], false));
            at = Math.Min(end, to);
            parts.Add(new(text[Math.Max(start, from)..at], true));
        }
        if (at < to) parts.Add(new(text[at..to], false));
        return parts;
    }

    /// <summary>Every match, in order, those that touch as one.</summary>
    static List<(int Start, int End)> Marks(string text, SearchTerms terms)
    {
        var searched = SearchText.Of(text);
        var found = new List<(int Start, int End)>();
        foreach (var term in terms.All)
            for (var at = searched.Folded.IndexOf(term, StringComparison.Ordinal); at >= 0; at = searched.Folded.IndexOf(term, at + term.Length, StringComparison.Ordinal))
                found.Add(searched.Original(at, term.Length));
        found.Sort();
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in found)
        {
            if (merged.Count > 0 && start <= merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(end, merged[^1].End));
            else merged.Add((start, end));
        }
        return merged;
    }

    /// <summary>The nearest place at or before one that cuts no character in two.</summary>
    static int Whole(string text, int at)
    {
        var near = Math.Max(0, at - 16);
        // Whatever stands there, a search for the start of a character goes back a few places only.
        while (near > 0 && char.IsLowSurrogate(text[near])) near--;
        var whole = near;
        while (near <= at)
        {
            whole = near;
            if (near == text.Length) break;
            near += StringInfo.GetNextTextElementLength(text.AsSpan(near));
        }
        return whole;
    }
}
