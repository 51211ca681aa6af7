using System.Buffers.Binary;
using System.Text;

namespace Participation.Documents.Pdf;

/// <summary>A TrueType font's own tables, as far as laying out lines needs them: which characters it has, and how wide they are.</summary>
public sealed class PaperFont
{
    readonly byte[] file;
    readonly Dictionary<int, ushort> glyphs = [];
    readonly int unitsPerEm, widths, metrics;

    /// <exception cref="InvalidDataException">It is no TrueType font, or one without a table of Unicode characters.</exception>
    public PaperFont(string name, byte[] file)
    {
        (Name, this.file) = (name, file);
        try
        {
            unitsPerEm = U16(Table("head") + 18);
            metrics = U16(Table("hhea") + 34);
            widths = Table("hmtx");
            ReadCharacters(Table("cmap"));
            // Outlines of another kind can't be embedded part by part.
            Table("glyf");
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("The font ends too early.", e);
        }
    }

    /// <summary>BIZ UDPゴシック: a face made to be read by everybody, and free.</summary>
    public static PaperFont Standard { get; } = FromResource("BIZUDPGothic-Regular");

    public string Name { get; }

    internal byte[] File => file;

    /// <summary>In the units of <paramref name="size"/>.</summary>
    public double Width(string text, double size)
    {
        long units = 0;
        foreach (var rune in text.EnumerateRunes()) units += WidthOf(rune);
        return units * size / unitsPerEm;
    }

    internal double Width(Rune rune, double size) => WidthOf(rune) * size / unitsPerEm;

    public bool Has(Rune rune) => glyphs.ContainsKey(rune.Value);

    int WidthOf(Rune rune) => U16(widths + 4 * Math.Min(glyphs.GetValueOrDefault(rune.Value), metrics - 1));

    void ReadCharacters(int cmap)
    {
        var best = 0;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + 4 + 8 * i;
            var (platform, sub) = (U16(at), cmap + (int)U32(at + 4));
            if (platform is not (0 or 3) || U16(sub) is not (4 or 12)) continue;
            // 12 knows the characters beyond the first plane.
            if (best is 0 || U16(sub) is 12) best = sub;
        }
        if (best is 0) throw new InvalidDataException("The font has no table of Unicode characters.");
        if (U16(best) is 12) ReadGroups(best);
        else ReadSegments(best);
    }

    void ReadGroups(int table)
    {
        for (var i = 0u; i < U32(table + 12); i++)
        {
            var at = table + 16 + 12 * (int)i;
            var (first, last, glyph) = (U32(at), Math.Min(U32(at + 4), 0x10FFFF), U32(at + 8));
            for (var c = first; c <= last; c++) Add((int)c, (ushort)(glyph + c - first));
        }
    }

    void ReadSegments(int table)
    {
        var twice = U16(table + 6);
        for (var i = 0; i < twice; i += 2)
        {
            var (last, first, delta) = (U16(table + 14 + i), U16(table + 16 + twice + i), U16(table + 16 + 2 * twice + i));
            var offsetAt = table + 16 + 3 * twice + i;
            for (int c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = U16(offsetAt) is 0 ? c : U16(offsetAt + U16(offsetAt) + 2 * (c - first));
                if (glyph is not 0) Add(c, (ushort)(glyph + delta));
            }
        }
    }

    void Add(int character, ushort glyph)
    {
        if (glyph is not 0) glyphs[character] = glyph;
    }

    int Table(string tag)
    {
        for (var i = 0; i < U16(4); i++)
            if (Encoding.ASCII.GetString(file, 12 + 16 * i, 4) == tag) return (int)U32(12 + 16 * i + 8);
        throw new InvalidDataException($"The font has no table {tag}.");
    }

    ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));

    static PaperFont FromResource(string name)
    {
        using var stream = typeof(PaperFont).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new(name, file);
    }
}
