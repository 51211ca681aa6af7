using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Domain.Sites;

/// <summary>An opaque colour, as <c>#0017c1</c>.</summary>
public readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        if (text is null || !Shape().IsMatch(text)) return false;
        colour = new(Part(text, 1), Part(text, 3), Part(text, 5));
        return true;
    }

    /// <summary>Contrast by WCAG 2.2: 1 for the same colour, 21 for black on white.</summary>
    public double ContrastTo(Colour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The first colour on the way to black that stands out enough from white.</summary>
    public Colour DarkenedUntil(double contrast)
    {
        for (var share = 0; share < 100; share++)
            if (Mixed(new Colour(0, 0, 0), share / 100.0) is var darker && darker.ContrastTo(White) >= contrast) return darker;
        return new(0, 0, 0);
    }

    /// <summary>So much of the other in it, 0 to 1.</summary>
    public Colour Mixed(Colour other, double share) =>
        new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    static double Linear(byte part) => part / 255.0 is var p && p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4);

    static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);

    static byte Part(string text, int at) => byte.Parse(text.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Shape();
}
