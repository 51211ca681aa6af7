using System.Text;
using Participation.Application.Plans;
using Participation.Domain.Plans;

namespace Participation.Application.Answering;

/// <summary>A passage as staff rewrite it: its plain words, a table as the pipe table that it is written in.</summary>
static class PassageEditing
{
    public static string Editable(this AnchoredPassage passage) =>
        (passage.Kind is PassageKind.Table ? passage.Markdown : NoteMarks.Shown(passage.Text)).ReplaceLineEndings("\n").Trim();

    /// <summary>Null where nothing is left of it.</summary>
    public static PassageDraft? Rewritten(this AnchoredPassage passage, string words)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        if (passage.Kind is PassageKind.Table && PlanReader.Read(PlanFormat.Markdown, Encoding.UTF8.GetBytes(words)).Draft is { Sections: [{ Passages: [{ Kind: PassageKind.Table } table] }] }) return table;
        var draft = PassageDrafts.Of(passage.Kind, words);
        // A point keeps its mark, which is no part of its words.
        return passage.Kind is PassageKind.Item && MarkOf(passage) is { Length: > 0 } mark ? draft with { Markdown = mark + draft.Markdown } : draft;
    }

    static string MarkOf(AnchoredPassage passage)
    {
        if (passage.Markdown.StartsWith('・') && !passage.Text.StartsWith('・')) return "・";
        var mark = passage.Markdown.IndexOf("\\. ", StringComparison.Ordinal);
        return mark is > 0 and < 6 && passage.Markdown.AsSpan(0, mark).IndexOfAnyExceptInRange('0', '9') < 0 && !char.IsAsciiDigit(passage.Text.FirstOrDefault())
            ? passage.Markdown[..(mark + 3)] : "";
    }
}
