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
            pieces.AddRange(Some(PieceKind.Kept, string.Concat(diff.PiecesNew[at..block.InsertStartB])));
            pieces.AddRange(Some(PieceKind.Removed, string.Concat(diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA).ToArray())));
            at = block.InsertStartB + block.InsertCountB;
            pieces.AddRange(Some(PieceKind.Added, string.Concat(diff.PiecesNew[block.InsertStartB..at])));
        }
        pieces.AddRange(Some(PieceKind.Kept, string.Concat(diff.PiecesNew[at..])));
        return pieces;
    }

    public static IReadOnlyList<TextPiece> Some(PieceKind kind, string text) => text.Length > 0 ? [new(kind, text)] : [];
}
