using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Participation.Documents.Pdf;

/// <summary>
/// Pages to draw on, each thing with the tag that tells a screen reader what it is. Laid out twice: first without drawing, to learn
/// how many pages there are, which stands at the foot of each.
/// </summary>
sealed class PdfCanvas
{
    const double Margin = 56.7, FootAt = 28;

    readonly PaperFont font;
    readonly PdfDocument? document;
    readonly StructureBuilder? tags;
    readonly bool upright;
    readonly int of;
    readonly Dictionary<double, XFont> sizes = [];
    XGraphics? page;

    /// <param name="document">Null to learn how many pages there will be.</param>
    public PdfCanvas(PaperFont font, bool upright, PdfDocument? document = null, int of = 0)
    {
        (this.font, this.upright, this.document, this.of) = (font, upright, document, of);
        tags = document is null ? null : UAManager.ForDocument(document).StructureBuilder;
        Turn();
    }

    public int Pages { get; private set; }

    /// <summary>From the top of the page.</summary>
    public double At { get; set; }

    public PaperFont Font => font;

    public const double Left = Margin;

    public double Wide => (upright ? 595.3 : 841.9) - 2 * Margin;

    public double Room => (upright ? 841.9 : 595.3) - Margin - At;

    public double WholePage => (upright ? 841.9 : 595.3) - 2 * Margin;

    public void Turn()
    {
        Pages++;
        At = Margin;
        if (document is null) return;
        page?.Dispose();
        var added = document.AddPage();
        added.Size = PageSize.A4;
        added.Orientation = upright ? PageOrientation.Portrait : PageOrientation.Landscape;
        page = XGraphics.FromPdfPage(added);
        Aside(() =>
        {
            var words = $"{Pages} / {of}";
            Draw(words, Left + (Wide - font.Width(words, 9)) / 2, WholePage + 2 * Margin - FootAt, 9);
        });
    }

    public void Tagged(PdfBlockLevelElementTag tag, Action what)
    {
        tags?.BeginElement(tag);
        what();
        tags?.End();
    }

    /// <summary>What a screen reader passes over: lines, shades, what was said already.</summary>
    public void Aside(Action what)
    {
        if (tags is null) return;
        tags.BeginArtifact();
        what();
        tags.End();
    }

    public void Draw(string words, double x, double baseline, double size)
    {
        if (words.Length is 0) return;
        page?.DrawString(words, FontOf(size), XBrushes.Black, x, baseline);
    }

    public void Box(double x, double y, double wide, double high, bool shaded)
    {
        page?.DrawRectangle(new XPen(XColors.Black, 0.5), shaded ? new XSolidBrush(XColor.FromArgb(0xE8, 0xF1, 0xFE)) : XBrushes.Transparent, x, y, wide, high);
    }

    public void Done() => page?.Dispose();

    XFont FontOf(double size) => sizes.TryGetValue(size, out var known) ? known : sizes[size] = new(font.Name, size, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
}
