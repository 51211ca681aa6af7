using DocumentFormat.OpenXml.Spreadsheet;

namespace Participation.Documents.Xlsx;

/// <summary>The few ways a cell looks, by their place in the list.</summary>
static class XlsxStyles
{
    public const uint Body = 1, Header = 2, Title = 3;

    const string FontName = "BIZ UDPゴシック";

    public static Stylesheet Sheet() => new(
        new Fonts(Face(10), Face(10, bold: true), Face(14, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8F1FE" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellFormats(
            new CellFormat(),
            Look(font: 0, fill: 0, border: 1),
            Look(font: 1, fill: 2, border: 1),
            Look(font: 2, fill: 0, border: 0, wrap: false)));

    static Font Face(double size, bool bold = false)
    {
        var face = new Font { FontSize = new FontSize { Val = size }, FontName = new FontName { Val = FontName } };
        if (bold) face.Bold = new Bold();
        return face;
    }

    /// <summary>QuotePrefix: a cell that somebody edits stays text too.</summary>
    static CellFormat Look(uint font, uint fill, uint border, bool wrap = true) => new()
    {
        FontId = font, FillId = fill, BorderId = border, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
        QuotePrefix = true, Alignment = new Alignment { WrapText = wrap, Vertical = VerticalAlignmentValues.Top },
    };
}
