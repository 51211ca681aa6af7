namespace Participation.Domain.Plans.Reading;

/// <summary>
/// Finds the numbered lines that only list what comes later: tables of contents, 施策の体系, lists of bare titles.
/// They are points of the section they stand in, never sections of their own.
/// </summary>
static class OutlineFinder
{
    /// <param name="candidates">Which blocks look like numbered headings.</param>
    /// <param name="titles">Which blocks could be headings of any kind: one that directly follows leaves a candidate empty.</param>
    public static bool[] Find(IReadOnlyList<Block> blocks, bool[] candidates, bool[] titles)
    {
        var entries = new bool[blocks.Count];
        var keys = blocks.Select((block, i) => candidates[i] ? Key(block) : "").ToArray();
        MarkRepeated(blocks, candidates, titles, keys, entries);
        MarkLists(blocks, candidates, titles, entries);
        MarkContents(blocks, candidates, titles, entries);
        return entries;
    }

    static string Key(Block block) => Folded.Of(NoteMarks.Removed(block.Text));

    static bool IsEmpty(IReadOnlyList<Block> blocks, bool[] titles, int i) => i + 1 == blocks.Count || titles[i + 1] || IsContentsTable(blocks[i + 1]);

    // Said again later, and bare here. A single bare title may be a chapter's own page, so it wants company or an outline's heading.
    static void MarkRepeated(IReadOnlyList<Block> blocks, bool[] candidates, bool[] titles, string[] keys, bool[] entries)
    {
        var later = new HashSet<string>();
        for (var i = blocks.Count - 1; i >= 0; i--)
            if (candidates[i]) entries[i] = !later.Add(keys[i]) && IsEmpty(blocks, titles, i);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!entries[i]) continue;
            var company = i > 0 && (entries[i - 1] || IsContentsTable(blocks[i - 1]) || OpensOutline(blocks, i))
                || i + 1 < blocks.Count && (entries[i + 1] || IsContentsTable(blocks[i + 1]));
            entries[i] = company;
        }
    }

    // Three or more in a row with nothing under them (two, when they are lines of one block): a list.
    static void MarkLists(IReadOnlyList<Block> blocks, bool[] candidates, bool[] titles, bool[] entries)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!candidates[i] || blocks[i].Mark!.Style is MarkStyle.Part or MarkStyle.Chapter or MarkStyle.Division or MarkStyle.Compound) continue;
            var end = i + 1;
            var tight = true;
            while (end < blocks.Count && candidates[end] && blocks[end].BlanksBefore <= 1 && blocks[end].Mark!.Follows(blocks[end - 1].Mark!))
                tight &= blocks[end++].BlanksBefore == 0;
            var least = tight ? 2 : 3;
            // The last one has something under it: then it may be the first real section, but a list of three or more is a list.
            var bare = end - i - (IsEmpty(blocks, titles, end - 1) ? 0 : 1);
            if (bare >= least) Array.Fill(entries, true, i, end - i);
            i = end - 1;
        }
    }

    // Under 目次 or a chart's name everything numbered is an entry, until a number comes back with its text.
    static void MarkContents(IReadOnlyList<Block> blocks, bool[] candidates, bool[] titles, bool[] entries)
    {
        HashSet<string>? seen = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Mark is null && !blocks[i].IsTable)
            {
                var folded = Folded.Of(blocks[i].Text);
                if (HeadingWords.IsContents(folded) || folded.EndsWith("体系図】", StringComparison.Ordinal)) seen = [];
                else if (!Sentence.IsTitle(blocks[i].Text) || titles[i]) seen = null;
            }
            if (!blocks[i].IsTable && Sentence.HasPage(blocks[i].Text))
            {
                entries[i] = true;
                if (blocks[i].Mark is not null) seen?.Add(Entry(blocks[i]));
            }
            else if (candidates[i] && seen is not null)
            {
                var mark = blocks[i].Mark!;
                var again = !seen.Add(Entry(blocks[i]));
                var goesOn = i > 0 && entries[i - 1] && blocks[i - 1].Mark is { } before && mark.Follows(before);
                if (again || !goesOn && !IsEmpty(blocks, titles, i)) seen = null;
                else entries[i] = true;
            }
        }
    }

    // A chapter is known by its number, for contents and text seldom agree to the letter.
    static string Entry(Block block) =>
        $"{block.Mark!.Key}/{block.Mark.Path}/{(block.Mark.Style is MarkStyle.Part or MarkStyle.Chapter ? "" : Folded.Of(NoteMarks.Removed(Sentence.WithoutPage(block.Text))))}";

    static bool OpensOutline(IReadOnlyList<Block> blocks, int i)
    {
        for (var back = i - 1; back >= Math.Max(0, i - 3); back--)
            if (HeadingWords.IsOutline(Folded.Of(blocks[back].Text))) return true;
        return false;
    }

    /// <summary>Rows that begin with a heading's number and end with a page, the pages rising.</summary>
    public static bool IsContentsTable(Block block)
    {
        var page = 0;
        foreach (var row in block.Rows)
        {
            var head = MarkParser.Parse(row[0]);
            if (head is null && !HeadingWords.IsMatter(Folded.Of(row[0]))) return false;
            if (head is not null && head.Style != MarkStyle.Label && head.Length == row[0].Length) return false;
            if (!int.TryParse(row[^1], out var next) || next < page || row.Length < 2) return false;
            page = next;
        }
        return block.IsTable;
    }
}
