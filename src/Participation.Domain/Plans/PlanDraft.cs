namespace Participation.Domain.Plans;

/// <summary>What a passage is on the page; decides how it is drawn, never whether it can be commented.</summary>
public enum PassageKind
{
    Paragraph,
    /// <summary>One numbered or bulleted point: ①, (1), ・, -.</summary>
    Item,
    Table,
    /// <summary>The words under a figure or above a table, and footnotes: short lines that are not sentences.</summary>
    Caption,
}

/// <summary>One commentable piece of a plan as it was read, before it has an anchor.</summary>
/// <param name="Text">The words alone, as the source has them: what is quoted, searched and compared.</param>
/// <param name="Markdown">The same words as CommonMark with pipe tables: what is rendered.</param>
public sealed record PassageDraft(PassageKind Kind, string Text, string Markdown);

/// <summary>A heading and what stands under it. <paramref name="Number"/> is the plan's own (「1-1」「第2章」), if it has one.</summary>
public sealed record SectionDraft(
    string? Number, string Title, IReadOnlyList<PassageDraft> Passages, IReadOnlyList<SectionDraft> Sections);

/// <summary>A plan as a tree of sections, however it arrived (Markdown, plain text, docx).</summary>
public sealed record PlanDraft(IReadOnlyList<SectionDraft> Sections);
