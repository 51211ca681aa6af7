using System.Text;

namespace Participation.Domain.Plans.Reading;

/// <summary>Writes rows of cells as the text and the pipe table of a passage.</summary>
static class TableWriter
{
    static readonly string[] LayoutTags = ["p", "br", "ul", "ol", "li", "div", "span"];

    const int LongestTag = 80;

    public static string Text(IReadOnlyList<string[]> rows) => string.Join('\n', rows.Select(cells => string.Join('\t', cells)));

    public static string Markdown(IReadOnlyList<string[]> rows)
    {
        var columns = rows.Max(row => row.Length);
        var written = new StringBuilder();
        // One very wide row among many short ones would be padded to millions of cells.
        if (rows.Count * (long)columns > 4L * rows.Sum(row => row.Length) + 2000)
            return string.Join("\n\n", rows.Select(row => MarkdownText.Escape(string.Join(' ', row))));
        var at = 0;
        // A row with words in its first cell alone, above the head, is the table's title.
        for (; at < rows.Count - 1 && columns > 2 && IsTitle(rows[at]); at++)
            written.Append(MarkdownText.Escape(Shown(rows[at][0]))).Append("\n\n");
        AppendRow(written, rows[at], columns);
        written.Append('|').Insert(written.Length, " --- |", columns).Append('\n');
        foreach (var row in rows.Skip(at + 1)) AppendRow(written, row, columns);
        return written.ToString().TrimEnd('\n');
    }

    static void AppendRow(StringBuilder written, string[] row, int columns)
    {
        written.Append('|');
        for (var i = 0; i < columns; i++)
            written.Append(' ').Append(i < row.Length ? MarkdownText.Escape(Shown(row[i])) : "").Append(" |");
        written.Append('\n');
    }

    static bool IsTitle(string[] row) => row.Length > 1 && row[0].Length > 0 && row.Skip(1).All(string.IsNullOrEmpty);

    /// <summary>
    /// A cell as a reader sees it. Extractors leave layout tags in cells (<c>&lt;p&gt;…&lt;/p&gt;</c>): they were line breaks
    /// on paper, and are not shown; the passage's text keeps them.
    /// </summary>
    static string Shown(string cell)
    {
        if (!cell.Contains('<')) return cell;
        var shown = new StringBuilder(cell.Length);
        for (var at = 0; at < cell.Length;)
        {
            var end = cell[at] == '<' ? cell.IndexOf('>', at, Math.Min(LongestTag, cell.Length - at)) : -1;
            if (end > 0 && IsLayout(cell.AsSpan(at + 1, end - at - 1)))
            {
                shown.Append(' ');
                at = end + 1;
            }
            else shown.Append(cell[at++]);
        }
        return shown.ToString().Trim();
    }

    static bool IsLayout(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim('/').Trim();
        var name = tag.IndexOf(' ') is var space and > 0 ? tag[..space] : tag;
        foreach (var known in LayoutTags)
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
