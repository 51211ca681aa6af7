namespace Participation.Documents.Pdf;

/// <summary>The font has no shape for characters that the paper needs: nothing is written, rather than a box in somebody's name.</summary>
public sealed class MissingGlyphsException(IReadOnlyList<string> characters) : Exception($"The font has no {string.Join(" ", characters)}.")
{
    public IReadOnlyList<string> Characters => characters;
}
