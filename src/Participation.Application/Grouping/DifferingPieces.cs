using Participation.Application.Plans;

namespace Participation.Application.Grouping;

/// <summary>A copy of a form letter, with the words that were exchanged in it.</summary>
static class DifferingPieces
{
    public static IReadOnlyList<TextPiece> Of(string first, string copy) => WordChanges.Between(first, copy);
}
