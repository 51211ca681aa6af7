using System.Collections.Concurrent;
using PdfSharp.Fonts;

namespace Participation.Documents.Pdf;

/// <summary>Gives the library our fonts, and none of the machine's.</summary>
sealed class EmbeddedFonts : IFontResolver
{
    static readonly EmbeddedFonts Resolver = new();
    readonly ConcurrentDictionary<string, PaperFont> known = new(StringComparer.Ordinal);

    static EmbeddedFonts() => GlobalFontSettings.FontResolver = Resolver;

    public static void Use(PaperFont font) => Resolver.known.TryAdd(font.Name, font);

    public byte[]? GetFont(string faceName) => known.GetValueOrDefault(faceName)?.File;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => known.ContainsKey(familyName) ? new(familyName) : null;
}
