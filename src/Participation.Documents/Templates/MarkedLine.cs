using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Templates;

/// <summary>A paragraph whose words are cut into runs wherever Word liked; marks are found across them.</summary>
sealed class MarkedLine
{
    /// <summary>Each with where it began before anything was filled.</summary>
    readonly List<(Text Text, int At, int Length)> texts = [];

    public MarkedLine(Paragraph paragraph)
    {
        Paragraph = paragraph;
        // What stands in a text box is a paragraph of its own.
        foreach (var text in paragraph.Descendants<Text>().Where(t => t.Ancestors<Paragraph>().First() == paragraph))
        {
            texts.Add((text, Words.Length, text.Text.Length));
            Words += text.Text;
        }
    }

    public Paragraph Paragraph { get; }

    public string Words { get; private set; } = "";

    public bool HasMarks => PlaceMarks.Brace().IsMatch(Words);

    public IReadOnlyList<string> Names => [.. PlaceMarks.Mark().Matches(Words).Select(m => PlaceMarks.Plain(m.Groups[1].Value))];

    /// <summary>A brace that opens or closes nothing: somebody forgot the other.</summary>
    public bool IsBroken => PlaceMarks.Brace().IsMatch(PlaceMarks.Mark().Replace(Words, ""));

    /// <summary>One mark and nothing beside it, so that a table can stand in its place.</summary>
    public bool IsAlone => PlaceMarks.Mark().Match(Words.Trim()) is { Success: true } mark && mark.Length == Words.Trim().Length;

    /// <summary>Puts words in place of each mark, with the look of where the mark begins.</summary>
    public void Fill(Func<string, string> wordsOf)
    {
        // From the last: what stands before keeps its place until its own turn.
        foreach (var mark in PlaceMarks.Mark().Matches(Words).Reverse())
        {
            var words = wordsOf(PlaceMarks.Plain(mark.Groups[1].Value));
            foreach (var (text, at, length) in texts)
            {
                var (from, until) = (Math.Max(mark.Index - at, 0), Math.Min(mark.Index + mark.Length - at, length));
                if (from >= until) continue;
                text.Text = text.Text[..from] + words + text.Text[until..];
                words = "";
            }
        }
        foreach (var (text, _, _) in texts) TemplateWords.Lay(text);
    }
}
