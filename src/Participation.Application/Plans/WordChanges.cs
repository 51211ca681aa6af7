using DiffPlex;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

public enum PieceKind
{
    Kept,
    Added,
    Removed,
}

/// <summary>A stretch of a passage: those kept and added are the newer text, those kept and removed the older.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>The words that changed inside a passage.</summary>
public static class WordChanges
{
    /// <summary>A longer text (a table of many pages) is shown as replaced: comparing takes the square of its words.</summary>
    const int Longest = 8000;

    /// <summary>Fewer characters that two words share at an end are no part of them worth telling apart: 参加 and 参画.</summary>
    const int Shared = 2;

    static readonly Differ Differ = new();

    public static IReadOnlyList<TextPiece> Between(string before, string after)
    {
        if (before == after) return Some(PieceKind.Kept, after);
        if (before.Length > Longest || after.Length > Longest) return [.. Some(PieceKind.Removed, before), .. Some(PieceKind.Added, after)];
        var diff = Differ.CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ScriptRuns.Of);
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, PieceKind.Kept, string.Concat(diff.PiecesNew[at..block.InsertStartB]));
            at = block.InsertStartB + block.InsertCountB;
            Replace(pieces, string.Concat(diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]), string.Concat(diff.PiecesNew[block.InsertStartB..at]));
        }
        Add(pieces, PieceKind.Kept, string.Concat(diff.PiecesNew[at..]));
        return pieces;
    }

    public static IReadOnlyList<TextPiece> Some(PieceKind kind, string text) => text.Length > 0 ? [new(kind, text)] : [];

    /// <summary>Long compounds are one run of kanji: what both have at their ends stays, 第六次［港町］市総合計画.</summary>
    static void Replace(List<TextPiece> pieces, string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start > 0 && char.IsHighSurrogate(before[start - 1])) start--;
        if (start < Shared) start = 0;
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        if (end > 0 && char.IsLowSurrogate(before[^end])) end--;
        if (end < Shared) end = 0;
        Add(pieces, PieceKind.Kept, before[..start]);
        Add(pieces, PieceKind.Removed, before[start..^end]);
        Add(pieces, PieceKind.Added, after[start..^end]);
        Add(pieces, PieceKind.Kept, before[^end..]);
    }

    static void Add(List<TextPiece> pieces, PieceKind kind, string text)
    {
        if (text.Length is 0) return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = new(kind, pieces[^1].Text + text);
        else pieces.Add(new(kind, text));
    }
}
