using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Docx;

/// <summary>The words of a paragraph as the accepted document reads them.</summary>
static class InlineText
{
    public static string Of(OpenXmlElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString().Trim();
    }

    static void Append(StringBuilder text, OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text words: text.Append(words.Text); break;
                case TabChar: text.Append('\t'); break;
                case Break or CarriageReturn: text.Append('\n'); break;
                case NoBreakHyphen: text.Append('-'); break;
                case SymbolChar symbol: text.Append(Symbol(symbol)); break;
                // Furigana says the word again; deleted and moved-away words are gone; boxes are paragraphs of their own.
                case RubyContent or DeletedRun or MoveFromRun or TextBoxContent or ParagraphProperties or RunProperties: break;
                // Paragraphs of a note.
                case Paragraph when text.Length > 0: text.Append(' '); Append(text, child); break;
                default: Append(text, child); break;
            }
        }
    }

    static string Symbol(SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, System.Globalization.NumberStyles.HexNumber, null, out var code) && code is > 0x20 and < 0xD800
            ? ((char)code).ToString() : "";
}
