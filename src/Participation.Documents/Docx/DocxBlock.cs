namespace Participation.Documents.Docx;

/// <summary>One piece of a document's body, in reading order.</summary>
public abstract record DocxBlock;

/// <summary>A heading; <paramref name="Level"/> counts from 1.</summary>
public sealed record DocxHeading(int Level, string Text) : DocxBlock;

/// <summary>A paragraph.</summary>
public sealed record DocxParagraph(string Text) : DocxBlock;

/// <summary>A paragraph that Word numbers or bullets; the number itself is Word's and not part of the text.</summary>
public sealed record DocxListItem(int Level, string Text) : DocxBlock;

/// <summary>A footnote or endnote, after the paragraph that refers to it.</summary>
public sealed record DocxNote(string Text) : DocxBlock;

/// <summary>A table, row by row; a cell that spans columns is followed by empty ones.</summary>
public sealed record DocxTable(IReadOnlyList<string[]> Rows) : DocxBlock;
