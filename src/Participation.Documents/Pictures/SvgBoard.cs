using System.Globalization;
using System.Xml;
using Participation.Documents.Pdf;

namespace Participation.Documents.Pictures;

/// <summary>Draws a board as SVG: words stay words, so it can be enlarged, searched and read aloud. Attributes alone, no style and no script.</summary>
public static class SvgBoard
{
    const string Space = "http://www.w3.org/2000/svg", Ink = "#1a1a1a", Rule = "#626264";
    const double Margin = 32, Column = 320, Gap = 24, Inside = 14, Between = 12, TitleSize = 28, HeadSize = 20, TextSize = 16, FootSize = 14;

    public static void Write(Stream to, BoardDrawing drawing)
    {
        var columns = Math.Max(1, drawing.Columns.Count);
        var wide = 2 * Margin + columns * Column + (columns - 1) * Gap;
        var sheet = new Sheet();
        var top = sheet.Words(drawing.Title, Margin, Margin, wide - 2 * Margin, TitleSize, bold: true) + Between;
        var foot = drawing.Columns.Select((column, i) => Draw(sheet, column, Margin + i * (Column + Gap), top)).Append(top).Max();
        foreach (var (one, other) in drawing.Links ?? []) sheet.Link(one, other);
        sheet.Write(to, drawing.Title, wide, foot + Margin);
    }

    static double Draw(Sheet sheet, DrawnColumn column, double left, double top)
    {
        var at = sheet.Words(column.Name, left, top, Column, HeadSize, bold: true) + Between;
        foreach (var stack in column.Stacks) at = (stack.Title is null ? Cards(sheet, stack, left, at, Column) : Stack(sheet, stack, left, at)) + Between;
        return at;
    }

    static double Stack(Sheet sheet, DrawnStack stack, double left, double top)
    {
        var place = sheet.Box();
        var at = sheet.Words(stack.Title!, left + Inside, top + Inside, Column - 2 * Inside, TextSize, bold: true) + Between / 2;
        var foot = Cards(sheet, stack, left + Inside, at, Column - 2 * Inside) + Inside;
        place(left, top, Column, foot - top, "#ffffff", Rule);
        return foot;
    }

    static double Cards(Sheet sheet, DrawnStack stack, double left, double top, double wide)
    {
        var at = top;
        foreach (var card in stack.Cards)
        {
            if (card != stack.Cards[0]) at += Between;
            var (place, begun) = (sheet.Box(), at);
            at = sheet.Words(card.Text, left + Inside, at + Inside, wide - 2 * Inside, TextSize);
            if (card.Foot is not null) at = sheet.Words(card.Foot, left + Inside, at, wide - 2 * Inside, FootSize, bold: true);
            at += Inside;
            place(left, begun, wide, at - begun, card.Paper, card.Edge);
            if (card.Name is not null) sheet.Name(card.Name, left, begun, wide, at - begun);
        }
        return at;
    }

    /// <summary>Shapes in the order they are drawn; a box stands behind what it holds, and is as high as that.</summary>
    sealed class Sheet
    {
        readonly List<Action<XmlWriter>?> shapes = [];
        readonly Dictionary<string, (double Left, double Top, double Wide, double High)> cards = [];

        public Action<double, double, double, double, string, string> Box()
        {
            var place = shapes.Count;
            shapes.Add(null);
            return (left, top, wide, high, fill, edge) => shapes[place] = to => Element(
                to, "rect", null, ("x", left), ("y", top), ("width", wide), ("height", high), ("rx", 4), ("fill", fill), ("stroke", edge), ("stroke-width", 1.5));
        }

        public void Name(string card, double left, double top, double wide, double high) => cards[card] = (left, top, wide, high);

        /// <summary>A line from card to card: through the gap between two columns, or along the edge of one.</summary>
        public void Link(string one, string other)
        {
            if (!cards.TryGetValue(one, out var a) || !cards.TryGetValue(other, out var b)) return;
            if (b.Left < a.Left) (a, b) = (b, a);
            var beside = a.Left + a.Wide <= b.Left;
            var (x, y, x2, y2) = (beside ? a.Left + a.Wide : a.Left, a.Top + a.High / 2, b.Left, b.Top + b.High / 2);
            var aside = Math.Min(a.Left, b.Left) - Inside;
            var path = beside ? $"M{Say(x)} {Say(y)}L{Say(x2)} {Say(y2)}" : $"M{Say(x)} {Say(y)}C{Say(aside)} {Say(y)} {Say(aside)} {Say(y2)} {Say(x2)} {Say(y2)}";
            shapes.Add(to => Element(to, "path", null, ("d", path), ("fill", "none"), ("stroke", Ink), ("stroke-width", 2)));
            foreach (var (left, top) in new[] { (x, y), (x2, y2) }) shapes.Add(to => Element(to, "circle", null, ("cx", left), ("cy", top), ("r", 4), ("fill", Ink)));
        }

        /// <returns>Where they end.</returns>
        public double Words(string text, double left, double top, double wide, double size, bool bold = false)
        {
            var at = top;
            foreach (var line in LineBreaks.Of(text, PaperFont.Standard, size, wide))
            {
                var foot = at + size * 1.15;
                shapes.Add(to => Element(
                    to, "text", line, ("x", left), ("y", foot), ("font-size", size), ("font-weight", bold ? 700 : 400), ("fill", Ink)));
                at += size * 1.5;
            }
            return at;
        }

        public void Write(Stream stream, string title, double wide, double high)
        {
            using var to = XmlWriter.Create(stream, new() { CloseOutput = false });
            to.WriteStartElement("svg", Space);
            Attributes(to, ("viewBox", $"0 0 {Say(wide)} {Say(high)}"), ("width", wide), ("height", high), ("role", "img"),
                ("font-family", "BIZ UDPGothic, Noto Sans JP, Hiragino Sans, Meiryo, sans-serif"));
            to.WriteElementString("title", Space, LineBreaks.Clean(title));
            Element(to, "rect", null, ("width", wide), ("height", high), ("fill", "#fbf8f3"));
            foreach (var shape in shapes) shape?.Invoke(to);
            to.WriteEndElement();
        }

        static void Element(XmlWriter to, string name, string? words, params (string Name, object Value)[] attributes)
        {
            to.WriteStartElement(name, Space);
            Attributes(to, attributes);
            if (words is not null) to.WriteString(words);
            to.WriteEndElement();
        }

        static void Attributes(XmlWriter to, params (string Name, object Value)[] attributes)
        {
            foreach (var (name, value) in attributes) to.WriteAttributeString(name, Say(value));
        }

        static string Say(object value) => value is double number ? Math.Round(number, 1).ToString(CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
}
