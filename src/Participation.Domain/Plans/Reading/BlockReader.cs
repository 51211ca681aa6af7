using System.Text;

namespace Participation.Domain.Plans.Reading;

/// <summary>Gathers lines into blocks: wraps joined, tables kept whole, points apart.</summary>
static class BlockReader
{
    public static List<Block> Read(string text)
    {
        var lines = Lines(text);
        var blocks = new List<Block>();
        var blanks = 0;
        for (var at = 0; at < lines.Count;)
        {
            if (lines[at].Kind is LineKind.Blank or LineKind.Rule)
            {
                if (lines[at++].Kind == LineKind.Blank) blanks++;
                continue;
            }
            var end = at + 1;
            if (lines[at].Kind == LineKind.Row)
            {
                while (end < lines.Count && lines[end].Kind is LineKind.Row or LineKind.Rule) end++;
                Add(blocks, Table(lines, at, end, blanks));
            }
            else
            {
                while (end < lines.Count && lines[end].Kind == LineKind.Text) end++;
                foreach (var block in Join(lines, at, end, blanks)) Add(blocks, block);
            }
            (at, blanks) = (end, 0);
        }
        return blocks;
    }

    static List<SourceLine> Lines(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(SourceLine.Of).ToList();
        for (var from = 0; from < lines.Count;)
        {
            var to = from;
            while (to < lines.Count && lines[to].Kind == LineKind.Row) to++;
            var ruled = to < lines.Count && lines[to].Kind == LineKind.Rule;
            if (!ruled && IsNoTable(lines, from, to))
                for (var i = from; i < to; i++) lines[i] = lines[i].AsText();
            from = to + 1;
        }
        return lines;
    }

    // Tabs that only indent, or only stand behind a number.
    static bool IsNoTable(List<SourceLine> lines, int from, int to)
    {
        if (to - from == 1 && lines[from].IsMarkedLine()) return true;
        for (var i = from; i < to; i++)
            if (!lines[i].HasOneCell()) return false;
        return true;
    }

    static Block Table(List<SourceLine> lines, int from, int to, int blanks)
    {
        var rows = lines.GetRange(from, to - from).Where(line => line.Kind == LineKind.Row)
            .Select(line => line.Text.Split('\t', StringSplitOptions.TrimEntries)).ToList();
        return new() { Text = TableWriter.Text(rows), Rows = rows, Lines = rows.Count, BlanksBefore = blanks };
    }

    static IEnumerable<Block> Join(List<SourceLine> lines, int from, int to, int blanks)
    {
        var width = 0;
        for (var i = from; i < to; i++) width = Math.Max(width, lines[i].Text.Length);
        for (var i = from; i < to;)
        {
            var first = lines[i];
            var (joined, last, count) = (new StringBuilder(first.Text), first.Text, 1);
            var point = first.Dash || first.Mark is { IsStructural: false } or { Style: MarkStyle.Circled or MarkStyle.Paren };
            for (i++; i < to && LineJoiner.Continues(last, point, lines[i], width); i++, count++)
            {
                joined.Append(LineJoiner.Gap(last, lines[i].Text)).Append(lines[i].Text);
                last = lines[i].Text;
            }
            yield return new()
            {
                Text = joined.ToString(), Dash = first.Dash, Indented = first.Indented, Mark = first.Mark, Lines = count, BlanksBefore = blanks,
            };
            blanks = 0;
        }
    }

    static void Add(List<Block> blocks, Block next)
    {
        if (blocks.Count > 0 && (LineJoiner.IsCut(blocks[^1], next) || IsNumberAlone(blocks[^1], next)))
        {
            var before = blocks[^1];
            var number = before.Mark?.Length == before.Text.Length;
            next = new()
            {
                Text = number ? $"{before.Text} {next.Text}" : before.Text + LineJoiner.Gap(before.Text, next.Text) + next.Text,
                Dash = before.Dash, Indented = before.Indented, Mark = before.Mark, Lines = before.Lines + next.Lines,
                BlanksBefore = before.BlanksBefore,
            };
            blocks.RemoveAt(blocks.Count - 1);
        }
        blocks.Add(next);
    }

    // 第1部 on one line, its title on the next.
    static bool IsNumberAlone(Block before, Block next) =>
        before.Mark is { Style: MarkStyle.Part or MarkStyle.Chapter or MarkStyle.Division or MarkStyle.Label } mark
        && mark.Length == before.Text.Length && !next.IsTable && next.Mark is null && !next.Dash && Sentence.IsTitle(next.Text);
}
