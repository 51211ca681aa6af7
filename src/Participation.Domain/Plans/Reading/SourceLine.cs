namespace Participation.Domain.Plans.Reading;

enum LineKind
{
    Blank,
    /// <summary>Nothing but hyphens: the line an extractor draws under a table's head.</summary>
    Rule,
    /// <summary>Cells parted by tabs.</summary>
    Row,
    Text,
}

/// <summary>One line of the source.</summary>
/// <param name="Text">The line without white space at its ends (a row keeps its tabs) and without its "- ".</param>
/// <param name="Dash">Whether it began with "- ", an extractor's list mark, which is no word of the plan and is dropped.</param>
/// <param name="Indented">Whether white space came before it: a new paragraph, or the rest of a point.</param>
sealed record SourceLine(LineKind Kind, string Text, bool Dash = false, bool Indented = false)
{
    public NumberMark? Mark { get; } = Kind == LineKind.Text ? MarkParser.Parse(Text) : null;

    public static SourceLine Of(string raw)
    {
        var text = raw.Trim();
        if (text.Length == 0) return new(LineKind.Blank, "");
        if (IsRule(text)) return new(LineKind.Rule, text);
        if (raw.Contains('\t')) return new(LineKind.Row, raw);
        var dash = text.Length > 2 && text[0] == '-' && char.IsWhiteSpace(text[1]) && !Sentence.IsPageNumber(text);
        return new(LineKind.Text, dash ? text[2..].TrimStart() : text, dash, char.IsWhiteSpace(raw[0]));
    }

    public SourceLine AsText() => new(LineKind.Text, Text.Replace('\t', ' ').Trim(), Indented: char.IsWhiteSpace(Text[0]));

    public bool HasOneCell() => Text.AsSpan().Trim().IndexOf('\t') < 0;

    /// <summary>A single row whose first cell is only a mark is a numbered line typed with a tab, not a table.</summary>
    public bool IsMarkedLine()
    {
        var cells = Text.Split('\t', StringSplitOptions.TrimEntries);
        return cells.Length == 2 && cells[0].Length > 0 && MarkParser.Parse(cells[0] + " ") is { } mark && mark.Length == cells[0].Length;
    }

    static bool IsRule(string text)
    {
        var hyphens = 0;
        foreach (var c in text)
        {
            if (c == '-') hyphens++;
            else if (!char.IsWhiteSpace(c)) return false;
        }
        return hyphens >= 3;
    }
}
