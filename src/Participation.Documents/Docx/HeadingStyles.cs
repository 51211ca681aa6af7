using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Docx;

/// <summary>Which paragraph styles are headings: by outline level or by name, in Japanese or English, their own or inherited.</summary>
sealed class HeadingStyles
{
    // A style may say it is based on itself.
    const int LongestChain = 20;
    static readonly string[] Names = ["heading", "見出し"];

    readonly Dictionary<string, Style> styles = [];

    public HeadingStyles(Styles? defined)
    {
        foreach (var style in defined?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id) styles.TryAdd(id, style);
    }

    public int? Level(ParagraphProperties? properties)
    {
        // 9 is Word's "body text": it takes a heading's style out of the outline.
        if (properties?.OutlineLevel?.Val?.Value is { } own) return own < 9 ? own + 1 : null;
        foreach (var style in Chain(properties))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level) return level < 9 ? level + 1 : null;
            if (ByName(style.StyleName?.Val?.Value) is { } named) return named;
        }
        // A style that the document names but does not define.
        return Chain(properties).Any() ? null : ByName(properties?.ParagraphStyleId?.Val?.Value);
    }

    public int? ListLevel(ParagraphProperties? properties)
    {
        var numbering = properties?.NumberingProperties
            ?? Chain(properties).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null);
        // Number 0 switches an inherited list off.
        return numbering is null || numbering.NumberingId?.Val?.Value == 0 ? null : (numbering.NumberingLevelReference?.Val?.Value ?? 0) + 1;
    }

    IEnumerable<Style> Chain(ParagraphProperties? properties)
    {
        var id = properties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    static int? ByName(string? name)
    {
        if (name is null) return null;
        if (name.Equals("title", StringComparison.OrdinalIgnoreCase) || name is "表題") return 1;
        foreach (var known in Names)
            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase))
            {
                var digit = name[known.Length..].Trim().Normalize(System.Text.NormalizationForm.FormKC);
                return digit.Length == 1 && digit[0] is >= '1' and <= '9' ? digit[0] - '0' : null;
            }
        return null;
    }
}
