namespace Participation.Domain.Plans.Reading;

/// <summary>Says of every block what it is: a heading, a point, a table, a paragraph or a caption.</summary>
sealed class HeadingJudge
{
    const string Symbols = "○●◎■□◆◇▼▲★☆";

    readonly IReadOnlyList<Block> blocks;
    readonly string[] folded;
    readonly bool[] entries;
    readonly bool[] titles;
    readonly Dictionary<string, int> repeats = [];

    HeadingJudge(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        folded = [.. blocks.Select(block => block.IsTable || block.Mark is not null || block.Text.Length > 60 ? "" : Folded.Of(Sentence.Stem(block.Text)))];
        var candidates = blocks.Select(IsNumbered).ToArray();
        foreach (var i in Enumerable.Range(0, blocks.Count).Where(i => folded[i].Length > 0 && IsPlainTitle(i) && !Sentence.NamesFigure(blocks[i].Text)))
            if (HasContent(i) || Sentence.Stem(blocks[i].Text).Length < blocks[i].Text.Length) repeats[folded[i]] = repeats.GetValueOrDefault(folded[i]) + 1;
        titles = [.. blocks.Select((_, i) => candidates[i] || IsUsual(i))];
        entries = OutlineFinder.Find(blocks, candidates, titles);
        for (var i = 0; i < blocks.Count; i++) candidates[i] &= !entries[i];
        Numbered = candidates;
    }

    bool[] Numbered { get; }

    public static Verdict[] Judge(IReadOnlyList<Block> blocks)
    {
        var judge = new HeadingJudge(blocks);
        var verdicts = new Verdict[blocks.Count];
        // Backwards: whether a title stands over something depends on what the next block is.
        for (var i = blocks.Count - 1; i >= 0; i--)
            verdicts[i] = judge.Of(i, i + 1 < blocks.Count ? verdicts[i + 1] : null);
        return verdicts;
    }

    Verdict Of(int i, Verdict? next)
    {
        var block = blocks[i];
        if (block.IsTable) return new(Role.Table);
        if (Numbered[i] && (block.Mark!.Style != MarkStyle.Circled || next is { Role: Role.Paragraph }))
            return Verdict.Heading(HeadingKind.Numbered);
        if (block.Mark is not null || block.Dash || entries[i]) return new(Role.Item);
        if (folded[i].Length > 0 && HeadingWords.IsMatter(folded[i])) return Verdict.Heading(HeadingKind.Matter);
        if (IsUsual(i)) return Verdict.Heading(HeadingKind.Known);
        if (Unnumbered(i, next) is { } kind) return Verdict.Heading(kind);
        if (Symbols.Contains(block.Text[0]) && Sentence.Is(block.Text)) return new(Role.Item);
        if (Sentence.IsNote(block.Text)) return new(Role.Caption);
        return new(Sentence.IsQuoted(block.Text) || Sentence.Is(block.Text) || IsClause(block.Text) ? Role.Paragraph : Role.Caption);
    }

    HeadingKind? Unnumbered(int i, Verdict? next)
    {
        var block = blocks[i];
        if (next is not { } below || !Sentence.IsTitle(block.Text)) return null;
        var gap = blocks[i + 1].BlanksBefore;
        var near = gap <= 1;
        var sectionBelow = below.Kind is HeadingKind.Numbered or HeadingKind.Matter or HeadingKind.Known;
        var (first, last) = (block.Text[0], block.Text[^1]);
        if (first == '【' && last == '】') return near && (below.Role != Role.Heading || blocks[i + 1].Mark is { IsSmall: true }) && !Sentence.NamesFigure(block.Text) ? HeadingKind.Bracket : null;
        if (Sentence.NamesFigure(block.Text) && !Sentence.IsSpacedOut(block.Text)) return null;
        if (first is '(' or '（') return last is ')' or '）' && StartsArticle(i + 1) ? HeadingKind.ParenTitle : null;
        if (Symbols.Contains(first)) return near && !sectionBelow && below.Role != Role.Table ? HeadingKind.Symbol : null;
        if (Sentence.IsSpacedOut(block.Text)) return HeadingKind.Lead;
        if (block.Lines > 1 || UnderOutline(i)) return null;
        // A page's end may lie between a title and its text, as two empty lines; a lost figure leaves more.
        if (gap <= 2 && below.Role is Role.Paragraph or Role.Item && !Sentence.IsQuoted(blocks[i + 1].Text)) return HeadingKind.Lead;
        if (!near) return null;
        if (i == 0) return HeadingKind.Lead;
        if (below.Kind is HeadingKind.Bracket or HeadingKind.Symbol or HeadingKind.ParenTitle) return HeadingKind.Lead;
        // Set off by a page's end above and close to what is below: a slide's or a page's title.
        return block.BlanksBefore >= 2 && !IsHiragana(last) && !sectionBelow ? HeadingKind.Lead : null;
    }

    // Without a full stop, yet said as a sentence: long, and ending as verbs do.
    static bool IsClause(string text) => text.Length > 50 || text.Length > 25 && IsHiragana(text[^1]) && text[^1] != 'の';

    bool StartsArticle(int i) =>
        blocks[i].Mark is { Style: MarkStyle.Article or MarkStyle.Plain } && Sentence.Is(blocks[i].Text);

    bool UnderOutline(int i) => i > 0 && HeadingWords.IsOutline(folded[i - 1]) && !HeadingWords.IsContents(folded[i - 1]);

    static bool IsNumbered(Block block) =>
        block.Mark is { IsStructural: true } mark && !block.Dash && mark.Length < block.Text.Length
        && block.Rest.Length > 0 && Sentence.IsTitle(block.Rest, letters: 1) && !Sentence.HasPage(block.Text);

    bool IsUsual(int i) =>
        folded[i].Length > 0 && !blocks[i].Dash
        && (HeadingWords.IsMatter(folded[i]) || HeadingWords.IsKnown(folded[i]) || repeats.GetValueOrDefault(folded[i]) >= 2 && IsPlainTitle(i));

    bool IsPlainTitle(int i) =>
        blocks[i] is { Mark: null, Dash: false, IsTable: false, Lines: 1 } block && Sentence.IsTitle(block.Text)
        && !Symbols.Contains(block.Text[0]) && block.Text[0] is not ('【' or '(' or '（' or '[');

    bool HasContent(int i) =>
        i + 1 < blocks.Count && blocks[i + 1].BlanksBefore <= 1
        && (blocks[i + 1].IsTable || blocks[i + 1].Dash || blocks[i + 1].Mark is not null || Sentence.Is(blocks[i + 1].Text));

    static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';
}
