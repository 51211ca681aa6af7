namespace Participation.Domain.Plans.Reading;

/// <summary>The number or bullet a line begins with.</summary>
/// <param name="Label">The word of a <see cref="MarkStyle.Label"/> (基本方針), else empty.</param>
/// <param name="Path">The numbers joined by hyphens: "1", "1-2".</param>
/// <param name="Last">The last of the numbers; 0 where the mark has none.</param>
/// <param name="Length">How many characters of the line it takes, without the white space after it.</param>
sealed record NumberMark(MarkStyle Style, string Label, string Path, int Last, int Length)
{
    public string Prefix => Path.LastIndexOf('-') is var at and > 0 ? Path[..at] : "";

    /// <summary>Two marks of one key stand in one series.</summary>
    public string Key => Style switch
    {
        MarkStyle.Label => Label,
        MarkStyle.Compound => $"{Style}{Path.AsSpan().Count('-')}",
        _ => Style.ToString(),
    };

    /// <summary>(1), ① and smaller: what stands below a heading without a number as readily as below a numbered one.</summary>
    public bool IsSmall => Style is MarkStyle.Paren or MarkStyle.HalfParen or MarkStyle.Circled;

    /// <summary>Only these open a section; a letter or a bullet is always a point.</summary>
    public bool IsStructural => Style is not (MarkStyle.Letter or MarkStyle.Bullet);

    public bool IsAppendix => Style == MarkStyle.Label && HeadingWords.IsAppendixLabel(Label);

    public bool Follows(NumberMark other) => Key == other.Key && Prefix == other.Prefix && Last == other.Last + 1;
}
